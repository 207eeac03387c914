"""Two versions side by side: an older worker goes on through what is only added, and no further."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator

import psycopg
import pytest

from bot.service import Service
from bot.tick import Outgrown
from storage.database import Database, NotMigrated
from storage.keys import KeyRing
from storage.migrating import HEAD, NEEDED, check
from tests.storage_fixtures import ON_POSTGRESQL, HandClock
from tests.town import TOKEN, Town

pytestmark = ON_POSTGRESQL
NEWER = "9001"
REPORTS = "Something has changed at home"


async def answered(town: Town, holds: Callable[[], bool]) -> None:
    """Either worker may have taken it up: go on until it has been answered."""
    async with asyncio.timeout(30):
        while not holds():
            await town.follow()


def change(url: str, *statements: str) -> None:
    """What a newer program's migration does, in one transaction."""
    with psycopg.connect(url) as connection:
        for statement in statements:
            connection.execute(statement.encode())


@pytest.fixture
def upgraded(url: str, town: Town) -> Iterator[str]:
    """The town's database after a newer program added a column; afterwards it is as before."""
    change(
        url,
        "ALTER TABLE people ADD COLUMN added_later TEXT",
        f"UPDATE alembic_version SET version_num = '{NEWER}'",
    )
    yield url
    change(
        url,
        "ALTER TABLE people DROP COLUMN added_later",
        f"UPDATE alembic_version SET version_num = '{HEAD}'",
    )


@pytest.fixture
async def second(
    town: Town, upgraded: str, url: str, keys: KeyRing, clock: HandClock
) -> AsyncIterator[Service]:
    """A worker that was started before."""
    change(url, f"UPDATE alembic_version SET version_num = '{HEAD}'")
    database = await Database.open(url, keys, clock)
    change(url, f"UPDATE alembic_version SET version_num = '{NEWER}'")
    address = town.service.line.address
    service = Service(database=database, policy=town.policy, token=TOKEN, address=address)
    yield service
    await database.close()


async def test_an_older_worker_goes_on_beside_a_newer_until_it_must_not(
    town: Town, upgraded: str, second: Service
) -> None:
    running = asyncio.create_task(second.run(polls=False))
    await town.rosa.writes("/home")
    await answered(town, lambda: REPORTS in town.rosa.buttons)
    await town.rosa.presses(REPORTS)
    await answered(town, lambda: "1 of" in town.rosa.all_words)
    [said] = await check(upgraded)
    assert "Run the newer Hearthline" in said
    with pytest.raises(NotMigrated):
        await Database.open(upgraded, KeyRing.fresh())
    assert not running.done()
    change(upgraded, f"UPDATE marks SET value = '{NEWER}' WHERE name = '{NEEDED}'", INSERTED)
    with pytest.raises(Outgrown):
        await asyncio.wait_for(running, 30)


INSERTED = f"""
INSERT INTO marks (name, value) VALUES ('{NEEDED}', '{NEWER}')
ON CONFLICT (name) DO UPDATE SET value = '{NEWER}'
"""
