"""What every story gets: a fresh database of each kind, a clock that stands still, a town."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.keys import KeyRing
from tests.storage_fixtures import HandClock
from tests.town import FRIDAY_NIGHT, Town, a_town

KEYS = KeyRing.fresh()


@pytest.fixture
def clock() -> HandClock:
    """It is Friday, 23:40; override it in a story that plays by day."""
    return HandClock(FRIDAY_NIGHT.timestamp())


@pytest.fixture
def keys() -> KeyRing:
    """One key ring for all stories of a run, so that a town can be copied."""
    return KEYS


@pytest.fixture(scope="session")
def begun_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file in which the town of Friday night is linked already; stories copy it."""
    path = tmp_path_factory.mktemp("town") / "begun.db"
    shutil.copy(sqlite_template, path)

    async def begin() -> None:
        clock = HandClock(FRIDAY_NIGHT.timestamp())
        database = await Database.open(f"sqlite:///{path}", KEYS, clock)
        async with a_town(database, clock):
            pass
        await database.close()

    asyncio.run(begin())
    return path


@pytest.fixture
def sqlite_url(
    request: pytest.FixtureRequest, clock: HandClock, sqlite_template: Path, tmp_path: Path
) -> str:
    """A SQLite file of the story's own; for a town on Friday night a copy of one that has begun."""
    path = tmp_path / "hearthline.db"
    begun = "town" in request.fixturenames and has_begun("sqlite", clock)
    shutil.copy(request.getfixturevalue("begun_sqlite") if begun else sqlite_template, path)
    return f"sqlite:///{path}"


def has_begun(dialect: str, clock: HandClock) -> bool:
    """Whether this town is a copy; on PostgreSQL a copy costs more than linking the phones."""
    return dialect == "sqlite" and clock.seconds == FRIDAY_NIGHT.timestamp()


@pytest.fixture
def choices() -> dict[str, object]:
    """What this service's policy says otherwise; a story's file may say more."""
    return {}


@pytest.fixture
async def town(
    database: Database, clock: HandClock, choices: dict[str, object]
) -> AsyncIterator[Town]:
    """Rosa, Jay, Priya, Amina, Tom and Grace are linked; the group is connected."""
    begun = has_begun(database.dialect, clock)
    async with a_town(database, clock, begun=begun, **choices) as town:  # type: ignore[arg-type]
        yield town
