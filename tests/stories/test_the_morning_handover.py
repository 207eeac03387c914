"""The morning handover: what came in the night, what is still open and with whom, on one screen."""

import pytest

from tests.stories.deeds import call_for_help, forge, go_home, reference_on
from tests.town import Town


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: nothing here competes."""
    return sqlite_url


async def test_the_night_stands_on_one_screen_for_duty_and_managers(town: Town) -> None:
    await call_for_help(town)
    reference = reference_on(town.amina, "Urgent help")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await town.forward(hours=9)
    await go_home(town.grace)
    await town.grace.presses("Morning handover")
    town.grace.sees("Since the office shut, Friday 20 November, 17:00.")
    town.grace.sees("1 came.\n1 of them is still open.\n0 older ones are open as well.")
    town.grace.sees(f"{reference} · P1 · with Amina Yusuf")
    await town.grace.presses(f"{reference} · P1")
    town.grace.sees("Taken by Amina Yusuf")
    await go_home(town.amina)
    await town.amina.writes(reference)
    await town.amina.presses("Close with what was done", "We spoke by phone", "Skip", "Send")
    await go_home(town.grace)
    await town.grace.presses("Morning handover")
    town.grace.sees("1 came.\n0 of them are still open.")
    for hand in (town.priya, town.rosa, town.jay):
        await forge(hand, "morning")
        hand.does_not_see("Morning handover")
