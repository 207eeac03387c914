"""A person's own copy: all that is held about them, in their language, without others' words.

Subject access (UK GDPR, article 15). Their own words stand there whole, and so does what workers
wrote to them. Other people's words never do; their names are marked or covered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conversations.safe_times import SAFE_TIMES
from conversations.sheet import Fact, Part, Sheet
from locales import Language, mark, mark_many

SOMEBODY = mark("another person")
MARKED = mark("[another person: {name}]")
HAPPENED: Mapping[str, str] = {
    "RequestRaised": mark("It was sent to us."),
    "AnswersAdded": mark("Answers were added."),
    "WordsAdded": mark("Words were added."),
    "MistakeSaid": mark("It was said that this was a mistake."),
    "BackSafeSaid": mark("It was said whether the child is back."),
    "WorkerPaged": mark("Workers were called."),
    "PagePassedOn": mark("A worker passed it to the next person."),
    "RequestAcknowledged": mark("A worker took it."),
    "RequestTakenOver": mark("A worker took it over."),
    "HandoverAccepted": mark("A worker took it over."),
    "RingPromised": mark("A worker said when they would ring."),
    "RingMissed": mark("That time passed without a call."),
    "ReplySent": mark("A worker wrote to you."),
    "ReplyAnswered": mark("What a worker wrote was answered."),
    "ContactRecorded": mark("A worker noted that you had spoken or written."),
    "ContactDenied": mark("It was said that nobody had spoken with you."),
    "AnswerChased": mark("It was late, and we asked again."),
    "HelpJudged": mark("It was said whether this helped."),
    "PriorityLowered": mark("A worker said that it was less urgent."),
    "RequestClosed": mark("It was closed."),
    "CheckInAnswered": mark("You were answered."),
    "AnswerJudged": mark("It was said whether the answer makes sense."),
    "CheckInTakenBack": mark("It was taken back."),
    "RequestFiled": mark("It was noted in your service's own file."),
    "WordsRead": mark("A worker read your words."),
    "DetailsRead": mark("A worker read your details."),
    "PersonLinked": mark("This chat was joined to your name."),
    "PersonUnlinked": mark("This chat was cut off."),
    "LanguageChosen": mark("A language was chosen."),
    "ScreenHidden": mark("“Hide this” was pressed."),
    "RecordExported": mark("A copy of everything was made for you."),
}
"""What each entry of the chronology means to the person; the others are only counted."""
OTHERS = mark("Something else was noted.")


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One entry of the chronology: when (aware UTC), which event, who, and words that may be shown.

    `who` is "" for the clock; `own`: the person themselves did it.
    """

    at: datetime
    event: str
    who: str
    own: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """One request of theirs: its title, what they answered, and what happened to it."""

    reference: str
    title: str
    raised_at: datetime
    answers: Sequence[tuple[str, str]]
    happened: Sequence[Happened]
    left_out: int


@dataclass(frozen=True, kw_only=True)
class OwnCopy:
    """All that is held about one person. `left_out` counts words of others that are not in it.

    `held` are the facts of their entry, as (code, text); `placed` the placements that concern them,
    `unsent` the titles of answers that they have not sent. `covered`: other people's names are left
    out.
    """

    held: Sequence[tuple[str, str]]
    placed: Sequence[tuple[str, date, date | None]]
    requests: Sequence[Told]
    entries: Sequence[Happened]
    unsent: Sequence[str]
    covered: bool

    @property
    def left_out(self) -> int:
        """How many words of other people are not in it."""
        return sum(told.left_out for told in self.requests)


LABELS: Mapping[str, str] = {
    "name": mark("Name"),
    "telephone": mark("Telephone"),
    "address": mark("Address"),
    "born": mark("Born"),
    "approved": mark("Approved on"),
    "language": mark("Language"),
    "review_held": mark("Last annual review"),
    "review_planned": mark("Next annual review"),
    "supervision_held": mark("Last supervision"),
    "supervision_planned": mark("Next supervision"),
    "safe_times": SAFE_TIMES,
    "care_review": mark("Care review"),
    "care_move": mark("Planned move"),
}


def own_copy_sheet(language: Language, copy: OwnCopy, made_at: datetime) -> Sheet:
    """The readable copy; a title that says nothing, as on every sheet."""
    say = language.say
    held = tuple(Fact(label=say(LABELS[code]), text=text) for code, text in copy.held)
    parts = [Part(heading=say(mark("What is held about you")), facts=held)]
    if copy.placed:
        parts.append(_placements(language, copy))
    parts += [_request(language, told, copy) for told in copy.requests]
    if copy.unsent:
        not_sent = tuple(Fact(label=say(mark("Not sent")), text=title) for title in copy.unsent)
        parts.append(Part(heading=say(mark("Answers not sent yet")), facts=not_sent))
    if copy.entries:
        facts = tuple(_happened(language, each, copy) for each in copy.entries)
        parts.append(Part(heading=say(mark("What else was noted")), facts=facts))
    covers = mark("Names of other people are covered.")
    marks = mark("Names of other people stand in square brackets.")
    notes = [say(covers if copy.covered else marks)]
    if copy.left_out:
        notes.append(language.say_many(*LEFT_OUT, copy.left_out))
    return Sheet(
        language=language.tag,
        title=say(mark("Your own copy")),
        notes=(say(mark("Made {moment}"), moment=language.moment(made_at)), *notes),
        parts=tuple(parts),
    )


LEFT_OUT = mark_many(
    "{count} entry of somebody else's words is left out.",
    "{count} entries of somebody else's words are left out.",
)


def name_shown(language: Language, name: str, *, covered: bool) -> str:
    """Another person's name, marked so that whoever checks the copy sees it, or covered."""
    if covered or not name:
        return language.say(SOMEBODY)
    return language.say(MARKED, name=name)


def text_of(sheet: Sheet) -> str:
    """The same as plain text, for whoever wants to read or print it without a browser."""
    lines = [sheet.title, *sheet.notes]
    for part in sheet.parts:
        lines += ["", part.heading, *part.notes]
        lines += [f"{fact.label}: {fact.text}" for fact in part.facts]
    return "\n".join(lines) + "\n"


def _placements(language: Language, copy: OwnCopy) -> Part:
    say = language.say
    facts = tuple(
        Fact(
            label=name_shown(language, label, covered=copy.covered),
            text=say(
                mark("{first} to {last}"),
                first=language.day(first),
                last=language.day(last) if last is not None else say(mark("today")),
            ),
        )
        for label, first, last in copy.placed
    )
    return Part(heading=say(mark("Placements")), facts=facts)


def _request(language: Language, told: Told, copy: OwnCopy) -> Part:
    both = mark("{title} · {reference}")
    heading = language.say(both, title=told.title, reference=told.reference)
    answers = tuple(Fact(label=question, text=answer) for question, answer in told.answers)
    happened = tuple(_happened(language, each, copy) for each in told.happened)
    return Part(heading=heading, facts=(*answers, *happened))


def _happened(language: Language, each: Happened, copy: OwnCopy) -> Fact:
    say = language.say
    text = say(HAPPENED.get(each.event, OTHERS))
    if each.own:
        text = say(mark("{what} By you."), what=text)
    elif each.who:
        who = name_shown(language, each.who, covered=copy.covered)
        text = say(mark("{what} By {who}."), what=text, who=who)
    if each.words:
        text = say(mark("{what} “{words}”"), what=text, words=each.words)
    return Fact(label=language.moment(each.at), text=text)
