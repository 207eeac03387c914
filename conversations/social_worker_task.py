"""Telling the child's social worker: the list of who still has to, what the clock says about it.

Nothing here names a child or a carer: a reference, a day, and the names of staff.
"""

from collections.abc import Sequence
from datetime import datetime

from conversations.screen import Button, Line, Push, Screen, button, plain, quiet, title
from fostering.requests import Request
from locales import Language, mark, mark_many

LISTED = 10
NOTHING = mark("Nothing to do here.")
TELL_BY = mark("Tell the child's social worker by {day}: they are not linked here.")
TOLD = mark("{name} told the child's social worker on {day}.")
STILL_TO_TELL = mark("Your service still has to tell the child's social worker.")
MORE = mark_many("{count} more comes after these.", "{count} more come after these.")
TOLD_THEM = mark("I have told them")


def task_list(language: Language, tasks: Sequence[Request], at: datetime) -> Screen:
    """*To do*: each with its reference and its day, the first due on top."""
    lines: list[Line] = [title(language.say(mark("To do")))]
    if tasks:
        lines.append(
            plain(language.say(mark("Tell the child's social worker about each of these.")))
        )
    else:
        lines.append(plain(language.say(NOTHING)))
    rows: list[tuple[Button, ...]] = []
    for request in tasks[:LISTED]:
        lines.append(plain(_line(language, request, at)))
        key, reference = request.id.hex, request.reference
        told = language.say(mark("{reference}: I have told them"), reference=reference)
        rows.append((button(told, "toldlist", key),))
        opened = language.say(mark("{reference}: open it"), reference=reference)
        rows.append((button(opened, "req", key),))
    if len(tasks) > LISTED:
        lines.append(quiet(language.say_many(*MORE, len(tasks) - LISTED)))
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows), push=Push.NONE)


def task_line(language: Language, request: Request, teller: str) -> list[Line]:
    """On a worker's page: until when, or who told them; nothing where there is no task."""
    if request.task_due is None:
        return []
    if request.task_done_at is None:
        return [plain(language.say(TELL_BY, day=language.day_of(request.task_due)))]
    return [plain(told_line(language, request, teller))]


def told_line(language: Language, request: Request, teller: str) -> str:
    """Who told the child's social worker, and on which day."""
    day = language.day_of(request.task_done_at or request.raised_at)
    return language.say(TOLD, name=teller, day=day)


def task_due(language: Language, request: Request) -> Screen:
    """It was due and nobody has said that they did it: to whoever answers for it."""
    words = mark(
        "{reference}: the child's social worker was to be told by {day}. "
        "No one has said that they have."
    )
    return _notice(language, request, words)


def task_overdue(language: Language, request: Request, owner: str) -> Screen:
    """A working day later: to a manager."""
    words = mark(
        "{reference}: the child's social worker was to be told by {day}. "
        "No one has said that they have. It is with {name}."
    )
    nobody = mark(
        "{reference}: the child's social worker was to be told by {day}. "
        "No one has said that they have. It is with nobody."
    )
    return _notice(language, request, words if owner else nobody, owner)


def _notice(language: Language, request: Request, words: str, name: str = "") -> Screen:
    day = language.day_of(request.task_due or request.raised_at)
    said = language.say(words, reference=request.reference, day=day, name=name)
    key = request.id.hex
    return Screen(
        language=language.tag,
        lines=(plain(said),),
        rows=(
            (button(language.say(TOLD_THEM), "told", key),),
            (button(language.say(mark("Open it")), "req", key),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
    )


def _line(language: Language, request: Request, at: datetime) -> str:
    due = request.task_due or request.raised_at
    by = mark("{reference} · by {day}") if at <= due else mark("{reference} · was due {day}")
    return language.say(by, reference=request.reference, day=language.day_of(due))
