"""A form can be played in the terminal."""

import subprocess
import sys

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
