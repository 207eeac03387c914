"""Holding: one worker at a time, broken off as soon as it is lost."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.holding import Holding
from storage.database import Database
from storage.keys import KeyRing
from tests.storage_fixtures import HandClock


@pytest.fixture
async def database(sqlite_url: str, clock: HandClock) -> AsyncIterator[Database]:
    opened = await Database.open(sqlite_url, KeyRing.fresh(), clock)
    yield opened
    await opened.close()


class Work:
    """Something that one worker does at a time."""

    minds = False
    """Whether it ends when it is asked, or must be broken off."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.ended = asyncio.Event()

    async def __call__(self, stopping: asyncio.Event) -> None:
        self.begun.set()
        self.ended.clear()
        try:
            await (stopping if self.minds else asyncio.Event()).wait()
        finally:
            self.begun.clear()
            self.ended.set()


async def test_whoever_loses_it_stops_and_begins_again_when_it_is_theirs(
    database: Database, clock: HandClock
) -> None:
    ours, theirs = (Holding(database, "telegram", who, 30) for who in ("one", "two"))
    work, stopping = Work(), asyncio.Event()
    running = asyncio.create_task(ours.while_held(work, stopping))
    assert await ours.renew()
    await asyncio.wait_for(work.begun.wait(), 5)
    clock.wait(31)
    assert await theirs.renew()
    assert not ours.held
    assert not await ours.renew()
    await asyncio.wait_for(work.ended.wait(), 5)
    await theirs.give_up()
    work.minds = True
    assert await ours.renew()
    await asyncio.wait_for(work.begun.wait(), 5)
    stopping.set()
    await asyncio.wait_for(running, 5)
    assert work.ended.is_set()


async def test_it_ends_with_its_time_also_where_nobody_could_renew_it(
    database: Database, clock: HandClock
) -> None:
    ours = Holding(database, "telegram", "one", 30)
    assert await ours.renew()
    clock.wait(29)
    assert ours.held
    clock.wait(2)
    assert not ours.held


async def test_what_breaks_in_it_is_not_swallowed(database: Database) -> None:
    async def break_down(_stopping: asyncio.Event) -> None:
        raise RuntimeError("a bug")

    ours = Holding(database, "telegram", "one", 30)
    assert await ours.renew()
    with pytest.raises(RuntimeError, match="a bug"):
        await asyncio.wait_for(ours.while_held(break_down, asyncio.Event()), 5)
