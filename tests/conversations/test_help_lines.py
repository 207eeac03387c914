"""National help lines: only those that somebody has checked, with the day (practice 10)."""

import pytest

from conversations.help_card import help_card, help_lines, who_can_help
from conversations.kinds import NUMBERS
from conversations.screen import Screen
from conversations.young_home import young_person_home
from fostering.people import Standing
from locales import language

ENGLISH = language("en")
CARDS = {
    "carer": help_card(ENGLISH, (), Standing.CARER, can_tell=True),
    "young person": help_card(ENGLISH, (), Standing.YOUNG_PERSON, can_tell=True),
    "stranger": help_card(ENGLISH, (), None, can_tell=False),
    "who can help": who_can_help(ENGLISH, ()),
    "young person's start": young_person_home(ENGLISH),
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS.keys())
def test_every_help_line_on_a_card_says_when_it_was_last_checked(card: Screen) -> None:
    shown = [
        line.text
        for line in card.lines
        if any(line.text.startswith(f"{number.name}: ") for number in NUMBERS.values())
    ]
    assert shown
    assert all("(last checked Sunday 22 November 2026)" in words for words in shown), shown


def test_a_line_that_waits_for_a_check_is_shown_to_nobody() -> None:
    assert NUMBERS["samaritans"].confirm
    assert help_lines(ENGLISH, ("samaritans", "nobody")) == []
    assert len(help_lines(ENGLISH, ("childline",))) == 1
