"""What every story gets: a fresh database of each kind, a clock that stands still, a town."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.keys import KeyRing
from tests.begun import KEYS, BegunFiles, BegunRows
from tests.storage_fixtures import HandClock, make_empty
from tests.town import FRIDAY_NIGHT, Town, a_town


@pytest.fixture
def clock() -> HandClock:
    """It is Friday, 23:40; override it in a story that plays by day."""
    return HandClock(FRIDAY_NIGHT.timestamp())


@pytest.fixture
def keys() -> KeyRing:
    """One key ring for all stories of a run, so that a town can be copied."""
    return KEYS


@pytest.fixture(scope="session")
def begun_files(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> BegunFiles:
    """Towns that have begun, on SQLite."""
    return BegunFiles(sqlite_template, tmp_path_factory.mktemp("towns"))


@pytest.fixture(scope="session")
def begun_rows(postgresql_used_again: str) -> BegunRows:
    """Towns that have begun, on PostgreSQL."""
    return BegunRows(postgresql_used_again)


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, clock: HandClock, tmp_path: Path) -> str:
    """A SQLite file of the story's own; for a story with a town a copy of one that has begun."""
    path = tmp_path / "hearthline.db"
    if "town" in request.fixturenames:
        begun: BegunFiles = request.getfixturevalue("begun_files")
        begun.copy(clock.seconds, path)
    else:
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(
    request: pytest.FixtureRequest, clock: HandClock, postgresql_used_again: str
) -> Iterator[str]:
    """A PostgreSQL database; for a story with a town it is filled with one that has begun."""
    if "town" in request.fixturenames:
        begun: BegunRows = request.getfixturevalue("begun_rows")
        begun.fill(clock.seconds)
    yield postgresql_used_again
    make_empty(postgresql_used_again)


@pytest.fixture
def choices() -> dict[str, object]:
    """What this service's policy says otherwise; a story's file may say more."""
    return {}


@pytest.fixture
async def town(
    database: Database, clock: HandClock, choices: dict[str, object]
) -> AsyncIterator[Town]:
    """Rosa, Jay, Priya, Amina, Tom and Grace are linked; the group is connected."""
    async with a_town(database, clock, begun=True, **choices) as town:  # type: ignore[arg-type]
        yield town
