"""Anything changed at home? The quarterly question, in neutral words, and what follows it."""

from datetime import date

from conversations.help_card import help_button
from conversations.screen import Button, Line, Screen, button, plain, quiet, title
from fostering.home_check import HomeCheck
from fostering.people import Standing
from locales import Language, mark

ANYTHING_CHANGED = mark("Anything changed at home?")


def question(language: Language) -> Screen:
    """It asks; nothing is said to be wrong, and nobody waits for the answer."""
    lines = [
        title(language.say(ANYTHING_CHANGED)),
        plain(language.say(mark("We ask every few months, so that nothing is forgotten."))),
        quiet(language.say(mark("People, rooms, work, health, pets, cars: big or small."))),
    ]
    rows: list[tuple[Button, ...]] = [
        (button(language.say(mark("Nothing has changed")), "homesame"),),
        (button(language.say(mark("Something has changed")), "homenew"),),
        (button(language.say(mark("Don't ask me again")), "homeoff"),),
    ]
    return _screen(language, lines, rows)


def noted(language: Language, check: HomeCheck, today: date) -> Screen:
    """What was answered, and whether it is asked again."""
    lines = [title(language.say(ANYTHING_CHANGED))]
    rows: list[tuple[Button, ...]] = []
    if check.answered_on is not None:
        day = language.day(check.answered_on, today)
        lines.append(plain(language.say(mark("You answered on {day}. It is noted."), day=day)))
    if check.off:
        lines.append(quiet(language.say(mark("We do not ask again. Tell us when it changes."))))
        rows += [(button(language.say(mark("Ask me every few months")), "homeon"),)]
    else:
        lines.append(quiet(language.say(mark("We ask again in a few months."))))
        rows += [(button(language.say(mark("Don't ask me again")), "homeoff"),)]
    return _screen(language, lines, rows)


def _screen(language: Language, lines: list[Line], rows: list[tuple[Button, ...]]) -> Screen:
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=(
            *rows,
            (button(language.say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.CARER),),
        ),
    )
