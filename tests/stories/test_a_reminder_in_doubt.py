"""A reminder of which nobody knows whether it came through: staff see it, and settle it once."""

from datetime import UTC, datetime

import pytest

from simulator.faults import Fault
from storage import chronology
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import forge, go_home, named_on, plan_meeting
from tests.town import MONDAY_MORNING, Town

IN_DOUBT = "Reminders in doubt (1)"


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def a_reminder_is_in_doubt(town: Town) -> None:
    """Rosa's supervision is tomorrow; the answer to what reminds her of it is lost."""
    await plan_meeting(town.priya, "Supervisions", "27/11/2026", "14:00")
    chat = town.rosa.phone.private_chat
    town.world.faults.next("sendMessage", Fault.DROP_AFTER, chat=chat)
    end = datetime(2026, 11, 26, 14, 5, tzinfo=UTC)
    await town.jump(seconds=(end - town.now).total_seconds())


async def settled(town: Town) -> list[dict[str, object]]:
    """What stands of it in Rosa's chronology: who, and whether it was told again."""
    rosa = await town.person("Rosa")
    async with town.database.reading() as reader:
        kept = (await chronology.entries(reader, {rosa}))[rosa]
    return [
        {"actor": entry.actor, "again": entry.codes["again"]}
        for entry in kept
        if entry.event == "DoubtSettled"
    ]


async def test_the_worker_sees_it_and_has_it_told_again(town: Town) -> None:
    await a_reminder_is_in_doubt(town)
    await go_home(town.priya, town.amina)
    assert IN_DOUBT in town.priya.buttons
    assert IN_DOUBT not in town.amina.buttons
    await town.priya.presses(IN_DOUBT)
    town.priya.sees("For: Rosa Okafor")
    town.priya.sees("About: their supervision")
    town.priya.sees("Tried: Thursday 26 November, 14:05")
    before = len(town.rosa.messages)
    await town.priya.presses("Tell them again")
    assert town.priya.toasts[-1] == "It is told again."
    town.priya.sees("No reminder is in doubt.")
    assert len(town.rosa.messages) == before + 1
    town.rosa.sees("You may have had this already.")
    town.rosa.sees("Next supervision: Friday 27 November, 14:00")
    await town.rosa.presses("I will be there")
    assert [entry["again"] for entry in await settled(town)] == [True]
    await go_home(town.priya)
    assert IN_DOUBT not in town.priya.buttons


@ON_SQLITE
async def test_the_carer_knows_and_a_second_press_settles_nothing_more(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await a_reminder_is_in_doubt(town)
    await go_home(helen, town.priya)
    await helen.presses(IN_DOUBT)
    await town.priya.presses(IN_DOUBT, "They know")
    town.priya.sees("No reminder is in doubt.")
    before = len(town.rosa.messages)
    await helen.presses("Tell them again")
    helen.sees("No reminder is in doubt.")
    assert len(town.rosa.messages) == before
    assert [entry["again"] for entry in await settled(town)] == [False]


@ON_SQLITE
async def test_whoever_is_not_concerned_finds_and_settles_nothing(town: Town) -> None:
    await a_reminder_is_in_doubt(town)
    await go_home(town.priya)
    await town.priya.presses(IN_DOUBT)
    key = named_on(town.priya, "They know")
    for hand in (town.rosa, town.amina):
        await go_home(hand)
        for verb in ("doubtknow", "doubtagain", "doubts"):
            await forge(hand, f"{verb}:{key}")
            hand.does_not_see("their supervision")
    assert await settled(town) == []
