"""Opens the engines: on SQLite one writing connection and readers beside it, else a pool."""

from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.dialects import SQLITE
from storage.inline import BEGIN, BUSY_MILLISECONDS, connect_inline

SQLITE_READERS = 4
CONNECTIONS = 5
IDLE_MILLISECONDS = 10_000
NOT_FOR_EVER = (
    f"-c idle_in_transaction_session_timeout={IDLE_MILLISECONDS}"
    f" -c lock_timeout={BUSY_MILLISECONDS}"
)
"""A worker that stands still in a transaction loses it, and what it held, to the others; and who
waits for what somebody else holds is told so after as long as on SQLite.
"""

WRITER_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
READER_PRAGMAS = ("PRAGMA query_only=ON", "PRAGMA temp_store=MEMORY")
NEVER_CHECKPOINT = "PRAGMA wal_autocheckpoint=0"


class NotImmediate(RuntimeError):
    """A writing transaction was begun that did not take SQLite's write lock at once."""


def database_url(url: str) -> URL:
    """The address with our drivers in it: aiosqlite and psycopg 3; raises ValueError."""
    read = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
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
            pool_size=CONNECTIONS,
            pool_pre_ping=True,
            connect_args={} if "options" in address.query else {"options": NOT_FOR_EVER},
        )
        return engine, engine.execution_options(postgresql_readonly=True)
    writer = create_async_engine(
        address,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"async_creator_fn": connect_inline(address, writes=True)},
    )
    _prepare(writer, (*WRITER_PRAGMAS, *((NEVER_CHECKPOINT,) if beside else ())))
    event.listen(writer.sync_engine, "begin", _begin_immediate)
    reader = create_async_engine(
        address,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=SQLITE_READERS,
        max_overflow=0,
        connect_args={"async_creator_fn": connect_inline(address, writes=False)},
    )
    _prepare(reader, (*READER_PRAGMAS, NEVER_CHECKPOINT))
    event.listen(reader.sync_engine, "begin", _begin_reading)
    return writer, reader


def _prepare(engine: AsyncEngine, pragmas: tuple[str, ...]) -> None:
    def on_connect(dbapi: Any, _: object) -> None:
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        try:
            for pragma in (f"PRAGMA busy_timeout={BUSY_MILLISECONDS}", *pragmas):
                cursor.execute(pragma)
        except BaseException:
            # Its thread would outlive the loop and say so, with a trace, at the very end.
            dbapi.close()
            raise
        cursor.close()

    event.listen(engine.sync_engine, "connect", on_connect)


def _begin_immediate(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    if driver.in_transaction:
        raise NotImmediate("a transaction was open before BEGIN IMMEDIATE")
    connection.exec_driver_sql(BEGIN)
    if not driver.in_transaction:
        raise NotImmediate("BEGIN IMMEDIATE opened no transaction")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
