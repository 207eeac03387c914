"""A pause holds back everything but alarms; a restored PostgreSQL is known by its place."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from storage import outbox, pauses, releases
from storage.database import Database
from storage.keys import KeyRing
from storage.results import Lane
from tests.storage.making import screen
from tests.storage_fixtures import HandClock, create, drop

ANOTHER = "restored_elsewhere"


@pytest.fixture
def another(postgresql: str) -> Iterator[str]:
    yield ANOTHER
    drop(postgresql, ANOTHER)


async def lanes_that_go(database: Database) -> list[int]:
    async with database.writing() as writer:
        return [row.lane for row in await outbox.claim(writer, "me")]


async def test_while_it_lasts_alarms_alone_go(database: Database) -> None:
    async with database.writing() as writer:
        assert await pauses.begin(writer)
        assert not await pauses.begin(writer)
        await outbox.put(writer, [screen(f"{lane + 5}", lane=lane) for lane in Lane])
    assert await lanes_that_go(database) == [Lane.ALARM]
    async with database.writing() as writer:
        assert await releases.release(writer) == 1
        assert await releases.release(writer) is None
    assert await lanes_that_go(database) == [Lane.URGENT, Lane.REPLY, Lane.NOTICE]


async def test_what_waits_is_counted_by_lane_and_age_and_old_reminders_are_too_late(
    database: Database, clock: HandClock
) -> None:
    for days in (8, 2, 0):
        async with database.writing() as writer:
            rows = [screen(f"{days}{lane}", lane=lane) for lane in (Lane.URGENT, Lane.REMINDER)]
            await outbox.put(writer, rows)
        clock.wait(timedelta(days=3).total_seconds() if days else 60)
    async with database.writing() as writer:
        await pauses.begin_restored(writer)
        clock.wait(60)
        await outbox.put(writer, [screen("9", lane=Lane.REMINDER)])
        waits = await releases.what_waits(writer)
        assert [(w.lane, w.by_age, w.count) for w in waits] == [
            (Lane.URGENT, (1, 0, 2, 0), 3),
            (Lane.REMINDER, (2, 0, 2, 0), 4),
        ]
        assert await releases.undecided(writer) == 0
        assert await pauses.restored_at(writer) == await pauses.since(writer)
        assert await releases.release(writer) == 3
        late = await outbox.rejected(writer, clock.now() - timedelta(hours=1))
        assert {(row.lane, row.reason) for row in late} == {(Lane.REMINDER, "too_late")}
    assert await lanes_that_go(database) == [Lane.URGENT] * 3 + [Lane.REMINDER]


async def test_a_dump_that_was_restored_elsewhere_is_on_hold_once(
    own_postgresql_url: str, postgresql: str, another: str, keys: KeyRing, clock: HandClock
) -> None:
    async def look(url: str) -> tuple[bool, bool]:
        database = await Database.open(url, keys, clock)
        async with database.writing() as writer:
            found = await pauses.look_whether_restored(writer)
            await database.look_whether_paused(writer)
        await database.close()
        return found, database.paused

    assert await look(own_postgresql_url) == (False, False)
    assert await look(own_postgresql_url) == (False, False)
    create(postgresql, another, own_postgresql_url.rpartition("/")[2])
    assert await look(f"{postgresql}/{another}") == (True, True)
    assert await look(f"{postgresql}/{another}") == (False, True)
    assert await look(own_postgresql_url) == (False, False)
