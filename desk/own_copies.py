"""A person's own copy at the desk: everything of theirs, gathered from what is kept."""

from collections.abc import Iterable
from datetime import date

from conversations.card import shown_answers
from conversations.catalogue import FORMS
from conversations.duty_replies import reply_words
from conversations.own_copy import Happened, OwnCopy, Told, name_shown
from conversations.safe_times import chosen_words
from desk import scenes
from desk.answers import answers_of
from desk.facts import facts_for
from desk.say import tongue_of
from desk.scene import Written
from desk.unit import Unit
from desk.views import household_of, name_of, title_of
from fostering.advocacy import ASKED_IN
from fostering.care_day_notes import days_of
from fostering.care_days import CareDay
from fostering.drafts import SKIPPED
from fostering.meeting import Meeting
from fostering.people import Household, Person, Standing
from fostering.policy import Policy
from fostering.requests import Request
from locales import Language
from storage import chronology, drafts, households, people, requests
from storage.database import Reader
from storage.meetings import ANNUAL_REVIEWS, SUPERVISIONS

WRITTEN_TO_THEM = ("ReplySent", "RequestClosed", "CheckInAnswered")
"""What workers wrote to the person; all other words are shown to whoever wrote them, and no one."""
SHOWN = ("words", "reason", "said", "done", "why_not")
"""The fields of an entry that hold what somebody wrote, and no code."""
SEALED = ("PrivateHomeStarted", "PrivateHomeEnded", "PrivateHomeTold", "RequestDrawnIn")
"""Of a private process nothing stands in it (practice 14)."""
NAME_OTHERS = ("child", "must_not_see")
"""The questions whose answer is the name of somebody else."""
NAME_NOBODY = ("all", "nobody", ("nobody",), SKIPPED)
DAYS = ("born", "approved")
MEETINGS = (("supervision", SUPERVISIONS), ("review", ANNUAL_REVIEWS))


async def gather(reader: Reader, policy: Policy, person: Person, *, covered: bool) -> OwnCopy:
    """Everything about one person; nothing of anybody else's words, and no private process.

    What must be said about that, a manager says (practice 14, 15).
    """
    scene = await scenes.for_clock(reader, policy, reader.now)
    theirs = [r for r in await requests.all_of(reader, person.id) if not r.private]
    await scenes.reach(reader, scene, [request.id for request in theirs])
    scene.people[person.id] = person
    unit = Unit(scene=scene)
    words = tongue_of(unit, person)
    home = (await households.of(reader, [person])).get(person.id)
    if home is not None:
        scene.people |= await people.load(reader, home.carers)
    entries = (await chronology.entries(reader, [person.id]))[person.id]
    shown = (entry for entry in entries if entry.event not in SEALED)
    noted = [Written(at=e.at, actor=e.actor, event=e.event, words={}) for e in shown]
    kept = (await drafts.of(reader, [person.id])).get(person.id, ())
    facts = [*_facts(person, words)]
    for name, sort in MEETINGS:
        meeting = (await sort.of(reader, [person.id])).get(person.id)
        facts += _days(name, meeting, words) if meeting is not None else []
    return OwnCopy(
        held=facts,
        placed=_placed(unit, person, home, words),
        requests=[_told(unit, request, person, words, covered=covered) for request in theirs],
        entries=[_happened(unit, line, person, words) for line in noted],
        unsent=[words.say(FORMS[d.form].title) for d in kept if d.form in FORMS.keys() - ASKED_IN],
        covered=covered,
    )


def _facts(person: Person, language: Language) -> Iterable[tuple[str, str]]:
    for name in ("name", "telephone", "address"):
        if text := getattr(person, name):
            yield name, text
    for name in DAYS:
        if (day := getattr(person, name)) is not None:
            yield name, language.day(day)
    if person.safe_times is not None:
        yield "safe_times", chosen_words(language, person.safe_times)
    for which in CareDay:
        if (day := days_of(person).day_of(which)) is not None:
            yield f"care_{which.value}", language.day(day)
    yield "language", person.language


def _days(name: str, meeting: Meeting, language: Language) -> list[tuple[str, str]]:
    """When it was held last, and when it is planned."""
    day, planned = meeting.last_held, meeting.planned_for
    held = [(f"{name}_held", language.day(day))] if day is not None else []
    return [*held, *([(f"{name}_planned", language.moment(planned))] if planned else [])]


def _placed(
    unit: Unit, person: Person, home: Household | None, language: Language
) -> list[tuple[str, date, date | None]]:
    """A carer's children by their labels; a young person's own placements, by their carers."""
    if home is None:
        return []
    if person.standing is Standing.CARER:
        return [(p.label, p.first, p.last) for p in home.placements]
    carers = language.items([name for c in sorted(home.carers) if (name := name_of(unit, c))])
    own = (p for p in home.placements if p.young_person == person.id)
    return [(carers, p.first, p.last) for p in own]


def _told(
    unit: Unit, request: Request, person: Person, language: Language, *, covered: bool
) -> Told:
    lines = [w for w in unit.scene.written.get(request.id, ()) if w.event not in SEALED]
    form = FORMS.get(request.form)
    asked: list[tuple[str, str]] = []
    answers = answers_of(unit, request) if request.entered_by is None else {}
    facts = facts_for(unit, language, household_of(unit, request))
    for key in answers if form is not None else ():
        shown = shown_answers(form, answers, facts, only=(key,)) if form is not None else ()
        others = key in NAME_OTHERS and answers[key] not in NAME_NOBODY
        asked += [
            (label, name_shown(language, text, covered=covered) if others else text)
            for label, text in shown
        ]
    return Told(
        reference=request.reference,
        title=title_of(unit, request, language),
        raised_at=request.raised_at,
        answers=asked,
        happened=[_happened(unit, line, person, language) for line in lines],
        left_out=sum(_is_of_others(line, person) for line in lines),
    )


def _happened(unit: Unit, line: Written, person: Person, language: Language) -> Happened:
    own = line.actor == person.id
    words = ""
    if own or line.event in WRITTEN_TO_THEM:
        young = person.standing is Standing.YOUNG_PERSON
        words = reply_words(language, line.words, young=young) if line.words.get("code") else ""
        words = words or "\n".join(line.words[name] for name in SHOWN if line.words.get(name))
    return Happened(
        at=line.at, event=line.event, who=name_of(unit, line.actor), own=own, words=words
    )


def _is_of_others(line: Written, person: Person) -> bool:
    """Whether somebody else wrote words here that are not for this person."""
    theirs = line.actor == person.id or line.event in WRITTEN_TO_THEM
    return not theirs and any(line.words.values())
