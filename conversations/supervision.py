"""Supervision on the screen: my dates, the reminder, confirm, move, held, did not happen."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from conversations.help_card import help_button
from conversations.placement_start import THE_START
from conversations.screen import Button, File, Line, Screen, button, plain, quiet, title
from fostering.people import Standing
from fostering.supervision import Supervision, SupervisionState
from locales import Language, mark

TO_THE_CARER = {
    "there": mark("You said that you will be there."),
    "another": mark("You asked for another time. This one stands until your worker moves it."),
}
OF_THE_CARER = {
    "there": mark("They said that they will be there."),
    "another": mark("They asked for another time: {moment}."),
}


def my_dates(
    language: Language,
    supervision: Supervision | None,
    due: date | None,
    worker: str,
    at: datetime,
    starts: Sequence[tuple[str, str]] = (),
) -> Screen:
    """*My dates*: the last supervision held, the next one planned, and by when it is due.

    `starts` are the placements that are only beginning: (key, label).
    """
    lines: list[Line] = [title(language.say(mark("My dates")))]
    rows: list[tuple[Button, ...]] = []
    if supervision is None:
        lines.append(plain(language.say(mark("We have no dates for you yet. Ask your worker."))))
    else:
        lines += _supervision_lines(language, supervision, due, worker)
        rows += _supervision_rows(language, supervision, at)
    rows += [(button(language.say(THE_START, label=label), "start", key),) for key, label in starts]
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, Standing.CARER),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def _supervision_lines(
    language: Language,
    supervision: Supervision,
    due: date | None,
    worker: str,
    *,
    words: Mapping[str, str] = TO_THE_CARER,
) -> list[Line]:
    lines: list[Line] = []
    if supervision.last_held is not None:
        lines.append(
            plain(
                language.say(
                    mark("Last supervision: {day}"), day=language.day(supervision.last_held)
                )
            )
        )
    if supervision.planned_for is not None:
        lines.append(
            plain(
                language.say(
                    mark("Next supervision: {moment}"),
                    moment=language.moment(supervision.planned_for),
                )
            )
        )
        if worker:
            lines.append(plain(language.say(mark("With {name}"), name=worker)))
        if supervision.state is SupervisionState.CONFIRMED:
            lines.append(quiet(language.say(words["there"])))
        if supervision.another_time_at is not None:
            asked = language.moment(supervision.another_time_at)
            lines.append(plain(language.say(words["another"], moment=asked)))
    else:
        lines.append(plain(language.say(mark("The next supervision is not planned yet."))))
    if supervision.state is SupervisionState.SAID_HELD and supervision.said_held_on is not None:
        lines.append(
            plain(
                language.say(
                    mark("We were told that it was held on {day}."),
                    day=language.day(supervision.said_held_on),
                )
            )
        )
    if due is not None:
        lines.append(
            quiet(language.say(mark("It should be held by {day}."), day=language.day(due)))
        )
    return lines


def _supervision_rows(
    language: Language, supervision: Supervision, at: datetime
) -> list[tuple[Button, ...]]:
    """What the carer can say: before the meeting about its time, afterwards that it was not."""
    version = str(supervision.moves)
    did_not = (button(language.say(mark("It did not happen")), "supnot", version),)
    if supervision.state is SupervisionState.SAID_HELD:
        return [(button(language.say(mark("Yes, it was held")), "supheld", version),), did_not]
    if supervision.planned_for is None:
        return []
    if supervision.passed(at):
        return [did_not]
    rows: list[tuple[Button, ...]] = []
    if supervision.state is SupervisionState.PLANNED:
        rows.append((button(language.say(mark("I will be there")), "supok", version),))
    if supervision.another_time_at is None:
        rows.append((button(language.say(mark("I need another time")), "supmove", version),))
    rows.append((button(language.say(mark("Put it in my calendar")), "ics"),))
    return rows


def reminder(language: Language, supervision: Supervision, worker: str, at: datetime) -> Screen:
    """The carer's reminder of the day; it names no child and no subject."""
    lines = [title(language.say(mark("Supervision")))]
    lines += _supervision_lines(language, supervision, None, worker)
    rows = _supervision_rows(language, supervision, at)
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, Standing.CARER),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def calendar_screen(language: Language, file: File) -> Screen:
    """The calendar file, with a title that says no more than "Meeting" (practice 21)."""
    return Screen(
        language=language.tag,
        lines=(plain(language.say(mark("Open the file to put the meeting into your calendar."))),),
        rows=((button(language.say(mark("Back to the start")), "home"),),),
        file=file,
    )


