"""What every story gets: a fresh database of each kind, a clock that stands still, a town."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from storage.keys import KeyRing
from storage.migrating import migrate
from tests.town import FRIDAY_NIGHT, StoryClock, Town, a_town, open_clock


@pytest.fixture
def clock() -> StoryClock:
    """It is Friday, 23:40; override it in a story that plays by day."""
    return StoryClock(FRIDAY_NIGHT)


@pytest.fixture
async def town(database_url: str, clock: StoryClock) -> AsyncIterator[Town]:
    """Rosa, Jay, Priya, Amina, Tom and Grace are linked; the group is connected."""
    await migrate(database_url)
    database = await Database.open(database_url, KeyRing.fresh(), open_clock(clock))
    try:
        async with a_town(database, clock) as town:
            yield town
    finally:
        await database.close()
