"""What the stories of storage share."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from storage.keys import KeyRing
from tests.storage_fixtures import HandClock


@pytest.fixture
async def sqlite_database(
    sqlite_url: str, keys: KeyRing, clock: HandClock
) -> AsyncIterator[Database]:
    opened = await Database.open(sqlite_url, keys, clock)
    yield opened
    await opened.close()
