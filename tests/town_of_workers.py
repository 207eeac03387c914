"""A town whose service is several real processes on one PostgreSQL, behind one proxy."""

import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from bot.service import Service
from simulator.server import build, serve
from simulator.world import World
from storage.clock import Clock
from storage.database import Database
from storage.imports import import_files
from storage.keys import KeyRing
from storage.kill_points import ANNOUNCED
from tests.processes import TOKEN, RunningService, a_place, a_running_service
from tests.proxy import Proxy, a_proxy
from tests.storage_fixtures import HandClock, free_port
from tests.town import CAST, POLICY, SAMPLES, Town, connect_group

SECRET = "a-secret-of-a-test-that-is-long-enough"


@dataclass
class TownOfWorkers(Town):
    """A town like the others; whichever of its workers is there serves it."""

    workers: list[RunningService] = field(default_factory=list)
    proxy: Proxy = field(default_factory=lambda: Proxy(()))

    @property
    def now(self) -> datetime:
        """The time of the town's clock, which is also that of its workers."""
        return self.database.clock.now()

    async def follow(self) -> None:
        """Let everything happen that follows from what was just done."""
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything is taken in, decided and carried, by whomever."""
        await next(w for w in self.workers if w.child and w.child.returncode is None).settle()

    async def first_at(self, point: str) -> RunningService:
        """The worker that comes to this point first, and stands still there; the others go on."""
        reached = f"{ANNOUNCED}{point}"
        before = {id(worker): worker.lines.count(reached) for worker in self.workers}

        def there() -> list[RunningService]:
            return [w for w in self.workers if w.lines.count(reached) > before[id(w)]]

        await self.workers[0].until(lambda: bool(there()), f"nobody reached {point}")
        standing = there()[0]
        for worker in self.workers:
            if worker is not standing:
                worker.stand_still_at("")
        return standing

    def all_stand_still_at(self, point: str) -> None:
        """Whoever reaches this point stands still there."""
        for worker in self.workers:
            worker.stand_still_at(point)

    def send(self, worker: RunningService, number: signal.Signals) -> None:
        """Send a worker a signal."""
        assert worker.child is not None
        worker.child.send_signal(number)

    async def move(self, words: str) -> None:
        """Move the clock of the town and of its workers."""
        async with self.database.writing() as writer:
            await self.database.clock.move(writer, words)


@asynccontextmanager
async def a_town_of_workers(
    folder: Path, url: str, count: int, *, at: str, linked: tuple[str, ...]
) -> AsyncIterator[TownOfWorkers]:
    """People are imported, workers are started, their phones and the group are joined."""
    keys = KeyRing.fresh()
    async with AsyncExitStack() as stack:
        database = await Database.open(url, keys, Clock(), beside=True)
        stack.push_async_callback(database.close)
        world = World(token=TOKEN, username="riverbank_bot", now=lambda: datetime.now(UTC))
        world.plain_webhooks, world.webhook_retry_seconds = True, 0.05
        async with database.writing() as writer:
            await database.clock.move(writer, at)
        seen = await import_files(database, sorted(SAMPLES.glob("*.csv")), database.clock.now())
        assert not seen.problems, seen.problems
        root = await stack.enter_async_context(serve(build(world), "127.0.0.1", 0))
        ports = [free_port() for _ in range(count)]
        door, proxy = await stack.enter_async_context(a_proxy(ports))
        workers: list[RunningService] = []
        for port in ports:
            own = folder / f"worker-{port}"
            own.mkdir()
            more = {
                "PUBLIC_URL": door,
                "WEBHOOK_SECRET": SECRET,
                "LISTEN": f"127.0.0.1:{port}",
            }
            place = a_place(own, url=url, keys=keys, address=root, **more)
            policy = own / "policy.toml"
            offered = policy.read_text("utf-8").replace("unchecked = false", "unchecked = true")
            policy.write_text(offered, "utf-8")
            running = a_running_service(place, database, world)
            workers.append(await stack.enter_async_context(running))
        town = TownOfWorkers(
            database=database,
            world=world,
            service=cast("Service", workers[0]),
            clock=HandClock(),
            policy=POLICY,
            workers=workers,
            proxy=proxy,
        )
        for name in linked:
            await town.join(name, CAST[name])
        await connect_group(town)
        yield town
