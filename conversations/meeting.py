"""A meeting on the screen: the reminder, confirm, move, held, did not happen; a worker's list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conversations.help_card import help_button
from conversations.screen import Button, File, Line, Press, Screen, button, plain, quiet, title
from fostering.meeting import Meeting, MeetingState
from fostering.people import Standing
from locales import Language, mark

TO_THE_CARER = {
    "there": mark("You said that you will be there."),
    "another": mark("You asked for another time. This one stands until your worker moves it."),
}
OF_THE_CARER = {
    "there": mark("They said that they will be there."),
    "another": mark("They asked for another time: {moment}."),
}


@dataclass(frozen=True, kw_only=True)
class Presses:
    """What the buttons of one sort of meeting mean."""

    there: Press
    another: Press
    held: Press
    was_not: Press
    calendar: Press
    listed: Press
    one: Press
    plan: Press
    did: Press


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The marked texts of one sort of meeting; each is whole, and none is built from pieces."""

    card: str
    title: str
    last: str
    next: str
    unplanned: str
    due: str
    late: str
    all: str
    with_name: str
    listed_planned: str
    listed_due: str
    needs_another: str
    there_after_all: str
    did_not_happen: str
    presses: Presses


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One carer's meeting in a worker's list; `key` goes by the carer, `due` is a local day."""

    key: str
    name: str
    meeting: Meeting
    due: date | None


def meeting_lines(
    language: Language,
    words: Wording,
    meeting: Meeting,
    due: date | None,
    worker: str,
    *,
    said: Mapping[str, str] = TO_THE_CARER,
    late: bool = False,
) -> list[Line]:
    """The last one held, the next one, what was said of it, and by when it is due."""
    lines: list[Line] = []
    if meeting.last_held is not None:
        lines.append(plain(language.say(words.last, day=language.day(meeting.last_held))))
    if meeting.planned_for is not None:
        moment = language.moment(meeting.planned_for)
        lines.append(plain(language.say(words.next, moment=moment)))
        if worker:
            lines.append(plain(language.say(mark("With {name}"), name=worker)))
        if meeting.state is MeetingState.CONFIRMED:
            lines.append(quiet(language.say(said["there"])))
        if meeting.another_time_at is not None:
            asked = language.moment(meeting.another_time_at)
            lines.append(plain(language.say(said["another"], moment=asked)))
    else:
        lines.append(plain(language.say(words.unplanned)))
    if meeting.state is MeetingState.SAID_HELD and meeting.said_held_on is not None:
        day = language.day(meeting.said_held_on)
        lines.append(plain(language.say(mark("We were told that it was held on {day}."), day=day)))
    if due is not None:
        text = words.late if late else words.due
        lines.append(quiet(language.say(text, day=language.day(due))))
    return lines


def meeting_rows(
    language: Language, words: Wording, meeting: Meeting, at: datetime
) -> list[tuple[Button, ...]]:
    """What the carer can say: before the meeting about its time, afterwards that it was not."""
    version, means = str(meeting.moves), words.presses
    did_not = (button(language.say(mark("It did not happen")), means.was_not.verb, version),)
    if meeting.state is MeetingState.SAID_HELD:
        yes = button(language.say(mark("Yes, it was held")), means.held.verb, version)
        return [(yes,), did_not]
    if meeting.planned_for is None:
        return []
    if meeting.passed(at):
        return [did_not]
    rows: list[tuple[Button, ...]] = []
    if meeting.state is MeetingState.PLANNED:
        rows.append((button(language.say(mark("I will be there")), means.there.verb, version),))
    if meeting.another_time_at is None:
        another = mark("I need another time")
        rows.append((button(language.say(another), means.another.verb, version),))
    rows.append((button(language.say(mark("Put it in my calendar")), means.calendar.verb),))
    return rows


def reminder(
    language: Language,
    words: Wording,
    meeting: Meeting,
    worker: str,
    at: datetime,
    *,
    due: date | None = None,
    late: bool = False,
    more: Sequence[Line] = (),
    first: Sequence[tuple[Button, ...]] = (),
) -> Screen:
    """One meeting as its carer sees it; it names no child and no subject."""
    lines = [title(language.say(words.title))]
    lines += meeting_lines(language, words, meeting, due, worker, late=late)
    rows = [*first, *meeting_rows(language, words, meeting, at)]
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, Standing.CARER),))
    return Screen(language=language.tag, lines=(*lines, *more), rows=tuple(rows))


def calendar_screen(language: Language, file: File) -> Screen:
    """The calendar file, with a title that says no more than "Meeting" (practice 21)."""
    return Screen(
        language=language.tag,
        lines=(plain(language.say(mark("Open the file to put the meeting into your calendar."))),),
        rows=((button(language.say(mark("Back to the start")), "home"),),),
        file=file,
    )


def worker_list(language: Language, words: Wording, carers: Sequence[Listed]) -> Screen:
    """The meetings of a worker's own carers, or of all for a manager."""
    lines: list[Line] = [title(language.say(words.all))]
    rows: list[tuple[Button, ...]] = []
    for each in carers:
        planned = each.meeting.planned_for
        if planned is not None:
            moment = language.moment(planned)
            listed = language.say(words.listed_planned, name=each.name, moment=moment)
            lines.append(plain(listed))
        elif each.due is not None:
            day = language.day(each.due)
            lines.append(plain(language.say(words.listed_due, name=each.name, day=day)))
        if each.meeting.another_time_at is not None:
            asks = mark("{name} asked for another time.")
            lines.append(plain(language.say(asks, name=each.name)))
        rows.append((button(each.name, words.presses.one.verb, each.key),))
    if not carers:
        lines.append(plain(language.say(mark("Nobody is on your list."))))
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def worker_view(
    language: Language,
    words: Wording,
    listed: Listed,
    at: datetime,
    *,
    late: bool = False,
    more: Sequence[Line] = (),
    last: Sequence[tuple[Button, ...]] = (),
) -> Screen:
    """One carer's meeting for the worker: plan, move, held, did not happen."""
    meeting, means = listed.meeting, words.presses
    lines = [title(language.say(words.with_name, name=listed.name))]
    lines += meeting_lines(language, words, meeting, listed.due, "", said=OF_THE_CARER, late=late)
    plan = mark("Move it") if meeting.planned_for else mark("Plan it")
    rows: list[tuple[Button, ...]] = [
        (button(language.say(plan), means.plan.verb, listed.key),),
    ]
    if meeting.passed(at):
        rows.append((button(language.say(mark("It was held")), means.did.verb, listed.key),))
    rows += last
    rows.append((button(language.say(mark("Back")), means.listed.verb),))
    return Screen(language=language.tag, lines=(*lines, *more), rows=tuple(rows))


def notice(language: Language, sentence: str, *rows: Button) -> Screen:
    """One translated sentence for a worker, what they can do about it, and the way back."""
    back = button(language.say(mark("Back to your desk")), "home")
    return Screen(
        language=language.tag,
        lines=(plain(sentence),),
        rows=tuple((each,) for each in (*rows, back)),
    )


def another_time_asked(language: Language, words: Wording, name: str, key: str) -> Screen:
    """The carer cannot make it; the worker is asked to find another time."""
    move = button(language.say(mark("Move it")), words.presses.plan.verb, key)
    return notice(language, language.say(words.needs_another, name=name), move)


def there_after_all(language: Language, words: Wording, name: str, key: str) -> Screen:
    """The carer had asked for another time and will be there after all."""
    see = button(language.say(mark("Open it")), words.presses.one.verb, key)
    return notice(language, language.say(words.there_after_all, name=name), see)


def did_not_happen_notice(language: Language, words: Wording, name: str, key: str) -> Screen:
    """The carer says it did not happen; no reason is asked (practice 21)."""
    plan = button(language.say(mark("Plan it")), words.presses.plan.verb, key)
    return notice(language, language.say(words.did_not_happen, name=name), plan)
