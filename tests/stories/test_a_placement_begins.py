"""A placement begins: the carer is asked what they were told, and what is missing is chased."""

from pathlib import Path

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.arrivals import bring
from tests.stories.deeds import go_home, lock_screen
from tests.town import MONDAY_MORNING, Town

UPHOLDS = (
    "SWK-08",
    "SWK-08b",
    "SWK-16",
    "SOU-11",
    "SOU-12",
    "DMR-15",
    "DMR-28",
    "OFS-06",
)


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def test_a_carer_is_asked_what_they_were_told_and_what_is_missing_is_chased(
    town: Town, tmp_path: Path
) -> None:
    told = len(lock_screen(town.rosa))
    await bring(town, tmp_path)
    assert lock_screen(town.rosa, told) == ["You have a message."]
    town.rosa.sees("The start: K (fox)")
    await town.rosa.presses("What have I been told?", "Yes")
    assert "The newest care plan" not in town.rosa.buttons
    await town.rosa.presses("Allergies and medicine", "Consent to treatment", "That is all")
    await town.rosa.presses("No, nobody", "Send")
    town.rosa.sees("Information about the child")
    town.rosa.sees("It goes to Priya Sharma.")
    town.rosa.sees("Your service still has to tell the child's social worker.")
    town.priya.sees("Allergies and medicine and Consent to treatment")
    town.priya.sees("K (fox)")
    await town.forward(hours=24)
    town.rosa.sees("2 things were not told.")
    await go_home(town.rosa)
    await town.rosa.presses("My dates", "The start: K (fox)", "What have I been told?")
    assert "Yes" not in town.rosa.buttons
    await town.rosa.presses("School and the way there", "That is all")
    await town.rosa.presses("Health and appointments", "That is all", "No, nobody", "Send")
    town.priya.sees("School and the way there")
    town.priya.sees("Health and appointments")
    await go_home(town.rosa)
    assert "My requests (1 open)" in town.rosa.buttons
