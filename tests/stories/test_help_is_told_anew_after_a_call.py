"""A carer was rung last night and it was not closed: help tonight is told to the team anew."""

import pytest

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home, lock_screen, reference_on
from tests.town import Town


async def dealt_with(town: Town) -> str:
    """Rosa asked to talk last night; Amina spoke with her and left it open."""
    await go_home(town.rosa)
    await town.rosa.presses("I need to talk to someone tonight")
    reference = reference_on(town.amina, "Someone to talk to tonight")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await town.forward(hours=20)
    return reference


@pytest.mark.parametrize("again", ["help", "talk"])
async def test_an_old_open_request_does_not_switch_help_off(town: Town, again: str) -> None:
    before = await dealt_with(town)
    await go_home(town.rosa)
    pages = len(lock_screen(town.amina))
    if again == "help":
        await town.rosa.presses("I need help now")
        town.rosa.does_not_see(f"Your urgent request {before} is open.")
        await town.rosa.presses("Tell the on-call team")
        town.amina.sees("P1 · Urgent help")
        await town.rosa.presses("Cancel", "Yes, stop asking", "My requests (2 open)")
        await town.rosa.presses(next(b for b in town.rosa.buttons if "Urgent help" in b))
        town.rosa.sees(f"You told us before: {before}. This is a new one.")
    else:
        await town.rosa.presses("I need to talk to someone tonight")
    assert len(lock_screen(town.amina)) == pages + 1
    town.amina.sees(f"They told us before: {before}.")
    await town.forward(minutes=6)
    town.tom.sees(f"They told us before: {before}.")


@ON_SQLITE
async def test_while_it_climbs_it_is_told_once(town: Town) -> None:
    await call_for_help(town)
    await town.rosa.presses("I need help now")
    assert "Tell the on-call team" not in town.rosa.buttons
    assert town.amina.all_words.count("P1 · Urgent help") == 1
