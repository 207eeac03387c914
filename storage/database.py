"""The database: opened once, read beside, written one transaction at a time."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import pauses
from storage.clock import Clock
from storage.engines import open_engines
from storage.faults import fault_of
from storage.keys import INDEX, KeyRing
from storage.migrating import is_at_head
from storage.sealing import keyed_hash
from storage.vault import FIXED, Vault

COMMITS = "commits"


class NotMigrated(RuntimeError):
    """The database is older or newer than this program: run `hearthline migrate`."""


@dataclass(frozen=True)
class Reader:
    """One transaction that reads; `now` is the clock's instant, aware UTC."""

    connection: AsyncConnection
    vault: Vault
    clock: Clock

    @property
    def now(self) -> datetime:
        """What time it is for the rules."""
        return self.clock.now()

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self.connection.dialect.name


@dataclass(frozen=True)
class Writer(Reader):
    """One transaction that writes: all of it happens, or none."""


class Database:
    """An open database; make it with `Database.open`."""

    def __init__(
        self, writing: AsyncEngine, reading: AsyncEngine, keys: KeyRing, clock: Clock
    ) -> None:
        self._writing = writing
        self._reading = reading
        self._keys = keys
        self._fixed: Mapping[str, bytes] = {}
        self.clock = clock
        self.paused = False
        """Whether nothing may be decided or sent, as was seen last (storage/pauses.py)."""
        self.counts: Counter[str] = Counter()
        """What this process has written: how many transactions, and events by their names."""

    @classmethod
    async def open(
        cls, url: str, keys: KeyRing, clock: Clock | None = None, *, beside: bool = False
    ) -> Self:
        """Open a migrated database; `beside`: another process owns the SQLite file.

        Raises NotMigrated, KeysNotGood or DatabaseFault.
        """
        writing, reading = open_engines(url, beside=beside)
        database = cls(writing, reading, keys, clock or Clock())
        try:
            await database._begin()
        except BaseException:
            await database.close()
            raise
        return database

    async def _begin(self) -> None:
        async with self.writing() as writer:
            if not await writer.connection.run_sync(is_at_head):
                raise NotMigrated(NotMigrated.__doc__)
            await writer.vault.make(FIXED, writer.clock.now())
            self._fixed = {owner: writer.vault.key(owner) for owner in FIXED}
            await self.clock.refresh(writer)
            await self.look_whether_paused(writer)

    async def look_whether_paused(self, reader: Reader) -> bool:
        """Note whether a pause lasts; returns whether one has just ended."""
        before, self.paused = self.paused, await pauses.since(reader) is not None
        return before and not self.paused

    async def close(self) -> None:
        """Close readers first: the last connection to close is the one that may checkpoint."""
        await self._reading.dispose()
        await self._writing.dispose()

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self._writing.dialect.name

    def hash(self, use: str, text: str) -> bytes:
        """The blind index of a text, as in the tables."""
        return keyed_hash(self._fixed[INDEX], use, text.encode())

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Reader]:
        """A reading transaction; raises DatabaseFault."""
        try:
            async with self._reading.begin() as connection:
                yield Reader(connection, self._vault(connection), self.clock)
        except SQLAlchemyError as error:
            raise fault_of(error) from None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Writer]:
        """A writing transaction, committed at the end; raises DatabaseFault."""
        try:
            async with self._writing.begin() as connection:
                yield Writer(connection, self._vault(connection), self.clock)
            self.counts[COMMITS] += 1
        except SQLAlchemyError as error:
            raise fault_of(error) from None

    async def checkpoint(self) -> None:
        """Move SQLite's log into its file and empty it; nothing to do on PostgreSQL."""
        if self.dialect == "sqlite":
            async with self._writing.connect() as connection:
                raw = await connection.get_raw_connection()
                driver = raw.driver_connection
                assert isinstance(driver, sqlite3.Connection)
                await asyncio.to_thread(driver.execute, "PRAGMA wal_checkpoint(TRUNCATE)")

    def _vault(self, connection: AsyncConnection) -> Vault:
        return Vault(connection, self._keys, self._fixed)
