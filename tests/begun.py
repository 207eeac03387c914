"""Towns that have begun: lived through once for each hour, copied for every story after it."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from storage.database import Database
from storage.keys import KeyRing
from tests.storage_fixtures import HandClock
from tests.town import a_town

KEYS = KeyRing.fresh()
"""One key ring for all stories of a run: a copy could not be opened with another."""
COUNTED = "counted"
"""The table, beside those of ours, of how far each sequence has counted."""


def begin(url: str, at: float) -> None:
    """Take the lists in, link the phones and connect the group at this second, in this database."""

    async def live() -> None:
        clock = HandClock(at)
        database = await Database.open(url, KEYS, clock)
        async with a_town(database, clock):
            pass
        await database.close()

    asyncio.run(live())


class BegunFiles:
    """SQLite files in which a town has begun, one for each hour."""

    def __init__(self, empty: Path, folder: Path) -> None:
        self._empty = empty
        self._folder = folder

    def copy(self, at: float, to: Path) -> None:
        """Put a copy there."""
        begun = self._folder / f"{at}.db"
        if not begun.exists():
            shutil.copy(self._empty, begun)
            begin(f"sqlite:///{begun}", at)
        shutil.copy(begun, to)


class BegunRows:
    """What a PostgreSQL database holds when a town has begun, kept beside in schemas of its own."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._kept: set[str] = set()

    def fill(self, at: float) -> None:
        """Fill the empty database."""
        kept = f"begun_{int(at)}"
        if kept in self._kept:
            self._give_back(kept)
        else:
            begin(self._url, at)
            self._keep(kept)
            self._kept.add(kept)

    def _keep(self, kept: str) -> None:
        with self._connected() as connection:
            tables = tables_of(connection)
            steps = [f"CREATE SCHEMA {kept}"]
            steps += [f"CREATE TABLE {kept}.{name} AS TABLE public.{name}" for name in tables]
            steps += [
                f"CREATE TABLE {kept}.{COUNTED} AS SELECT sequencename, last_value"
                " FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL"
            ]
            connection.execute("; ".join(steps).encode())

    def _give_back(self, kept: str) -> None:
        with self._connected() as connection:
            tables = [name for name in tables_of(connection, kept) if name != COUNTED]
            steps = ["SET session_replication_role = replica"]
            steps += [
                f"INSERT INTO public.{name} OVERRIDING SYSTEM VALUE SELECT * FROM {kept}.{name}"
                for name in tables
            ]
            steps += [
                f"SELECT setval(sequencename::regclass, last_value) FROM {kept}.{COUNTED}",
            ]
            connection.execute("; ".join(steps).encode())

    @contextmanager
    def _connected(self) -> Iterator[psycopg.Connection]:
        with psycopg.connect(self._url, autocommit=True) as connection:
            yield connection


def tables_of(connection: psycopg.Connection, schema: str = "public") -> list[str]:
    """The tables that hold rows of ours."""
    found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema])
    return [name for (name,) in found if name != "alembic_version"]
