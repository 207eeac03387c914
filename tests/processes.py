"""A real `hearthline` process: started, made to stand still at a named point, killed, restarted."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Protocol

from sqlalchemy import func, select, update

from simulator.world import World
from storage.columns import EPOCH
from storage.database import Database
from storage.keys import KeyRing
from storage.kill_points import ANNOUNCED, VARIABLE
from storage.trays import inbox, leases, outbox
from tests import warm_python
from tests.house.sources import HOUSE

PATIENCE_SECONDS = 60.0
"""After this a test fails; nothing is measured by it."""
LOOK_SECONDS = 0.02
"""How often the state of another process, which cannot call us, is looked at."""
TOKEN = "100200300:CANARYtokenCANARYtokenCANARYtoken00"
STARTER = [sys.executable, "-m", "hearthline"]
NUMBERS = count()


@dataclass(frozen=True, kw_only=True)
class Finished:
    """A command that has ended: its exit code and everything it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Both outputs."""
        return self.out + self.err


class Child(Protocol):
    """A process that was begun."""

    @property
    def returncode(self) -> int | None:
        """How it ended; None while it runs, minus the signal that ended it."""
        ...

    def send_signal(self, signal: int) -> None:
        """Send it a signal."""
        ...

    def kill(self) -> None:
        """SIGKILL."""
        ...

    async def wait(self) -> int:
        """Until it has ended."""
        ...


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a process runs: a folder of its own, and its settings in the environment.

    `python` are settings of Python itself.
    """

    folder: Path
    settings: Mapping[str, str]
    python: Mapping[str, str] = field(default_factory=dict)

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a process; nothing of the settings of whoever runs the tests."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("HEARTHLINE_")}
        return {**kept, "PYTHONPATH": str(HOUSE), **self.settings, **self.python, **more}


def a_place(folder: Path, *, url: str, keys: KeyRing, address: str, **more: str) -> Place:
    """A folder with a live policy in it, and settings that are whole."""
    policy = (HOUSE / "policy.sample.toml").read_text(encoding="utf-8")
    (folder / "policy.toml").write_text(policy.replace('"drill"', '"live"'), encoding="utf-8")
    settings = {
        "TOKEN": TOKEN,
        "KEYS": keys.write(),
        "DATABASE_URL": url,
        "API_URL": address.rstrip("/"),
        **more,
    }
    return Place(
        folder=folder, settings={f"HEARTHLINE_{name}": value for name, value in settings.items()}
    )


def let_nothing_be_set(folder: Path) -> Place:
    """A folder without any settings."""
    return Place(folder=folder, settings={})


async def begin(place: Place, *words: str, out: Path, err: Path, **more: str) -> Child:
    """Begin one command; only a Python with settings of its own is started from nothing."""
    environment = place.environment(**more)
    if not place.python:
        return warm_python.begin(
            words, folder=place.folder, environment=environment, out=out, err=err
        )
    with out.open("ab") as said, err.open("ab") as log:
        return await asyncio.create_subprocess_exec(
            *STARTER,
            *words,
            cwd=place.folder,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=said,
            stderr=log,
        )


async def hearthline(place: Place, *words: str) -> Finished:
    """Run one command to its end."""
    number = next(NUMBERS)
    out, err = (place.folder / f"{name}-{number}" for name in ("out", "err"))
    child = await begin(place, *words, out=out, err=err)
    try:
        code = await asyncio.wait_for(child.wait(), PATIENCE_SECONDS)
    finally:
        with suppress(ProcessLookupError):
            child.kill()
    return Finished(code=code, out=out.read_text("utf-8"), err=err.read_text("utf-8"))


