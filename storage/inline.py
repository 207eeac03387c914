"""SQLite's statements run where they are asked for; only what may wait for the disk leaves."""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import Any, Self, TypeVar

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool
from sqlalchemy.util import await_only

DRIVER = "sqlite+inline"
BEGIN = "BEGIN IMMEDIATE"
BUSY_MILLISECONDS = 5_000
"""How long another writer is waited for."""
ASK_AGAIN_SECONDS = 0.005
"""How long to wait before asking again whether the other writer has ended."""
PRIMARY_CODE = 0xFF
"""The part of SQLite's error codes that says what went wrong, without the finer reason."""

T = TypeVar("T")


class StillOpen(RuntimeError):
    """A transaction was begun while another was open on the same connection."""


class _Now:
    """Waited for, it is there at once: SQLAlchemy asks that each statement waits for something."""

    def __await__(self) -> Generator[None, None, None]:
        return
        yield


NOW = _Now()


class InlineCursor(sqlite3.Cursor):
    """A cursor that has read its rows before anybody else may write."""

    server_side = False

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._rows: deque[Any] = deque()

    def execute(self, *statement: Any) -> Self:
        """Run one statement, here and now."""
        await_only(NOW)
        super().execute(*statement)
        return self._read()

    def executemany(self, *statement: Any) -> Self:
        """Run one statement several times, here and now."""
        await_only(NOW)
        super().executemany(*statement)
        return self._read()

    def fetchone(self) -> Any:
        """The next row, or None."""
        return self._rows.popleft() if self._rows else None

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """The next rows."""
        wanted = self.arraysize if size is None else size
        return [self._rows.popleft() for _ in range(min(wanted, len(self._rows)))]

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        left = list(self._rows)
        self._rows.clear()
        return left

    async def _async_soft_close(self) -> None:
        """Its rows are read: SQLAlchemy need not close it early."""

    def _read(self) -> Self:
        self._rows = deque(super().fetchall()) if self.description else deque()
        return self


class InlineConnection:
    """A connection to SQLite as SQLAlchemy's engines for asyncio want one.

    A statement inside a transaction takes microseconds, a hop to a thread more than a hundred of
    them. What may wait does not stand in anybody's way: the end of a transaction that has written
    goes to a thread, and another program that writes is asked again and again whether it has ended.
    """

    def __init__(self, connection: sqlite3.Connection, *, writes: bool) -> None:
        self.driver_connection = connection
        self._writes = writes
        self._changes = 0
        """How many rows it had ever changed when its transaction began."""

    def cursor(self) -> InlineCursor:
        """A new cursor."""
        return self.driver_connection.cursor(InlineCursor)

    def begin(self) -> None:
        """Begin a transaction; one that writes takes the write lock, and waits for it."""
        if self.driver_connection.in_transaction:
            raise StillOpen
        if not self._writes:
            self.driver_connection.execute("BEGIN")
            return
        self._changes = self.driver_connection.total_changes
        self._lock()

    def _lock(self) -> None:
        asked = 0.0
        self.driver_connection.execute("PRAGMA busy_timeout=0")
        try:
            while True:
                try:
                    self.driver_connection.execute(BEGIN)
                except sqlite3.OperationalError as error:
                    busy = error.sqlite_errorcode & PRIMARY_CODE == sqlite3.SQLITE_BUSY
                    if not busy or asked * 1000 >= BUSY_MILLISECONDS:
                        raise
                else:
                    return
                await_only(asyncio.sleep(ASK_AGAIN_SECONDS))
                asked += ASK_AGAIN_SECONDS
        finally:
            self.driver_connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")

    def commit(self) -> None:
        """End the transaction: on the disk when this returns."""
        self._end(self.driver_connection.commit)

    def rollback(self) -> None:
        """Take back the transaction, if one is open."""
        self._end(self.driver_connection.rollback)

    def close(self) -> None:
        """Close it; the last connection to a file may move its log into it."""
        await_only(_in_a_thread(self.driver_connection.close))

    def terminate(self) -> None:
        """Close it where nobody can wait."""
        self.driver_connection.close()

    def _end(self, end: Callable[[], None]) -> None:
        changed = self.driver_connection.total_changes != self._changes
        if changed and self.driver_connection.in_transaction:
            await_only(_in_a_thread(end))
        else:
            end()


async def _in_a_thread(work: Callable[[], T]) -> T:
    """Whoever is cancelled meanwhile waits until the thread has let go of the connection."""
    running = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        while not running.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([running])
        running.exception()
        raise


class InlineDialect(SQLiteDialect_pysqlite):
    """SQLite with these connections."""

    driver = "inline"
    is_async = True
    has_terminate = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:
        """Connections are shared by tasks of one loop."""
        return AsyncAdaptedQueuePool

    def connect(self, *cargs: Any, writes: bool = False, **cparams: Any) -> Any:
        """Open the file; creating it may wait for the disk."""
        opened = await_only(_in_a_thread(lambda: _open(*cargs, **cparams)))
        return InlineConnection(opened, writes=writes)

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin at once: SQLite's library would wait for the first statement that writes."""
        dbapi_connection.begin()

    def on_connect(self) -> Callable[[Any], None]:
        """SQLAlchemy's own functions for SQLite are not used."""
        return lambda opened: None

    def get_driver_connection(self, connection: Any) -> Any:
        """The connection of the standard library."""
        return connection.driver_connection

    def do_terminate(self, dbapi_connection: Any) -> None:
        """Close it where nobody can wait."""
        dbapi_connection.terminate()


def _open(*cargs: Any, **cparams: Any) -> sqlite3.Connection:
    cparams |= {"check_same_thread": False, "isolation_level": None}
    opened: sqlite3.Connection = sqlite3.connect(*cargs, **cparams)
    return opened


registry.register("sqlite.inline", __name__, InlineDialect.__name__)
