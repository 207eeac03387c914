"""The same story in a second town, on an empty file of its own, to compare what people see."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from storage.database import Database
from storage.keys import KeyRing
from tests.storage_fixtures import HandClock
from tests.town import Town, a_town


@asynccontextmanager
async def another_town(
    template: Path, folder: Path, begins: datetime, **choices: object
) -> AsyncIterator[Town]:
    """A town of the same people that begins at the same instant (aware UTC)."""
    shutil.copy(template, folder / "other.db")
    clock = HandClock(begins.timestamp())
    database = await Database.open(f"sqlite:///{folder / 'other.db'}", KeyRing.fresh(), clock)
    try:
        async with a_town(database, clock, **choices) as town:  # type: ignore[arg-type]
            yield town
    finally:
        await database.close()
