"""Brings a database to the shape this program needs, and says whether it has it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialects import POSTGRESQL
from storage.engines import database_url, open_engines
from storage.faults import DAMAGED, fault_of
from storage.kill_points import MIGRATING, pass_point
from storage.triggers import make_triggers, missing_triggers

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

HEAD = "0028"
"""The migration this program was written for."""
MIGRATIONS = Path(__file__).parent / "migrations"
NEEDED = "oldest_program"
"""The mark that names the oldest shape whose program may go on beside the present one."""
MIGRATION_LOCK = 4_702_394_921_427_289_928
BRING_UP = "run `hearthline migrate`"


class MadeByANewer(RuntimeError):
    """A newer program has changed this database; the words say what to do."""


def newer(revision: str) -> str:
    """What to do with a database whose shape this program does not know."""
    return (
        f"The database has the shape {revision}; this program knows shapes up to {HEAD}. "
        "Run the newer Hearthline, or restore the backup from before the upgrade."
    )


async def outgrown(connection: AsyncConnection) -> bool:
    """Whether the database has been changed so that this running program must not go on.

    A newer shape that only adds leaves it be; see `breaks_older` in the steps.
    """
    found = await connection.execute(SHAPE, {"name": NEEDED})
    revision, needed = found.one()
    return bool(revision < HEAD or (needed or "") > HEAD)


SHAPE = text(
    "SELECT version_num, (SELECT value FROM marks WHERE name = :name) FROM alembic_version"
)


def is_there(url: str) -> bool:
    """Whether there can be a database: a file for SQLite, always for PostgreSQL."""
    address = database_url(url)
    if address.get_backend_name() == POSTGRESQL:
        return True
    return os.path.exists(address.database or "")


async def migrate(url: str, *, revision: str = HEAD) -> None:
    """Migrate up (or down) to a revision, alone and in one transaction.

    Raises DatabaseFault, or MadeByANewer.
    """
    await _run(url, lambda connection: _migrate(connection, revision))


async def check(url: str) -> list[str]:
    """What is wrong with the database, in plain words; an empty list if nothing is.

    Looking makes no file. Raises DatabaseFault.
    """
    if not is_there(url):
        return [f"There is no database yet: {BRING_UP}."]
    problems: list[str] = []
    await _run(url, lambda connection: problems.extend(_problems(connection)), beside=True)
    return problems


async def is_empty(url: str) -> bool:
    """Whether nothing of ours stands in the database; raises DatabaseFault."""
    found: list[str | None] = []
    await _run(url, lambda connection: found.append(_revision(connection)), beside=True)
    return found == [None]


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
    from alembic.script import ScriptDirectory

    if connection.dialect.name == POSTGRESQL:
        # Another migration may take its time.
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    there = _revision(connection)
    if there is not None and there > HEAD:
        raise MadeByANewer(newer(there))
    if revision == "base" or (there is not None and revision < there):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)
    if revision != "base":
        make_triggers(connection)
        _say_who_may_go_on(connection, ScriptDirectory.from_config(config), revision)
    pass_point(MIGRATING)


def _say_who_may_go_on(connection: Connection, steps: "ScriptDirectory", revision: str) -> None:
    """Programs of shapes before the last step that breaks older ones must end themselves."""
    if not inspect(connection).has_table("marks"):
        return
    breaking = [
        step.revision
        for step in steps.walk_revisions()
        if step.revision <= revision and getattr(step.module, "breaks_older", False)
    ]
    needed = {"name": NEEDED, "value": max(breaking, default="")}
    connection.execute(text("DELETE FROM marks WHERE name = :name"), needed)
    connection.execute(text("INSERT INTO marks (name, value) VALUES (:name, :value)"), needed)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _problems(connection: Connection) -> list[str]:
    revision = _revision(connection)
    if revision is None:
        return [f"The database is empty: {BRING_UP}."]
    if revision > HEAD:
        return [newer(revision)]
    if revision != HEAD:
        return [f"The database has the older shape {revision}, not {HEAD}: {BRING_UP}."]
    problems = [
        f"The trigger {name} is missing: {BRING_UP}." for name in missing_triggers(connection)
    ]
    if connection.dialect.name != POSTGRESQL:
        if connection.scalar(text("PRAGMA quick_check")) != "ok":
            problems.append(DAMAGED)
        if connection.scalar(text("PRAGMA journal_mode")) != "wal":
            problems.append("The file cannot keep a write-ahead log: is it on a local disk?")
    return problems
