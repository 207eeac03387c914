"""Killed at every named point and started again: nothing that a person wrote goes unanswered."""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.kill_points import POINTS, VARIABLE
from simulator.phones import Phone
from simulator.world import World
from storage.keys import KeyRing
from storage.migrating import migrate

HOUSE = Path(__file__).resolve().parents[2]
RUN = """
import asyncio, sys
from bot.service import Service
from storage.clock import Clock
from storage.database import Database
from storage.keys import KeyRing
from tests.bot.desks import TOKEN, policy

async def main(url, keys, root):
    database = await Database.open(url, KeyRing.read(keys), Clock())
    await Service(database=database, policy=policy(), token=TOKEN, address=root).run()

asyncio.run(main(*sys.argv[1:]))
"""


class Bot:
    """The service as a process of its own, which can be killed."""

    def __init__(self, *given: str) -> None:
        self._given = given
        self._running: asyncio.subprocess.Process | None = None

    async def start(self, point: str = "") -> None:
        """Start it; it stands still at the point, if one is named."""
        self._running = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            RUN,
            *self._given,
            cwd=HOUSE,
            env={**os.environ, "PYTHONPATH": str(HOUSE), VARIABLE: point},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )

    async def reach_point(self, point: str) -> None:
        """Wait until it says that it has come to the point."""
        assert self._running is not None
        assert self._running.stdout is not None
        line = await asyncio.wait_for(self._running.stdout.readline(), 30)
        assert line.decode().strip() == f"kill point: {point}"

    async def kill(self) -> None:
        """SIGKILL: it gets no chance to tidy up."""
        if self._running is not None and self._running.returncode is None:
            with suppress(ProcessLookupError):
                self._running.send_signal(signal.SIGKILL)
            await self._running.wait()


def answers(phone: Phone) -> list[str]:
    return [str(m.text) for m in phone.messages() if m.from_bot]


@pytest.mark.parametrize("point", POINTS)
async def test_a_kill_loses_nothing_and_repeats_one_answer_at_most(
    world: World, root: str, tmp_path: Path, point: str
) -> None:
    url, keys = f"sqlite:///{tmp_path / 'hearthline.db'}", KeyRing.fresh().write()
    await migrate(url)
    phones = [world.add_phone(key=f"phone{n}", name=f"P{n}", started=True) for n in range(3)]
    for phone in phones:
        phone.says("/start")
    bot = Bot(url, keys, root)
    try:
        await bot.start(point)
        await bot.reach_point(point)
        await bot.kill()
        await bot.start()
        async with asyncio.timeout(60):
            version = 0
            while not all(answers(phone) for phone in phones):
                version = await world.changed.wait(version)
        assert all(len(answers(phone)) <= 2 for phone in phones)
    finally:
        await bot.kill()
