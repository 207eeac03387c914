"""A worker finds a family by a part of a name, sees what is open, and the look is recorded."""

import pytest

from storage import chronology
from tests.stories.deeds import call_for_help, forge, go_home, reference_on
from tests.town import Town


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: nothing here competes."""
    return sqlite_url


async def test_duty_finds_a_family_and_what_is_open_and_it_is_recorded(town: Town) -> None:
    await call_for_help(town)
    reference = reference_on(town.amina, "Urgent help")
    await go_home(town.tom)
    await town.tom.presses("Find a family")
    await town.tom.writes("okaf")
    await town.tom.presses("Rosa Okafor")
    for words in ("Their worker: Priya Sharma", "Placed today: J (otter)", "That you looked is"):
        town.tom.sees(words)
    town.tom.does_not_see("07700 900201")
    town.tom.does_not_see("Quayside")
    await town.tom.presses(f"{reference} · P1")
    town.tom.sees("Urgent help")
    rosa, tom = await town.person("C-001"), await town.person("S-004")
    async with town.database.reading() as reader:
        lines = (await chronology.entries(reader, [rosa]))[rosa]
    assert [line.actor for line in lines if line.event == "FamilyOpened"] == [tom]


async def test_what_a_colleague_has_is_found_too_while_another_form_is_half_filled(
    town: Town,
) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it")
    await town.join("helen", "S-006")
    await forge(town.helen, "lost")
    await town.forward(minutes=1)
    await go_home(town.helen)
    await town.helen.presses("Find a family")
    await town.helen.writes("okaf")
    await town.helen.presses("Rosa Okafor")
    town.helen.sees("Their worker: Priya Sharma")
    assert [label for label in town.helen.buttons if label.endswith("· P1")]


async def test_nobody_else_finds_anybody(town: Town) -> None:
    for hand in (town.rosa, town.jay):
        await go_home(hand)
        assert "Find a family" not in hand.buttons
        await forge(hand, "family")
        await forge(hand, "open:find_family")
        hand.does_not_see("Which carer?")
