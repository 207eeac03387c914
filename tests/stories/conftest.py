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

ON_BOTH = frozenset(
    {
        "test_a_backup_is_restored",
        "test_a_page_is_taken_once",
        "test_each_unit_whole_or_not_at_all",
        "test_no_word_lies_open",
        "test_the_chronology_cannot_be_changed_unseen",
        "test_the_database_cannot_be_written",
        "test_the_database_is_gone",
        "test_the_key_ring_is_rotated",
        "test_who_has_left_is_forgotten_by_itself",
    }
)
"""Stories about what the databases themselves do: each test of them runs on both."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of every other story the first test that would run on both does; the rest on SQLite.

    What a screen says does not depend on the database, and the suite stays under ten minutes.
    """
    here = Path(__file__).parent
    seen: dict[Path, str] = {}
    left_out = []
    for item in items:
        if item.path.parent != here or item.path.stem in ON_BOTH:
            continue
        if "[postgresql]" in item.name:
            name = item.name.partition("[")[0]
            if seen.setdefault(item.path, name) != name:
                left_out.append(item)
    if left_out:
        gone = set(map(id, left_out))
        items[:] = [item for item in items if id(item) not in gone]
        config.hook.pytest_deselected(items=left_out)


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
