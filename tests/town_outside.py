"""A town whose service is a real process: everything it forgets when it is killed is gone."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import cast

from bot.service import Service
from simulator.server import build, serve
from simulator.world import World
from storage.clock import Clock
from storage.database import Database
from storage.imports import import_files
from storage.keys import KeyRing
from tests.processes import TOKEN, RunningService, a_place, a_running_service
from tests.storage_fixtures import HandClock
from tests.town import CAST, POLICY, SAMPLES, Town, connect_group


class TownOutside(Town):
    """A town like the others; `process` is its service."""

    @property
    def process(self) -> RunningService:
        """The process that serves this town."""
        return cast("RunningService", self.service)

    async def follow(self) -> None:
        """Let everything happen that follows from what was just done."""
        await self.process.settle()

    @property
    def now(self) -> datetime:
        """The time of this machine, which is also that of the process."""
        return datetime.now(UTC)


@asynccontextmanager
async def a_town_outside(
    folder: Path,
    url: str,
    *,
    linked: tuple[str, ...] = ("rosa", "amina", "grace"),
    settings: Mapping[str, str] = MappingProxyType({}),
    **python: str,
) -> AsyncIterator[TownOutside]:
    """People are imported, a real process is started, their phones and the group are joined.

    `settings` are more of the service's own, `python` those of Python itself in the process.
    """
    keys = KeyRing.fresh()
    database = await Database.open(url, keys, Clock(), beside=True)
    world = World(token=TOKEN, username="riverbank_bot", now=lambda: datetime.now(UTC))
    try:
        seen = await import_files(database, sorted(SAMPLES.glob("*.csv")), datetime.now(UTC))
        assert not seen.problems, seen.problems
        async with serve(build(world), "127.0.0.1", 0) as root:
            place = a_place(folder, url=url, keys=keys, address=root, **settings)
            place = replace(place, python=python)
            async with a_running_service(place, database, world) as process:
                town = TownOutside(
                    database=database,
                    world=world,
                    service=cast("Service", process),
                    clock=HandClock(),
                    policy=POLICY,
                )
                for name in linked:
                    await town.join(name, CAST[name])
                await connect_group(town)
                yield town
    finally:
        await database.close()
