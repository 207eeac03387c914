"""Where SQLite's statements run: beside the caller, but for what may wait."""

import asyncio
import sqlite3
import threading

import pytest
from sqlalchemy import text

from storage import marks
from storage.database import Database, Reader
from storage.inline import StillOpen


async def where_statements_run(reader: Reader) -> list[tuple[str, bool]]:
    """From now on each statement of this connection, and whether it runs in this very thread."""
    seen: list[tuple[str, bool]] = []
    here = threading.get_ident()
    raw = await reader.connection.get_raw_connection()
    driver = raw.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.set_trace_callback(
        lambda words: seen.append((words.split()[0], threading.get_ident() == here))
    )
    return seen


async def test_only_what_may_wait_leaves_the_callers_thread(sqlite_database: Database) -> None:
    async with sqlite_database.writing() as writer:
        seen = await where_statements_run(writer)
    async with sqlite_database.writing() as writer:
        await marks.write(writer, "x", "1")
        assert await marks.read(writer, "x") == "1"
    assert seen == [
        ("COMMIT", True),
        ("PRAGMA", True),
        ("BEGIN", True),
        ("PRAGMA", True),
        ("INSERT", True),
        ("SELECT", True),
        ("COMMIT", False),
    ]


async def test_rows_are_read_before_anything_else_is_written(sqlite_database: Database) -> None:
    async with sqlite_database.writing() as writer:
        for name in ("a", "b"):
            await marks.write(writer, name, "1")
        found = await writer.connection.execute(text("SELECT name FROM marks WHERE value = '1'"))
        await marks.write(writer, "a", "2")
        assert {name for (name,) in found} == {"a", "b"}


async def test_a_transaction_is_not_begun_in_another(sqlite_database: Database) -> None:
    async with sqlite_database.writing() as writer:
        raw = await writer.connection.get_raw_connection()
        with pytest.raises(StillOpen):
            writer.connection.dialect.do_begin(raw)


async def test_a_reader_never_leaves_the_callers_thread(sqlite_database: Database) -> None:
    async with sqlite_database.reading() as reader:
        seen = await where_statements_run(reader)
        await marks.read(reader, "x")
    assert {beside for _, beside in seen} == {True}


async def test_a_writer_cancelled_while_it_waits_leaves_the_next_one_whole(
    sqlite_database: Database, sqlite_url: str
) -> None:
    async def write(value: str) -> None:
        async with sqlite_database.writing() as writer:
            await marks.write(writer, "x", value)

    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(write("cancelled"))
    for _ in range(50):
        await asyncio.sleep(0)
    waiting.cancel()
    other.execute("ROLLBACK")
    other.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await write("next")
    async with sqlite_database.reading() as reader:
        assert await marks.read(reader, "x") == "next"
