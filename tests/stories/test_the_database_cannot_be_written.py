"""A locked file, a full disk: nothing is confirmed, people get the numbers, and then it goes on."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from sqlalchemy import text

from storage.faults import SQLITE_WORDS, DatabaseFault
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home
from tests.town import ON_CALL_NUMBER, Town


@asynccontextmanager
async def another_program_writes(url: str) -> AsyncIterator[None]:
    """And does not end, for longer than we wait."""
    other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@asynccontextmanager
async def a_full_disk(town: Town) -> AsyncIterator[None]:
    """Not one page more may be written."""
    async with town.database.writing() as writer:
        pages = await writer.connection.scalar(text("PRAGMA page_count"))
        await writer.connection.execute(text(f"PRAGMA max_page_count={pages}"))
    yield
    async with town.database.writing() as writer:
        await writer.connection.execute(text("PRAGMA max_page_count=1000000"))


async def suffer(town: Town, mishap: AbstractAsyncContextManager[None], kind: str) -> None:
    """Nothing is confirmed while it lasts, and nothing is lost when it is over."""
    await go_home(town.rosa)
    async with mishap:
        for _ in range(12):
            town.rosa.phone.says("/home " + "x" * 2000)
        town.rosa.phone.presses("Something has changed at home")
        assert await town.service.receive_once() == 0
        assert ON_CALL_NUMBER in town.rosa.screen
        with pytest.raises(DatabaseFault) as fault:
            await town.service.receive([{"update_id": 1, "message": {"text": "x" * 100_000}}])
        assert fault.value.kind == kind
        assert fault.value.words == SQLITE_WORDS[kind]
        assert town.world.queue.waiting()
    await town.settle()
    assert not town.world.queue.waiting()
    assert "Who lives here or visits" in town.rosa.buttons


@ON_SQLITE
async def test_another_program_does_not_let_the_file_go(
    town: Town, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.inline.BUSY_MILLISECONDS", 1)
    await suffer(town, another_program_writes(url), "SQLITE_BUSY")


@ON_SQLITE
async def test_the_disk_is_full(town: Town) -> None:
    await suffer(town, a_full_disk(town), "SQLITE_FULL")
