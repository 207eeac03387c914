"""A form can be played in the terminal."""

import re
import subprocess
import sys

from conversations.kinds import KINDS
from conversations.readers import next_step_of
from locales import language
from tests.house.sources import HOUSE


def play(form: str, *typed: str, language: str = "en") -> str:
    """What the terminal shows when this is typed line by line."""
    played = subprocess.run(
        [sys.executable, "-m", "conversations", form, "--language", language],
        input="\n".join(typed) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=HOUSE,
        check=True,
    )
    return played.stdout


def test_numbers_press_buttons_and_words_answer() -> None:
    shown = play("add_words", "Blue Fox is better", "1")
    assert "Blue Fox is better" in shown
    assert shown.rstrip().endswith("Your words: Blue Fox is better")


def test_cancelling_asks_once_and_then_ends() -> None:
    shown = play("household_change", "10", "1")
    assert "Throw these answers away?" in shown


def test_the_end_of_the_input_ends_it() -> None:
    assert "What is it about?" in play("household_change", "nonsense", "99")


def test_a_household_change_is_played_from_its_first_question_to_its_last() -> None:
    typed = ("who lives here", "someone new", "2", "1", "next friday", "no")
    shown = play("household_change", *typed, "Only at weekends", "no, nobody", "1")
    assert "What is it about?" in shown
    assert next_step_of(language("en"), KINDS["CH01"]) in shown
    assert "Friday 27 November" in shown
    assert "What it is: Someone new will live here" in shown


def test_a_change_is_played_in_arabic_too() -> None:
    shown = play("household_change", "1", "1", "2", language="ar")
    assert next_step_of(language("ar"), KINDS["CH01"]) in shown
    assert not re.search("[a-z]", shown.partition("\n")[2])
