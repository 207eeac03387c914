"""A routine request has an owner and a promised answer; what is late is said and goes higher."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import go_home, lock_screen
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ("SOU-16a", "OFS-01")

PROMISED = "We promised an answer by Wednesday 25 November, 17:00. It has not come."


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def tell_of_a_move(town: Town) -> None:
    """Rosa tells that they plan to move home: a routine matter for Priya, in two working days."""
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "House, pets and safety")
    await town.rosa.presses("We are moving home", "It is planned", "Skip", "Skip", "No, nobody")
    await town.rosa.presses("Send")


async def test_nobody_has_taken_it_within_a_working_day(town: Town) -> None:
    await town.join("helen", "S-006")
    await tell_of_a_move(town)
    town.rosa.sees("It goes to Priya Sharma.")
    town.rosa.sees("You should have a first answer by Wednesday 25 November, 17:00.")
    await town.forward(hours=30)
    town.helen.does_not_see("waits for Priya Sharma")
    await town.forward(hours=2)
    for worker in (town.priya, town.helen):
        worker.sees("waits for Priya Sharma. Nobody has said that they have it.")
    town.amina.does_not_see("waits for Priya Sharma")
    assert lock_screen(town.helen)[-1] == "You have a message."


@ON_SQLITE
async def test_a_late_answer_is_said_to_who_asked_and_goes_to_the_managers(town: Town) -> None:
    await town.join("helen", "S-006")
    await tell_of_a_move(town)
    await town.priya.presses("I've got it")
    await town.forward(hours=47)
    town.priya.sees("the answer was promised by Wednesday 25 November, 17:00. That is today.")
    assert PROMISED not in town.rosa.screen
    told = len(lock_screen(town.rosa))
    await town.forward(hours=8)
    town.priya.sees("the answer was promised by Wednesday 25 November, 17:00 and is late.")
    town.helen.sees("It is with Priya Sharma. You hear of it because it is late.")
    town.rosa.sees(PROMISED)
    town.rosa.sees("We have told Helen Marsh.")
    assert lock_screen(town.rosa, told) == ["You have a message."]
    await town.forward(days=7)
    assert len(lock_screen(town.rosa, told)) == 2
    town.priya.sees("It is still missing.")
    await town.priya.presses("Open it", "Reply", "Write my own")
    await town.priya.writes("I will visit you on Monday")
    await town.priya.presses("Send")
    town.rosa.sees("I will visit you on Monday")
    assert PROMISED not in town.rosa.screen


@ON_SQLITE
async def test_an_outage_brings_one_reminder_and_not_four(town: Town) -> None:
    await tell_of_a_move(town)
    await town.jump(days=6)
    town.priya.sees("It is still missing.")
    assert town.priya.all_words.count("the answer was promised") == 1
    assert "Nobody has said that they have it." not in town.priya.all_words


@ON_SQLITE
async def test_a_no_has_its_reason_and_whoever_asked_says_if_it_helped(town: Town) -> None:
    await tell_of_a_move(town)
    await town.priya.presses("I've got it", "Close with what was done", "We said no. This is why:")
    await town.priya.presses("Form sent")
    assert "Skip" not in town.priya.buttons
    await town.priya.writes("We have to see the new house first")
    await town.priya.presses("Send")
    for words in ("We said no. This is why:", "We have to see the new house first"):
        town.rosa.sees(words)
    town.rosa.sees("Did this help?")
    told = len(lock_screen(town.priya))
    await town.rosa.presses("No, this did not help")
    town.rosa.sees("You said that this did not help. We have told Priya Sharma.")
    assert "Yes, this helped" not in town.rosa.buttons
    assert lock_screen(town.priya, told) == ["You have a message."]
    town.priya.sees("They say that this did not help.")
