"""A whole service with its phones, played by a machine: it may be started anew at any moment."""

import asyncio
import random
import shutil
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.service import Service
from fostering.due import next_due_at
from fostering.requests import Request
from simulator.raw import Json
from simulator.server import build, serve
from simulator.world import World
from storage import chronology, requests
from storage import drafts as drafts_kept
from storage.database import Database
from storage.tables import chronology as lines
from storage.tables import drafts as draft_rows
from storage.tables import requests as request_rows
from tests.begun import KEYS, BegunFiles
from tests.storage_fixtures import HandClock
from tests.stories.facts import Facts, facts, stumbled
from tests.town import FRIDAY_NIGHT, POLICY, TOKEN, Town, meet_again

OPENED_BY = {"RequestRaised", "WorkerPaged", "AnswersAdded", "ContactDenied"}
"""After one of these somebody else may take a request."""


class TownPlayed:
    """One town on a SQLite file of its own; `came` are all updates that Telegram has given."""

    def __init__(self, begun: BegunFiles, folder: Path) -> None:
        self.clock = HandClock(FRIDAY_NIGHT.timestamp())
        self.came: list[Json] = []
        path = folder / f"{random.getrandbits(64)}.db"
        begun.copy(self.clock.seconds, path)
        self._path = path
        self._ways = AsyncExitStack()
        self._runner = asyncio.Runner()
        self.town = self._runner.run(self._begin())

    async def _begin(self) -> Town:
        world = World(
            token=TOKEN,
            username="riverbank_bot",
            now=lambda: datetime.fromtimestamp(self.clock.seconds, UTC),
        )
        self._root = await self._ways.enter_async_context(serve(build(world), "127.0.0.1", 0))
        database, service = await self._start()
        town = Town(
            database=database, world=world, service=service, clock=self.clock, policy=POLICY
        )
        meet_again(town)
        for hand in town.hands.values():
            hand.phone.says("/start")
        await town.settle()
        return town

    async def _start(self) -> tuple[Database, Service]:
        database = await Database.open(f"sqlite:///{self._path}", KEYS, self.clock)
        service = Service(
            database=database,
            policy=POLICY,
            token=TOKEN,
            address=self._root.rstrip("/"),
            pacing_clock=lambda: self.clock.seconds,
        )
        await service.start()
        return database, service

    def end(self) -> None:
        """Close all of it."""
        self._runner.run(self._end())
        self._runner.close()
        for path in self._path.parent.glob(f"{self._path.name}*"):
            path.unlink() if path.is_file() else shutil.rmtree(path)

    async def _end(self) -> None:
        await self.town.service.close()
        await self.town.database.close()
        await self._ways.aclose()

    # What happens to it.

    def settle(self) -> None:
        """Everything that can happen now happens."""
        self._note_updates()
        self._runner.run(self.town.settle())
        self._note_updates()

    def follows(self) -> None:
        """What follows from what was done; the clock is not asked."""
        self._note_updates()
        self._runner.run(self.town.follow())
        self._note_updates()

    def receives(self) -> None:
        """What has come is stored, and nothing more."""
        self._note_updates()
        self._runner.run(self.town.service.receive_once())

    def decides(self) -> None:
        """One turn of the desk, and nothing is carried."""
        self._runner.run(self.town.service.take_turn())

    def starts_anew(self) -> None:
        """The service ends where it stands, and begins again with what the database holds."""
        self._runner.run(self._start_anew())

    async def _start_anew(self) -> None:
        await self.town.service.close()
        await self.town.database.close()
        self.clock = HandClock(self.clock.seconds)
        self.town.clock = self.clock
        self.town.database, self.town.service = await self._start()

    def goes_on(self, span: timedelta) -> None:
        """Time passes, tick by tick."""
        self._runner.run(self.town.forward(seconds=span.total_seconds()))

    def leaps(self, span: timedelta) -> None:
        """Time has passed without us."""
        self._runner.run(self.town.jump(seconds=span.total_seconds()))

    def comes_again(self, numbers: list[int]) -> None:
        """Telegram gives these updates once more, in this order."""
        self._note_updates()
        for number in numbers:
            if self.came:
                self.town.world.add_update(self.came[number % len(self.came)])

    def _note_updates(self) -> None:
        for waiting in self.town.world.queue.waiting():
            if waiting.raw not in self.came:
                self.came.append(waiting.raw)

    # What must be so.

    @property
    def facts(self) -> Facts:
        """What the service believes."""
        return self._runner.run(facts(self.town.database))

    @property
    def stumbled(self) -> int:
        """How many updates could not be decided at once."""
        return self._runner.run(stumbled(self.town.database))

    @property
    def requests(self) -> list[Request]:
        """Every request that was raised."""
        return self._runner.run(self._requests())

    async def _requests(self) -> list[Request]:
        async with self.town.database.reading() as reader:
            found = await reader.connection.scalars(select(request_rows.c.id))
            return list((await requests.load(reader, found.all())).values())

    def late(self) -> list[str]:
        """What the clock would not look at when it must, by what the rules say anew."""
        return self._runner.run(self._late())

    async def _late(self) -> list[str]:
        now, wrong = self.town.now, []
        async with self.town.database.reading() as reader:
            for table, load in ((request_rows, requests.load), (draft_rows, drafts_kept.load)):
                rows = (
                    await reader.connection.execute(select(table.c.id, table.c.next_due_at))
                ).all()
                found = await load(reader, [row.id for row in rows])
                for row in rows:
                    wanted = next_due_at(found[row.id], POLICY)
                    seen = row.next_due_at
                    put_off = wanted is not None and wanted <= now and seen and seen > now
                    if seen != wanted and not put_off:
                        wrong.append(f"{table.name}: {seen} and not {wanted}")
        return wrong

    def told_of(self) -> dict[str, list[str]]:
        """What happened to each request, in its order; the chronology must be whole."""
        return self._runner.run(self._told_of())

    async def _told_of(self) -> dict[str, list[str]]:
        told: dict[str, list[str]] = {}
        async with self.town.database.reading() as reader:
            assert not await chronology.verify(reader)
            rows = await reader.connection.execute(
                select(lines.c.chain, lines.c.event).order_by(lines.c.seq)
            )
            for key, event in rows:
                told.setdefault(str(key), []).append(event)
        return told
