"""Opens the engines: on SQLite one writing connection and readers beside it, else a pool."""

from collections.abc import Hashable
from time import monotonic
from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.engine import URL, Dialect
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.util import LRUCache

from storage.dialects import SQLITE
from storage.inline import BUSY_MILLISECONDS, DRIVER

SQLITE_READERS = 4
CONNECTIONS = 5
RESTED_SECONDS = 1.0
GIVEN_BACK = "given_back"
IDLE_MILLISECONDS = 10_000
NOT_FOR_EVER = (
    f"-c idle_in_transaction_session_timeout={IDLE_MILLISECONDS}"
    f" -c lock_timeout={BUSY_MILLISECONDS}"
)
"""A worker that stands still in a transaction loses it, and what it held, to the others; and who
waits for what somebody else holds is told so after as long as on SQLite.
"""

MOST_STATEMENTS = 1_000
"""More than there are: they are constants, and a list of values counts as one."""

WRITER_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
READER_PRAGMAS = ("PRAGMA query_only=ON", "PRAGMA temp_store=MEMORY")
NEVER_CHECKPOINT = "PRAGMA wal_autocheckpoint=0"


class Statements(LRUCache[Any, Any]):
    """Statements by what they say and for which kind of database: compiled once in a process.

    By itself SQLAlchemy compiles a statement for each engine, and an SQLite file has two.
    """

    def get(self, key: Any, default: Any = None) -> Any:
        """The compiled statement, whichever engine asks."""
        return super().get(_of_kind(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        """Keep it for every engine of this kind."""
        super().__setitem__(_of_kind(key), compiled)


def _of_kind(key: tuple[Dialect, Hashable]) -> tuple[Hashable, ...]:
    dialect, *statement = key
    return dialect.name, *statement


COMPILED = {"compiled_cache": Statements(MOST_STATEMENTS)}


def database_url(url: str) -> URL:
    """The address with our drivers in it: our own for SQLite, and psycopg 3; raises ValueError."""
    read = make_url(url)
    drivers = {SQLITE: DRIVER, "postgresql": "postgresql+psycopg"}
    name = read.get_backend_name()
    if name not in drivers:
        raise ValueError("the database must be sqlite or postgresql")
    if not read.database and name == SQLITE:
        raise ValueError("the database must be in a file")
    return read.set(drivername=drivers[name])


def open_engines(url: str, *, beside: bool = False) -> tuple[AsyncEngine, AsyncEngine]:
    """The writing and the reading engine.

    `beside`: another process owns this SQLite file; this one writes but never checkpoints
    (SQLite before 3.51.3 can damage a file whose log two connections reset at once).
    """
    address = database_url(url)
    if address.get_backend_name() != SQLITE:
        engine = create_async_engine(
            address,
            hide_parameters=True,
            execution_options=COMPILED,
            pool_size=CONNECTIONS,
            connect_args={} if "options" in address.query else {"options": NOT_FOR_EVER},
        )
        _look_whether_it_lives(engine)
        return engine, engine.execution_options(postgresql_readonly=True)
    writer = create_async_engine(
        address,
        hide_parameters=True,
        execution_options=COMPILED,
        pool_size=1,
        max_overflow=0,
        connect_args={"writes": True},
    )
    _prepare(writer, (*WRITER_PRAGMAS, *((NEVER_CHECKPOINT,) if beside else ())))
    reader = create_async_engine(
        address,
        hide_parameters=True,
        execution_options=COMPILED,
        pool_size=SQLITE_READERS,
        max_overflow=0,
    )
    _prepare(reader, (*READER_PRAGMAS, NEVER_CHECKPOINT))
    return writer, reader


def _look_whether_it_lives(engine: AsyncEngine) -> None:
    """Ask a connection that has rested whether PostgreSQL is still behind it.

    SQLAlchemy's own `pool_pre_ping` asks each time, which is a way there and back for each
    transaction.
    """

    def given_back(_: object, record: ConnectionPoolEntry) -> None:
        record.info[GIVEN_BACK] = monotonic()

    def taken_out(opened: Any, record: ConnectionPoolEntry, _: object) -> None:
        last = record.info.get(GIVEN_BACK)
        if last is None or monotonic() - last < RESTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(opened)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error

    event.listen(engine.sync_engine, "checkin", given_back)
    event.listen(engine.sync_engine, "checkout", taken_out)


def _prepare(engine: AsyncEngine, pragmas: tuple[str, ...]) -> None:
    def on_connect(opened: Any, _: object) -> None:
        for pragma in (f"PRAGMA busy_timeout={BUSY_MILLISECONDS}", *pragmas):
            opened.driver_connection.execute(pragma)

    event.listen(engine.sync_engine, "connect", on_connect)
