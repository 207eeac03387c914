"""Stories of migrations: up from nothing, down again, and the result is what tables.py says."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage import migrating, trays
from storage.database import Database
from storage.engines import open_engines
from storage.keys import KeyRing
from storage.migrating import HEAD, check, migrate
from storage.tables import metadata
from storage.triggers import missing_triggers
from tests.storage_fixtures import EVERYWHERE, HandClock

Result = TypeVar("Result")
VERSIONS = Path(migrating.__file__).parent / "migrations" / "versions"


@pytest.fixture(params=EVERYWHERE)
def url(request: pytest.FixtureRequest) -> str:
    """The address of a database whose shape these stories change."""
    of = {"sqlite": "sqlite_url", "postgresql": "own_postgresql_url"}
    address: str = request.getfixturevalue(of[request.param])
    return address


async def look(url: str, work: Callable[[Connection], Result]) -> Result:
    writing, reading = open_engines(url)
    try:
        async with writing.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await reading.dispose()
        await writing.dispose()


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    found: list[Any] = compare_metadata(context, metadata)
    return found


async def test_the_migrated_database_equals_the_tables(url: str) -> None:
    assert trays.inbox.metadata is metadata
    assert await look(url, differences) == []
    assert await check(url) == []


async def test_every_migration_goes_down_and_up_again(url: str) -> None:
    for revision in ("0001", "base"):
        await migrate(url, revision=revision)
        assert await check(url) != []
    await migrate(url)
    assert await look(url, differences) == []
    assert await look(url, missing_triggers) == []


async def test_migrating_twice_changes_nothing(url: str) -> None:
    await migrate(url)
    assert await check(url) == []


async def test_a_lost_trigger_is_seen_and_made_again(
    url: str, keys: KeyRing, clock: HandClock
) -> None:
    from sqlalchemy import text

    name = "chronology_refuses_update" if url.startswith("sqlite") else "chronology_refuses_row"
    on = "" if url.startswith("sqlite") else " ON chronology"
    await look(url, lambda connection: connection.execute(text(f"DROP TRIGGER {name}{on}")))
    assert [name in problem for problem in await check(url)] == [True]
    await migrate(url)
    assert await check(url) == []
    await (await Database.open(url, keys, clock)).close()


def test_migrations_are_numbered_by_hand_with_one_head() -> None:
    names = sorted(path.stem for path in VERSIONS.glob("0*.py"))
    assert [name[:4] for name in names] == [f"{n:04}" for n in range(1, len(names) + 1)]
    assert names[-1][:4] == HEAD
    for before, name in zip(["None", *names], names, strict=False):
        said = re.search(r"^down_revision = (.+)$", (VERSIONS / f"{name}.py").read_text(), re.M)
        assert said
        assert said[1] == ("None" if before == "None" else f'"{before[:4]}"')


@pytest.mark.parametrize("address", ["mysql://x/y", "nothing"])
def test_an_unknown_kind_of_database_is_refused(address: str) -> None:
    with pytest.raises(Exception, match=r"."):
        open_engines(address)
