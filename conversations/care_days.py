"""The days of care on a worker's screen: a child's next care review and a planned move."""

from collections.abc import Mapping
from datetime import date

from conversations.help_card import help_button
from conversations.screen import BLANK, Button, Line, Screen, button, plain, quiet, title
from fostering.care_days import CareDay, CareDays
from fostering.people import Standing
from locales import Language, mark

REVIEW_AND_MOVE = mark("Care review and move")
OF_CHILD = mark("Care review and move: {label}")
FIRST, MOVED, OFF = "first", "moved", "off"
"""What a worker says of a day: it is set, it has moved, it does not take place."""
TOLD_FIRST = mark(
    "Set a move only once the young person has been told of it. Their own chat may name these days "
    "on a screen that they open."
)
NONE_SET: Mapping[CareDay, str] = {
    CareDay.REVIEW: mark("Next care review: no day is set."),
    CareDay.MOVE: mark("No move is planned."),
}
TO_COME: Mapping[CareDay, str] = {
    CareDay.REVIEW: mark("Next care review: {day}."),
    CareDay.MOVE: mark("Planned move: {day}."),
}
PASSED: Mapping[CareDay, str] = {
    CareDay.REVIEW: mark("The care review of {day} has passed. The next day is not set."),
    CareDay.MOVE: mark("A move was planned for {day}. That day has passed."),
}
LABELS: Mapping[tuple[CareDay, str], str] = {
    (CareDay.REVIEW, FIRST): mark("Set the care review"),
    (CareDay.REVIEW, MOVED): mark("The care review has moved"),
    (CareDay.REVIEW, OFF): mark("No care review on that day"),
    (CareDay.MOVE, FIRST): mark("Set a move"),
    (CareDay.MOVE, MOVED): mark("The move has moved"),
    (CareDay.MOVE, OFF): mark("No move on that day"),
}


def care_days_screen(
    language: Language, key: str, label: str, days: CareDays, today: date
) -> Screen:
    """Both days of one child, with what can be said of each; `today` is the local day."""
    say = language.say
    lines: list[Line] = [title(say(OF_CHILD, label=label))]
    rows: list[tuple[Button, ...]] = []
    for which in CareDay:
        day = days.day_of(which)
        lines.append(plain(day_line(language, which, day, today)))
        rows += [
            (button(say(LABELS[which, said]), "careday", key, f"{which.value}.{said}"),)
            for said in may_be_said(day, today)
        ]
    lines += [BLANK, quiet(say(TOLD_FIRST))]
    rows += [
        (button(say(mark("Back")), "decides", key),),
        (button(say(mark("Back to your desk")), "home"),),
        (help_button(language, Standing.STAFF),),
    ]
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def day_line(language: Language, which: CareDay, day: date | None, today: date) -> str:
    """The day as it stands: none, to come, or passed."""
    if day is None:
        return language.say(NONE_SET[which])
    words = TO_COME if day >= today else PASSED
    return language.say(words[which], day=language.day(day, today))


def may_be_said(day: date | None, today: date) -> tuple[str, ...]:
    """A day to come may move; after one that has passed the next may be set."""
    if day is None:
        return (FIRST,)
    return (MOVED, OFF) if day >= today else (FIRST, OFF)
