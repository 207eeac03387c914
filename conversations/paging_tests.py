"""Paging tests: the test page, what stands on the first screen of it, and what managers read."""

from datetime import datetime

from conversations.screen import Button, Line, Push, Screen, button, plain, title
from fostering.paging_test_effects import PagingTest
from locales import Language, mark

TEST = mark("TEST")
NOBODY_WAITS = mark("This is a paging test. Nobody needs help.")
PRESS = mark("Press the button by {time}, so that we know that pages come through to you.")
GOT_THIS = mark("I got this")
ANSWERED = mark("Paging test answered {time}.")
NOT_ANSWERED = mark("You have not answered the paging test of {time}.")
MISSED = mark("The paging test at {time} was not answered by {name}.")
ANSWERED_SINCE = mark("{name} answered it later, at {time}.")
RING_THEM = mark("Ring them. If you can't reach them, find somebody for this shift.")


def test_page(language: Language, key: str, test: PagingTest) -> Screen:
    """The page of a test: like an alarm, but for its first line; with its answer once pressed."""
    lines: list[Line] = [title(language.say(TEST)), plain(language.say(NOBODY_WAITS))]
    rows: tuple[tuple[Button, ...], ...] = ()
    if test.answered_at is not None:
        lines.append(plain(language.say(ANSWERED, time=language.clock(test.answered_at))))
    else:
        rows = (answer_row(language, key),)
        if test.answer_by is not None:
            lines.append(plain(language.say(PRESS, time=language.clock(test.answer_by))))
        else:
            lines.append(plain(language.say(NOT_ANSWERED, time=language.clock(test.shift))))
    home = (button(language.say(mark("Back to your desk")), "home"),)
    return Screen(language=language.tag, lines=tuple(lines), rows=(*rows, home), push=Push.PAGE)


def answer_row(language: Language, key: str) -> tuple[Button, ...]:
    """The one button of a test; it is named like no button of a request."""
    return (button(language.say(GOT_THIS), "gotthis", key),)


def own_line(language: Language, test: PagingTest) -> Line | None:
    """On the first screen of who was tested: what they pressed; None while there is still time."""
    if test.answered_at is not None:
        return plain(language.say(ANSWERED, time=language.clock(test.answered_at)))
    if test.missed:
        return plain(language.say(NOT_ANSWERED, time=language.clock(test.shift)))
    return None


def missed_line(language: Language, name: str, shift: datetime) -> Line:
    """On the first screen of a manager: whose test nobody answered."""
    return plain(language.say(MISSED, time=language.clock(shift), name=name))


def missed_page(language: Language, name: str, test: PagingTest) -> Screen:
    """To the on-call manager: who did not answer; nothing of any request or child."""
    home = (button(language.say(mark("Back to your desk")), "home"),)
    lines = _missed_lines(language, name, test)
    if test.answered_at is None:
        lines.append(plain(language.say(RING_THEM)))
    return Screen(language=language.tag, lines=tuple(lines), rows=(home,), push=Push.PAGE)


def missed_in_room(language: Language, name: str, test: PagingTest) -> Screen:
    """To the out-of-hours group: the same, with no button."""
    lines = _missed_lines(language, name, test)
    return Screen(language=language.tag, lines=tuple(lines), push=Push.MESSAGE)


def _missed_lines(language: Language, name: str, test: PagingTest) -> list[Line]:
    lines = [title(language.say(TEST)), missed_line(language, name, test.shift)]
    if test.answered_at is not None:
        time = language.clock(test.answered_at)
        lines.append(plain(language.say(ANSWERED_SINCE, name=name, time=time)))
    return lines
