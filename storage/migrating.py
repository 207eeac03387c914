"""Brings a database to the shape this program needs, and says whether it has it."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from storage.dialects import POSTGRESQL
from storage.engines import open_engines
from storage.faults import fault_of
from storage.triggers import make_triggers, missing_triggers

HEAD = "0004"
"""The migration this program was written for."""
MIGRATIONS = Path(__file__).parent / "migrations"
MIGRATION_LOCK = 4_702_394_921_427_289_928


async def migrate(url: str, *, revision: str = HEAD) -> None:
    """Migrate up (or down) to a revision, alone and in one transaction; raises DatabaseFault."""
    await _run(url, lambda connection: _migrate(connection, revision))


async def check(url: str) -> list[str]:
    """What is wrong with the database, in plain words; an empty list if nothing is."""
    problems: list[str] = []
    await _run(url, lambda connection: problems.extend(_problems(connection)), beside=True)
    return problems


def is_at_head(connection: Connection) -> bool:
    """Whether the database has the shape this program was written for."""
    return _revision(connection) == HEAD and not missing_triggers(connection)


async def _run(url: str, work: Callable[[Connection], None], *, beside: bool = False) -> None:
    writing, reading = open_engines(url, beside=beside)
    try:
        async with writing.begin() as connection:
            await connection.run_sync(work)
    except SQLAlchemyError as error:
        raise fault_of(error) from None
    finally:
        await reading.dispose()
        await writing.dispose()


def _migrate(connection: Connection, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == POSTGRESQL:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    there = _revision(connection)
    if revision == "base" or (there is not None and revision < there):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)
    if revision != "base":
        make_triggers(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _problems(connection: Connection) -> list[str]:
    revision = _revision(connection)
    if revision != HEAD:
        return [
            f"The database is at {revision or 'nothing'}, not at {HEAD}: run `hearthline migrate`."
        ]
    problems = [
        f"The trigger {name} is missing: run `hearthline migrate`."
        for name in missing_triggers(connection)
    ]
    if connection.dialect.name != POSTGRESQL:
        if connection.scalar(text("PRAGMA quick_check")) != "ok":
            problems.append("The database file is damaged: stop, and restore a backup.")
        if connection.scalar(text("PRAGMA journal_mode")) != "wal":
            problems.append("The file cannot keep a write-ahead log: is it on a local disk?")
    return problems
