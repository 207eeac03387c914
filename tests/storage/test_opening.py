"""Stories of opening a database."""

from pathlib import Path

import pytest
from sqlalchemy import text

from storage import marks
from storage.clock import Clock
from storage.database import Database, NotMigrated
from storage.faults import DatabaseFault
from storage.keys import KeyRing, KeysNotGood
from storage.migrating import migrate
from storage.vault import FIXED
from tests.storage_fixtures import ON_POSTGRESQL, HandClock

IDLE = "SET LOCAL idle_in_transaction_session_timeout"


async def test_an_empty_database_is_refused_until_it_is_migrated(
    tmp_path: Path, keys: KeyRing
) -> None:
    url = f"sqlite:///{tmp_path}/new.db"
    with pytest.raises(NotMigrated):
        await Database.open(url, keys, Clock())
    await migrate(url)
    database = await Database.open(url, keys, Clock())
    await database.close()


async def test_a_strange_key_ring_is_refused(url: str, keys: KeyRing, clock: HandClock) -> None:
    await (await Database.open(url, keys, clock)).close()
    with pytest.raises(KeysNotGood):
        await Database.open(url, KeyRing.fresh(), clock)


async def test_rotation_wraps_every_key_anew_and_changes_no_value(
    url: str, keys: KeyRing, clock: HandClock
) -> None:
    database = await Database.open(url, keys, clock)
    async with database.writing() as writer:
        await writer.vault.make(("person:1",), clock.now())
        sealed = writer.vault.seal("person:1", "a.b.c", b"words")
    await database.close()
    both = KeyRing(keys={**keys.keys, 2: KeyRing.fresh().keys[1]}, active=2)
    database = await Database.open(url, both, clock)
    async with database.writing() as writer:
        assert await writer.vault.rewrap() == len(FIXED) + 1
        assert await writer.vault.rewrap() == 0
    await database.close()
    only_new = KeyRing(keys={2: both.keys[2]}, active=2)
    database = await Database.open(url, only_new, clock)
    async with database.reading() as reader:
        await reader.vault.fetch(("person:1",))
        assert reader.vault.open("person:1", "a.b.c", sealed) == b"words"
    await database.close()


async def test_the_clock_that_one_process_moves_is_moved_for_all(
    url: str, keys: KeyRing, clock: HandClock
) -> None:
    first = await Database.open(url, keys, clock)
    before = clock.now()
    async with first.writing() as writer:
        await clock.move(writer, "+6w")
    await first.close()
    other = Clock(wall=lambda: clock.seconds, monotonic=lambda: clock.seconds)
    second = await Database.open(url, keys, other)
    assert (other.now() - before).days == 42
    assert other.lease_now() == before
    await second.close()


@ON_POSTGRESQL
async def test_a_worker_that_stands_still_in_a_transaction_loses_what_it_held(
    url: str, keys: KeyRing, clock: HandClock
) -> None:
    stands, other = [await Database.open(url, keys, clock) for _ in range(2)]

    async def stand_still() -> None:
        async with stands.writing() as writer:
            await writer.connection.execute(text(f"{IDLE} = 50"))
            await marks.write(writer, "held", "by who stands still")
            async with other.writing() as goes_on:
                await marks.write(goes_on, "held", "by the other")

    async with stands.reading() as reader:
        given = text("SHOW idle_in_transaction_session_timeout")
        assert await reader.connection.scalar(given) == "10s"
    with pytest.raises(DatabaseFault):
        await stand_still()
    async with other.reading() as reader:
        assert await marks.read(reader, "held") == "by the other"
    for database in (stands, other):
        await database.close()
