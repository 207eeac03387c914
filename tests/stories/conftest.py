"""What every story gets: a fresh database of each kind, a clock that stands still, a town."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.storage_fixtures import HandClock
from tests.town import FRIDAY_NIGHT, Town, a_town


@pytest.fixture
def clock() -> HandClock:
    """It is Friday, 23:40; override it in a story that plays by day."""
    return HandClock(FRIDAY_NIGHT.timestamp())


@pytest.fixture
async def town(database: Database, clock: HandClock) -> AsyncIterator[Town]:
    """Rosa, Jay, Priya, Amina, Tom and Grace are linked; the group is connected."""
    async with a_town(database, clock) as town:
        yield town