def worker_list(
    language: Language, carers: Sequence[tuple[str, str, Supervision, date | None]]
) -> Screen:
    """A supervising social worker's own list: (key, carer's name, supervision, due day)."""
    lines: list[Line] = [title(language.say(mark("Supervisions")))]
    rows: list[tuple[Button, ...]] = []
    for key, name, supervision, due in carers:
        planned = supervision.planned_for
        if planned is not None:
            lines.append(
                plain(
                    language.say(
                        mark("{name}: planned for {moment}"),
                        name=name,
                        moment=language.moment(planned),
                    )
                )
            )
        elif due is not None:
            lines.append(
                plain(
                    language.say(
                        mark("{name}: not planned, due by {day}"), name=name, day=language.day(due)
                    )
                )
            )
        if supervision.another_time_at is not None:
            asks = mark("{name} asked for another time.")
            lines.append(plain(language.say(asks, name=name)))
        rows.append((button(name, "supof", key),))
    if not carers:
        lines.append(plain(language.say(mark("Nobody is on your list."))))
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def worker_view(
    language: Language,
    name: str,
    key: str,
    supervision: Supervision,
    due: date | None,
    at: datetime,
) -> Screen:
    """One carer's supervision for the worker: plan, move, held, did not happen."""
    lines = [title(language.say(mark("Supervision with {name}"), name=name))]
    lines += _supervision_lines(language, supervision, due, "", words=OF_THE_CARER)
    plan = mark("Move it") if supervision.planned_for else mark("Plan it")
    rows: list[tuple[Button, ...]] = [(button(language.say(plan), "supplan", key),)]
    if supervision.planned_for is not None and supervision.planned_for <= at:
        rows.append((button(language.say(mark("It was held")), "supdid", key),))
    rows.append((button(language.say(mark("Back")), "sups"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def overdue_notice(
    language: Language, name: str, key: str, due: date, *, to_manager: bool
) -> Screen:
    """A supervision has not been held in time: first the worker is told, then the manager."""
    words = (
        mark("A supervision is overdue: {name}, due by {day}. The worker was told before you.")
        if to_manager
        else mark("A supervision is overdue: {name}, due by {day}. Plan it now.")
    )
    rows: tuple[tuple[Button, ...], ...] = ()
    if not to_manager:
        rows = ((button(language.say(mark("Plan it")), "supplan", key),),)
    return Screen(
        language=language.tag,
        lines=(plain(language.say(words, name=name, day=language.day(due))),),
        rows=(*rows, (button(language.say(mark("Back to your desk")), "home"),)),
    )


def plan_soon_notice(language: Language, name: str, key: str, due: date) -> Screen:
    """Nothing is planned and the six weeks are nearly over."""
    return Screen(
        language=language.tag,
        lines=(
            plain(
                language.say(
                    mark("No supervision is planned with {name}. It is due by {day}."),
                    name=name,
                    day=language.day(due),
                )
            ),
        ),
        rows=(
            (button(language.say(mark("Plan it")), "supplan", key),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
    )


def another_time_asked(language: Language, name: str, key: str) -> Screen:
    """The carer cannot make it; the worker is asked to find another time."""
    return Screen(
        language=language.tag,
        lines=(
            plain(language.say(mark("{name} needs another time for the supervision."), name=name)),
        ),
        rows=(
            (button(language.say(mark("Move it")), "supplan", key),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
    )


def there_after_all(language: Language, name: str, key: str) -> Screen:
    """The carer had asked for another time and will be there after all."""
    words = mark("{name} will be there after all. The supervision needs no other time.")
    return Screen(
        language=language.tag,
        lines=(plain(language.say(words, name=name)),),
        rows=(
            (button(language.say(mark("Open it")), "supof", key),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
    )


def did_not_happen_notice(language: Language, name: str, key: str) -> Screen:
    """The carer says it did not happen; no reason is asked (practice 21)."""
    return Screen(
        language=language.tag,
        lines=(
            plain(
                language.say(
                    mark("{name} says the supervision did not happen. Plan a new time."), name=name
                )
            ),
        ),
        rows=(
            (button(language.say(mark("Plan it")), "supplan", key),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
    )
