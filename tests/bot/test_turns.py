"""Turns: a resting desk is handed what is stored; a busy one is not, and nothing handed is lost."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.health import Health
from bot.turns import Handed, Turns
from storage import inbox
from storage.database import Database
from storage.inbox import Claim
from tests.storage.making import arrived

BATCH = 2
LOOKED = None


@dataclass
class Desk:
    """Writes down what each of its turns is handed: update ids, or that it looks by itself."""

    took: asyncio.Queue[list[str] | None] = field(default_factory=asyncio.Queue)

    async def take_turn(self, claims: Sequence[Claim] | None) -> int:
        """One turn; what was handed over is all there is."""
        handed = LOOKED if claims is None else [claim.update_id for claim in claims]
        self.took.put_nowait(handed)
        return len(handed or ())


@asynccontextmanager
async def resting(desk: Desk) -> AsyncIterator[Turns]:
    """Turns of a desk that has looked once and rests now."""
    turns = Turns(take_turn=desk.take_turn, batch=BATCH, health=Health())
    stopping = asyncio.Event()
    running = asyncio.create_task(turns.run(stopping))
    assert await desk.took.get() is LOOKED
    await asyncio.sleep(0)
    yield turns
    stopping.set()
    turns.take_up(None)
    await running


async def store(database: Database, turns: Turns, *updates: int) -> Handed | None:
    """Store these, each of another chat, and offer them to the desk in the same transaction."""
    async with database.writing() as writer:
        new = await inbox.receive(writer, [arrived(each, f"chat {each}") for each in updates])
        return await turns.hand_over(writer, new)


async def test_a_resting_desk_is_handed_what_is_stored(database: Database) -> None:
    desk = Desk()
    async with resting(desk) as turns:
        turns.take_up(await store(database, turns, 1, 2))
        assert await desk.took.get() == ["1", "2"]


async def test_what_is_more_than_a_turn_holds_is_looked_for_next(database: Database) -> None:
    desk = Desk()
    async with resting(desk) as turns:
        turns.take_up(await store(database, turns, 1, 2, 3))
        assert await desk.took.get() == ["1", "2"]
        assert await desk.took.get() is LOOKED


async def test_a_desk_that_was_handed_something_is_not_handed_more_before_it_took_it(
    database: Database,
) -> None:
    desk = Desk()
    async with resting(desk) as turns:
        first = await store(database, turns, 1)
        assert await store(database, turns, 2) is None
        turns.take_up(first)
        assert await desk.took.get() == ["1"]


async def test_of_two_things_handed_over_neither_takes_the_place_of_the_other(
    database: Database,
) -> None:
    desk = Desk()
    async with resting(desk) as turns:
        first = await store(database, turns, 1)
        # Its commit is slow; the desk looks by itself meanwhile, and rests again.
        turns.take_up(None)
        assert await desk.took.get() is LOOKED
        await asyncio.sleep(0)
        second = await store(database, turns, 2)
        turns.take_up(first)
        turns.take_up(second)
        assert await desk.took.get() == ["1", "2"]


async def test_what_was_handed_over_as_it_stops_is_still_decided(database: Database) -> None:
    desk = Desk()
    async with resting(desk) as turns:
        handed = await store(database, turns, 1)
        turns.take_up(handed)
    assert await desk.took.get() == ["1"]


async def test_a_stored_thing_that_was_there_before_is_handed_to_nobody(database: Database) -> None:
    desk = Desk()
    async with resting(desk) as turns:
        turns.take_up(await store(database, turns, 1))
        assert await desk.took.get() == ["1"]
        await asyncio.sleep(0)
        assert await store(database, turns, 1) is None
