"""The screens of reminders in doubt: what a worker reads, and when there is nothing to send."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from conversations.doubts import SOMETHING_ELSE, WHAT, doubt_screen, none_left
from conversations.screen import Screen
from fostering.doubts import Doubt
from locales import language

AT = datetime(2026, 11, 26, 14, 5, tzinfo=UTC)
DOUBT = Doubt(id=UUID(int=1), to=UUID(int=2), card="start:abc", at=AT)
WORDS = language("en")


def words_of(screen: Screen) -> str:
    return "\n".join(line.text for line in screen.lines)


def labels_of(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def test_one_at_a_time_and_how_many_more_there_are() -> None:
    after = [replace(DOUBT, id=UUID(int=n)) for n in (3, 4)]
    screen = doubt_screen(WORDS, DOUBT, "Rosa Okafor", after=after)
    assert "About: a placement that begins" in words_of(screen)
    assert "More of them: 2" in words_of(screen)
    assert labels_of(screen) == [
        "Tell them again",
        "They know",
        "The next one",
        "Back to your desk",
    ]
    [following] = [row[0].press for row in screen.rows if row[0].label == "The next one"]
    assert following is not None
    assert following.args == (UUID(int=3).hex,)


def test_whose_words_are_gone_can_only_be_rung() -> None:
    screen = doubt_screen(WORDS, replace(DOUBT, kept=False), "Rosa Okafor", after=[])
    assert "Ring them." in words_of(screen)
    assert labels_of(screen) == ["They know", "Back to your desk"]


@pytest.mark.parametrize("card", [*WHAT, "", "something of tomorrow"])
def test_what_it_was_about_is_said_in_words_of_ours(card: str) -> None:
    screen = doubt_screen(WORDS, replace(DOUBT, card=card), "Rosa Okafor", after=[])
    assert f"About: {WHAT.get(card, SOMETHING_ELSE)}" in words_of(screen)


def test_where_there_is_none_the_way_back_is_left() -> None:
    assert labels_of(none_left(WORDS)) == ["Back to your desk"]
