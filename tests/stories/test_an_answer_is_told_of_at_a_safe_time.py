"""Who chose it hears at their own safe time that something is new, once, and not what it is."""

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.check_ins import chooses_safe_times, is_answered
from tests.stories.deeds import go_home, lock_screen
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ["SWK-20"]
NEWS = "There is something new for you. Open it when it is safe."
ON = "Write when there is an answer"
WHO = "Who sees this, language"


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, 10:00."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """This service asks young people how things are."""
    return {"views": True}


async def test_an_answer_is_told_of_once_at_the_time_they_chose(town: Town) -> None:
    await town.join("owen", "S-002")
    await go_home(town.jay)
    await town.jay.presses(WHO, "Safe times")
    town.jay.sees("We never write to you first.")
    await chooses_safe_times(town.jay, ON, "In the evening", "Monday to Friday")
    assert "✓ In the evening" in town.jay.buttons
    await is_answered(town)
    before = len(lock_screen(town.jay))
    await town.forward(hours=8)
    assert len(lock_screen(town.jay)) == before
    await town.forward(hours=2)
    assert town.jay.screen == NEWS
    assert len(lock_screen(town.jay)) == before + 1
    assert "answer" not in " ".join(lock_screen(town.jay)[before:]).casefold()
    await town.forward(days=3)
    assert len(lock_screen(town.jay)) == before + 1
    await town.jay.presses("Open")
    town.jay.sees("Hi. In danger: 999.")
