"""The screen of safe times: what is chosen is ticked; times show only where something is said."""

import pytest

from conversations.safe_times import (
    DAYS,
    PARTS,
    SAFE_TIMES,
    safe_times_screen,
    something_new,
    sure_screen,
)
from conversations.screen import Screen
from conversations.who_sees import WHO_SEES, who_sees
from conversations.young_home import young_person_home
from fostering.safe_choices import Days, HowOften, PartOfDay, SafeTimes
from locales import language, languages

ENGLISH = language("en")


def labels(screen: Screen) -> list[str]:
    """The labels of all buttons."""
    return [button.label for row in screen.rows for button in row]


def words(screen: Screen) -> str:
    """All lines of a screen."""
    return "\n".join(line.text for line in screen.lines)


def test_off_is_ticked_and_no_time_is_asked_until_something_is_on() -> None:
    screen = safe_times_screen(ENGLISH, SafeTimes())
    assert [each for each in labels(screen) if each.startswith("✓")] == [
        "✓ Don't write about answers",
        "✓ Never ask how things are",
    ]
    assert not {*PARTS.values(), *DAYS.values()} & set(labels(screen))
    assert "We never write to you first." in words(screen)


@pytest.mark.parametrize("on", [{"answers": True}, {"how_often": HowOften.MONTHLY}])
def test_where_something_is_on_the_message_is_shown_beforehand_with_its_times(
    on: dict[str, object],
) -> None:
    times = SafeTimes(part=PartOfDay.EVENING, days=Days.WEEKENDS, **on)  # type: ignore[arg-type]
    screen = safe_times_screen(ENGLISH, times)
    assert {"✓ In the evening", "✓ Saturday and Sunday"} <= set(labels(screen))
    assert "It says only: “There is something new for you. Open it when it is safe.”" in words(
        screen
    )


@pytest.mark.parametrize("tag", languages())
def test_the_message_says_nothing_of_what_it_is_about_and_every_screen_can_be_hidden(
    tag: str,
) -> None:
    spoken = language(tag)
    message = something_new(spoken)
    assert len(message.lines) == 1
    assert [b.press.verb for row in message.rows for b in row if b.press] == ["home", "hide"]
    for screen in (safe_times_screen(spoken, SafeTimes()), sure_screen(spoken, "weekly")):
        verbs = [b.press.verb for row in screen.rows for b in row if b.press]
        assert verbs[-2:] == ["help", "hide"]


def test_the_way_to_turn_it_off_stays_where_nobody_answers_any_more() -> None:
    assert ENGLISH.say(WHO_SEES) in labels(young_person_home(ENGLISH, views=True, first=True))
    assert ENGLISH.say(WHO_SEES) not in labels(young_person_home(ENGLISH, views=True))
    assert ENGLISH.say(SAFE_TIMES) in labels(who_sees(ENGLISH, ["Sam"]))
