"""Whom people can turn to outside the service, at any time; only numbers that are checked."""

from collections.abc import Sequence

from conversations.help_card import help_button, help_lines, number_line
from conversations.screen import BLANK, Line, Screen, button, plain, quiet, title
from fostering.people import Standing
from fostering.policy import TelephoneNumber
from locales import Language, mark

LINES = ("ofsted", "nspcc", "fosterline", "fostertalk")
"""National lines; those that are not checked are shown to nobody."""


def outside_lines(language: Language, numbers: Sequence[TelephoneNumber]) -> list[Line]:
    """The service's own list of people outside it, then the national lines."""
    return [*(number_line(language, number) for number in numbers), *help_lines(language, LINES)]


def concerns_door(language: Language, numbers: Sequence[TelephoneNumber]) -> Screen:
    """*Concerns and complaints*: first who is outside, then the way to tell us."""
    lines: list[Line] = [
        title(language.say(mark("Concerns and complaints"))),
        plain(language.say(mark("You can turn to these at any time. You need not tell us."))),
        *outside_lines(language, numbers),
        BLANK,
        plain(
            language.say(
                mark(
                    "Or tell us. It goes above the person it is about, and it does not count "
                    "against you. You get an answer by a day that we name."
                )
            )
        ),
        quiet(language.say(mark("Looking at this page tells nobody."))),
    ]
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=(
            (button(language.say(mark("Tell us about it")), "open", "concern"),),
            (button(language.say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.CARER),),
        ),
    )
