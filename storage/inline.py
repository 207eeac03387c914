"""SQLite's statements run where they are asked for; only what may wait goes to a thread."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from aiosqlite import Connection
from sqlalchemy.engine import URL

ENDINGS = frozenset({"commit", "rollback"})
"""Calls that may wait for the disk where a transaction that writes is open."""
BEGIN = "BEGIN IMMEDIATE"
WAITING_WORDS = (BEGIN, "PRAGMA")
"""How the statements begin that may wait: for another writer, or for the disk."""
BUSY_MILLISECONDS = 5_000
"""How long the thread waits for another writer."""
PRIMARY_CODE = 0xFF
"""The part of SQLite's error codes that says what went wrong, without the finer reason."""
ROWS_AT_ONCE = 64

T = TypeVar("T")


class InlineConnection(Connection):
    """An aiosqlite connection without a hop to its thread for each statement.

    A statement inside a transaction takes microseconds, a hop more than a hundred of them.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection], *, writes: bool) -> None:
        super().__init__(connector, ROWS_AT_ONCE)
        self._writes = writes
        # A program that ends without closing must not hang on this thread.
        self._thread.daemon = True
        self._alone = True

    async def _connect(self) -> Connection:
        try:
            return await super()._connect()
        except BaseException:
            # Nobody waits for its thread to stop; it would say so, with a trace, at the very end.
            self._thread.join()
            raise

    async def _execute(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        ready = self._alone and self._running and self._connection is not None
        if ready and not self._waits(fn, args):
            return fn(*args, **kwargs)
        if ready and args[:1] == (BEGIN,):
            begun = self._begin_at_once(partial(fn, *args, **kwargs))
            if begun is not None:
                return begun
        try:
            done: T = await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        except asyncio.CancelledError:
            # Its thread may still be at work here, so from now on everything queues behind it.
            self._alone = False
            raise
        return done

    def _begin_at_once(self, begin: Callable[[], T]) -> T | None:
        """Take the write lock if it is free, which it nearly always is; None where it is not."""
        self._conn.execute("PRAGMA busy_timeout=0")
        try:
            return begin()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & PRIMARY_CODE != sqlite3.SQLITE_BUSY:
                raise
            return None
        finally:
            self._conn.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")

    def _waits(self, fn: Callable[..., object], args: tuple[object, ...]) -> bool:
        name = getattr(fn, "__name__", "")
        if getattr(fn, "__self__", None) is self._connection:
            if name in ENDINGS:
                return self._writes and self._conn.in_transaction
            if name == "close":
                return True
        return bool(args) and isinstance(args[0], str) and args[0].startswith(WAITING_WORDS)


def connect_inline(address: URL, *, writes: bool) -> Callable[..., InlineConnection]:
    """What SQLAlchemy calls for a new connection to this file; it is opened by awaiting it."""
    file = Path(address.database or ":memory:").absolute()

    def connect(*_args: Any, **_settings: Any) -> InlineConnection:
        opened = partial(sqlite3.connect, file, check_same_thread=False)
        return InlineConnection(opened, writes=writes)

    return connect
