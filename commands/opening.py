"""Opening the settings and the database for a command, or saying everything that is missing."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

from commands.stopping import Stopped
from storage.clock import Clock
from storage.database import Database
from storage.faults import DatabaseFault
from storage.keys import KeysNotGood
from storage.migrating import check
from storage.settings import NotSet, Settings, read_settings

Result = TypeVar("Result")


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What most commands need: the settings, the clock and the open database."""

    settings: Settings
    clock: Clock
    database: Database


def settings_or_stop() -> Settings:
    """The settings; raises Stopped with every gap at once."""
    try:
        return read_settings()
    except NotSet as gaps:
        raise Stopped("Hearthline cannot start yet:", *bullets(gaps.gaps)) from None


@asynccontextmanager
async def opened() -> AsyncIterator[Opened]:
    """Open the database of the settings; raises Stopped when it is not ready."""
    settings = settings_or_stop()
    if wrong := await check(settings.database_url):
        raise Stopped("The database is not ready:", *bullets(wrong))
    clock = Clock()
    database = await open_or_stop(settings, clock, beside=True)
    try:
        async with database.reading() as reader:
            await clock.refresh(reader)
        yield Opened(settings=settings, clock=clock, database=database)
    finally:
        await database.close()


async def open_or_stop(settings: Settings, clock: Clock, *, beside: bool = False) -> Database:
    """Open the database; raises Stopped when the keys do not fit it."""
    try:
        return await Database.open(settings.database_url, settings.keys, clock, beside=beside)
    except KeysNotGood as reason:
        raise Stopped(f"The keys do not fit this database: {reason}.") from None


def bullets(lines: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Lines as they stand under a heading."""
    return tuple(f"  - {line}" for line in lines)


def carry_out(work: Coroutine[object, object, Result]) -> Result:
    """Run one command's work to its end; raises Stopped when the database does not do its part."""
    try:
        return asyncio.run(work)
    except DatabaseFault as fault:
        raise Stopped(fault.words) from None
