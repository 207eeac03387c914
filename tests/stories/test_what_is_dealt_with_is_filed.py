"""What is dealt with belongs into the case file: one press says so, and who closed it is asked."""

import pytest

from tests.stories.deeds import call_for_help, forge, go_home, reference_on
from tests.town import Hand, Town


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: nothing here competes."""
    return sqlite_url


async def close_it(hand: Hand) -> None:
    """Speak with the person and close what they asked."""
    await hand.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await hand.presses("Close with what was done", "We spoke by phone", "Skip", "Send")


async def test_one_press_files_it_and_until_then_who_closed_it_is_reminded(town: Town) -> None:
    request = await call_for_help(town)
    reference = reference_on(town.amina, "Urgent help")
    await close_it(town.amina)
    town.amina.sees("Closed.")
    await town.forward(days=5)
    town.amina.sees(f"You closed {reference} on Friday 20 November. No one has said")
    for hand in (town.grace, town.tom):
        hand.does_not_see("No one has said that it is in the case file.")
    await town.amina.presses("Not filed yet")
    town.amina.sees("Not filed yet (1)")
    for hand in (town.rosa, town.jay):
        await forge(hand, f"filed:{request}")
        await forge(hand, "notfiled")
        hand.does_not_see("Not filed yet")
    helen = await town.join("helen", "S-006")
    await go_home(helen)
    await helen.presses("Not filed yet")
    helen.sees("Not filed yet (1)")
    await town.amina.presses("It is in the case file")
    town.amina.sees("Filed by Amina Yusuf, Wednesday 25 November")
    await forge(helen, f"filed:{request}")
    assert helen.toasts[-1] == "Amina Yusuf has filed it already."
    shown = len(town.amina.messages)
    await town.forward(days=3)
    assert len(town.amina.messages) == shown


async def test_of_a_missing_child_the_whole_chronology_is_asked_for(town: Town) -> None:
    await town.rosa.presses("A child is missing")
    reference = reference_on(town.amina, "missing")
    await town.amina.presses("I've got it", "It is in the case file")
    town.amina.sees(f"{reference}: is its whole chronology in the case file?")
    town.amina.does_not_see("Filed")
    await town.amina.presses("Yes, all of it is there")
    town.amina.sees("Filed with its whole chronology by Amina Yusuf,")
    assert "It is in the case file" not in town.amina.buttons