@dataclass
class RunningService:
    """`hearthline run` in a process of its own, seen from outside: its output and its database."""

    place: Place
    database: Database
    world: World
    child: Child | None = None
    kills: int = 0

    @property
    def point_file(self) -> Path:
        """Where the name of the point is written at which the process is to stand still."""
        return self.place.folder / "point"

    @property
    def log_file(self) -> Path:
        """What every run of the process has written to its standard error."""
        return self.place.folder / "log"

    @property
    def out_file(self) -> Path:
        """What the present run of the process has written to its standard output."""
        return self.place.folder / "out"

    @property
    def lines(self) -> list[str]:
        """The lines that the present run has said."""
        return self.out_file.read_text(encoding="utf-8").splitlines()

    async def start(self, point: str = "") -> None:
        """Start the process, to stand still at this point; what was left undone it takes up."""
        self.stand_still_at(point)
        self.out_file.write_text("", encoding="utf-8")
        self.child = await begin(
            self.place,
            "run",
            out=self.out_file,
            err=self.log_file,
            **{VARIABLE: str(self.point_file)},
        )

    def stand_still_at(self, point: str) -> None:
        """The process will stand still when it reaches this point; "" is none."""
        self.point_file.write_text(point, encoding="ascii")

    async def reached(self, point: str) -> None:
        """Wait until the process says that it stands still there; fails if it never does."""
        await self.until(lambda: f"{ANNOUNCED}{point}" in self.lines, f"{point} was not reached")

    async def kill(self) -> None:
        """SIGKILL: nothing is finished, nothing is said. Then thirty seconds pass, as recorded."""
        assert self.child is not None
        assert self.child.returncode is None, "the process had ended by itself"
        self.child.send_signal(signal.SIGKILL)
        await self._ended()
        assert self.child.returncode == -signal.SIGKILL
        self.kills += 1
        await self.let_leases_run_out()

    async def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        assert self.child is not None
        if self.child.returncode is None:
            self.child.send_signal(signal.SIGTERM)
        await self._ended()
        return self.child.returncode or 0

    async def _ended(self) -> None:
        assert self.child is not None
        await asyncio.wait_for(self.child.wait(), PATIENCE_SECONDS)

    async def let_leases_run_out(self) -> None:
        """What a dead process held is free again, without anybody waiting for it."""
        async with self.database.writing() as writer:
            await writer.connection.execute(update(leases).values(until=EPOCH))
            for table in (inbox, outbox):
                held = table.c.lease_until.is_not(None)
                await writer.connection.execute(update(table).where(held).values(lease_until=EPOCH))

    async def let_leases_last(self) -> None:
        """What a dead process held stays held for a day."""
        until = datetime.now(UTC) + timedelta(days=1)
        async with self.database.writing() as writer:
            await writer.connection.execute(update(leases).values(until=until))
            for table in (inbox, outbox):
                held = table.c.lease_until.is_not(None)
                await writer.connection.execute(update(table).where(held).values(lease_until=until))

    async def settle(self) -> None:
        """Wait until everything that was sent is taken in, decided and carried."""
        await self.until_async(self.at_rest, "the service did not come to rest")

    async def at_rest(self) -> bool:
        """Whether everything that was sent is taken in, decided and carried."""
        assert self.child is not None
        assert self.child.returncode is None, f"it ended: {self.log_file.read_text()[-2000:]}"
        if self.world.queue.waiting():
            return False
        async with self.database.reading() as reader:
            undecided = await reader.connection.scalar(
                select(func.count()).where(inbox.c.state == "open")
            )
            uncarried = await reader.connection.scalar(
                select(func.count()).where(outbox.c.state.in_(("waiting", "sending")))
            )
        return not undecided and not uncarried

    async def until(self, holds: Callable[[], bool], otherwise: str) -> None:
        """Wait until something holds."""

        async def held() -> bool:
            return holds()

        await self.until_async(held, otherwise)

    async def until_async(self, holds: Callable[[], object], otherwise: str) -> None:
        """Wait until something holds that must be asked for."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not await holds():  # type: ignore[misc]
                    await asyncio.sleep(LOOK_SECONDS)
        except TimeoutError:
            log = self.log_file.read_text(encoding="utf-8")[-2000:]
            raise AssertionError(f"{otherwise}\n{log}") from None


@asynccontextmanager
async def a_running_service(
    place: Place, database: Database, world: World
) -> AsyncIterator[RunningService]:
    """`hearthline run`, started; whatever the test does, no process is left behind."""
    service = RunningService(place=place, database=database, world=world)
    async with running(service):
        yield service


@asynccontextmanager
async def running(service: RunningService, point: str = "") -> AsyncIterator[None]:
    """Start it, to stand still at this point; whatever happens, no process is left behind."""
    await service.start(point)
    try:
        yield
    finally:
        if service.child is not None and service.child.returncode is None:
            service.child.kill()
            await service._ended()


def wall() -> datetime:
    """The time of this machine, which is also that of the process."""
    return datetime.now(UTC)
