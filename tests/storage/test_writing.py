"""Stories of the one who writes: alone, at once, and durably."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from storage import inbox, leases, marks, messages, outbox, tries
from storage.clock import Clock
from storage.database import Database, Reader, Writer
from storage.faults import DatabaseFault
from storage.keys import KeyRing
from tests.storage.making import arrived, screen
from tests.storage_fixtures import HandClock


@pytest.fixture
async def two_workers(
    postgresql_url: str, keys: KeyRing, clock: HandClock
) -> AsyncIterator[tuple[Database, Database]]:
    first = await Database.open(postgresql_url, keys, clock)
    second = await Database.open(postgresql_url, keys, clock)
    yield first, second
    await first.close()
    await second.close()


async def pragma(reader: Reader, name: str) -> Any:
    return await reader.connection.scalar(text(f"PRAGMA {name}"))


async def test_what_is_committed_survives_a_loss_of_power(sqlite_database: Database) -> None:
    async with sqlite_database.writing() as writer:
        assert await pragma(writer, "journal_mode") == "wal"
        assert await pragma(writer, "synchronous") == 2
        assert await pragma(writer, "secure_delete") == 1
        assert await pragma(writer, "foreign_keys") == 1


async def test_a_writer_has_the_lock_from_its_first_moment(
    sqlite_database: Database, sqlite_url: str
) -> None:
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), timeout=0)
    async with sqlite_database.writing():
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


async def test_a_reader_cannot_write_and_sees_one_moment(database: Database) -> None:
    async with database.reading() as reader:
        assert await marks.read(reader, "x") is None
        async with database.writing() as writer:
            await marks.write(writer, "x", "1")
        if database.dialect == "sqlite":
            assert await marks.read(reader, "x") is None
    with pytest.raises(DatabaseFault):
        await write_as_reader(database)


async def write_as_reader(database: Database) -> None:
    async with database.reading() as reader:
        await marks.write(Writer(reader.connection, reader.vault, reader.clock), "x", "2")


async def test_a_full_disk_keeps_nothing_and_is_recovered_from(sqlite_database: Database) -> None:
    async with sqlite_database.writing() as writer:
        pages = await pragma(writer, "page_count")
        await writer.connection.execute(text(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(DatabaseFault) as full:
        await receive_much(sqlite_database)
    assert full.value.kind == "SQLITE_FULL"
    async with sqlite_database.writing() as writer:
        await writer.connection.execute(text("PRAGMA max_page_count=1000000"))
        assert (await inbox.waiting(writer)).open == 0
    await receive_much(sqlite_database)
    async with sqlite_database.reading() as reader:
        assert (await inbox.waiting(reader)).open == 200


async def receive_much(database: Database) -> None:
    async with database.writing() as writer:
        await inbox.receive(writer, [arrived(n, str(n)) for n in range(200)])


async def test_a_fault_names_its_kind_and_no_value(database: Database) -> None:
    with pytest.raises(DatabaseFault) as fault:
        await write_twice(database)
    assert fault.value.kind in ("23505", "SQLITE_CONSTRAINT_PRIMARYKEY")
    assert "secret words" not in repr(fault.value)
    assert fault.value.__suppress_context__


async def write_twice(database: Database) -> None:
    async with database.writing() as writer:
        for _ in range(2):
            await writer.connection.execute(
                text("INSERT INTO marks (name, value) VALUES ('secret words', 'x')")
            )


async def test_two_workers_never_claim_the_same_chat(
    two_workers: tuple[Database, Database],
) -> None:
    first, second = two_workers
    async with first.writing() as writer:
        await inbox.receive(writer, [arrived(1, "1"), arrived(2, "1"), arrived(3, "2")])
    async with first.writing() as one, second.writing() as other:
        mine = await inbox.claim(one, 1)
        theirs = await inbox.claim(other, 2)
    assert [c.update_id for c in mine] == ["1"]
    assert [c.update_id for c in theirs] == ["3"]


async def test_two_carriers_never_carry_the_same_row(
    two_workers: tuple[Database, Database],
) -> None:
    first, second = two_workers
    async with first.writing() as writer:
        await outbox.put(writer, [screen("1"), screen("1"), screen("2")])
    async with first.writing() as one, second.writing() as other:
        mine = await outbox.claim(one, "a", 1)
        theirs = await outbox.claim(other, "b", 5)
    assert [d.chat for d in mine] == ["1"]
    assert [d.chat for d in theirs] == ["2"]


async def test_a_lease_belongs_to_one_until_it_ends_or_is_given_up(
    database: Database, clock: HandClock
) -> None:
    async with database.writing() as writer:
        assert await leases.hold(writer, "poll", "a", 30)
        assert await leases.hold(writer, "poll", "a", 30)
        assert not await leases.hold(writer, "poll", "b", 30)
        clock.wait(31)
        assert await leases.hold(writer, "poll", "b", 30)
        await leases.give_up(writer, "poll", "b")
        assert await leases.hold(writer, "poll", "a", 30)


async def test_wrong_codes_are_counted_by_account(database: Database, clock: HandClock) -> None:
    async with database.writing() as writer:
        await tries.add(writer, [("telegram", "1"), ("telegram", "1"), ("telegram", "2")])
        since = clock.now() - timedelta(hours=1)
        assert await tries.count(writer, "telegram", "1", since) == 2
        assert await tries.count(writer, "telegram", "1", clock.now()) == 0


async def test_incoming_messages_can_be_hidden_too(database: Database) -> None:
    update = replace(arrived(1), chat="5", message="12")
    async with database.writing() as writer:
        await inbox.receive(writer, [update])
        assert await messages.young(writer, "telegram", "5") == ("12",)
        await messages.forget_removed(writer, "telegram", "5", ["12"])
        assert await messages.young(writer, "telegram", "5") == ()


def test_a_clock_set_back_goes_on_counting_and_one_set_ahead_is_followed() -> None:
    wall, counted = [1_000_000.0], [0.0]
    clock = Clock(wall=lambda: wall[0], monotonic=lambda: counted[0])
    begun = clock.now()
    wall[0], counted[0] = 990_000.0, 60.0
    assert clock.now() - begun == timedelta(seconds=60)
    wall[0] = 1_100_000.0
    assert clock.now() - begun == timedelta(seconds=100_000)
