"""Killing: at a named point that is proved to be reached, or at a random instant; then rest."""

import asyncio
import signal
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from sqlalchemy import func, select

from storage.kill_points import (
    ANNOUNCED,
    CLAIMED,
    CLAIMING,
    CLIMBED,
    DECIDED,
    DRAINED,
    DUE,
    RECEIVED,
    RECEIVING,
    RECORDED,
    RECORDING,
    SENT,
    STARTED,
    STOPPING,
    STORED,
    WRITING,
    WRITTEN,
)
from storage.tables import requests, supervisions
from storage.trays import inbox, outbox
from tests.kills.village import Village

BY_PHONES = (
    RECEIVED,
    RECEIVING,
    STORED,
    DECIDED,
    RECORDING,
    RECORDED,
    CLAIMING,
    CLAIMED,
    SENT,
    WRITING,
    WRITTEN,
)
BY_CLOCK = (DUE, RECORDING, CLIMBED, CLAIMING, CLAIMED, SENT, WRITING, WRITTEN)
AT_STOP = (STOPPING, DRAINED)
AT_RANDOM = "at a random instant"
AT_START = "at a random instant of the start"
LOOK_SECONDS = 0.02
REACHED_SECONDS = 8.0
REST_SECONDS = 3.0
MOST_RESTS = 5
MOST_TRIES = 8
START_SECONDS = 60.0
AT_START_OFTEN = 0.2
ROUGH = 0.5
ROUGH_SECONDS = 1.0
GUSTS = 3
"""How often a service that lives is asked for something in rough weather, before it may rest."""

Act = Callable[[], Awaitable[None] | None]


@dataclass
class Killing:
    """Kills the service of one village; `kills` counts by where, `enough` is how many at most.

    `gust` is what the phones ask for while it lives.
    """

    village: Village
    luck: Random
    enough: int
    gust: Act
    kills: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    """How often each point was reached in earlier villages."""
    _calls: int = 0

    @property
    def done(self) -> bool:
        """Whether there were enough."""
        return self.kills.total() >= self.enough

    async def storm(self, points: tuple[str, ...], *acts: Act) -> None:
        """Do these while the service dies again and again; then let all come to rest.

        The first kill is at one of the points, the one that was met least; then at random.
        """
        self.village.weather.rough = ROUGH
        first, *others = acts
        await self.kill_at(self._least(points), first)
        for act in (*others, None):
            await self._start_and_kill(act)
        await self.restart()
        await self._within(START_SECONDS, self._has_begun)
        for _ in range(0 if self.done else GUSTS):
            await _do(self.gust)
            await self.village.let_waits_end()
            await self._within(ROUGH_SECONDS, self._at_rest)
        await self.rest()

    def _least(self, points: tuple[str, ...]) -> str:
        met = self.before + self.kills
        fewest = min(met[point] for point in points)
        return self.luck.choice([point for point in points if met[point] == fewest])

    async def kill_at(self, point: str, act: Act) -> None:
        """Arm the point, do this, and kill where the process says that it stands still there."""
        process = self.village.process
        process.stand_still_at(point)
        await _do(act)
        if point in AT_STOP and process.child is not None:
            process.child.send_signal(signal.SIGTERM)
        await self._within(START_SECONDS, self._has_begun)
        said = f"{ANNOUNCED}{point}"
        reached = await self._within(REACHED_SECONDS, lambda: said in process.lines)
        await self._kill(point if reached else AT_RANDOM)

    async def _start_and_kill(self, act: Act | None) -> None:
        if self.done:
            return
        if act is not None:
            await _do(act)
        if self.luck.random() < 0.1:
            await self.restart(STARTED)
            await self._within(REACHED_SECONDS, lambda: bool(self.village.process.lines))
            await self._kill(STARTED)
            return
        await self.restart()
        if self.luck.random() >= AT_START_OFTEN:
            await self._within(START_SECONDS, self._has_begun)
        await asyncio.sleep(self.luck.uniform(0.0, 0.8))
        await self._kill(AT_RANDOM if self._has_begun() else AT_START)

    async def restart(self, point: str = "") -> None:
        """Start the process again."""
        self._calls = len(self.village.world.calls)
        await self.village.process.start(point)

    def _has_begun(self) -> bool:
        """Whether the present process has called the API."""
        return len(self.village.world.calls) > self._calls

    async def _kill(self, where: str) -> None:
        await self.village.process.kill()
        self.kills[where] += 1

    async def rest(self) -> None:
        """Fine weather until nothing is left to do; a service that waits too long is killed."""
        self.village.weather.rough = 0.0
        for _ in range(MOST_TRIES):
            if await self._rests():
                return
            await self._kill(AT_RANDOM)
            await self.restart()
        raise AssertionError(f"the service did not come to rest: {await self._left()}")

    async def _left(self) -> str:
        """What is left to do, by table and state."""
        async with self.village.database.reading() as reader:
            counts = [
                f"{table.name} {state}: {count}"
                for table in (inbox, outbox)
                for state, count in await reader.connection.execute(
                    select(table.c.state, func.count()).group_by(table.c.state)
                )
            ]
        return ", ".join(counts)

    async def _rests(self) -> bool:
        await self._within(START_SECONDS, self._has_begun)
        for _ in range(MOST_RESTS):
            await self.village.let_waits_end()
            if await self._within(REST_SECONDS, self._at_rest):
                return True
        return False

    async def _at_rest(self) -> bool:
        if not await self.village.process.at_rest():
            return False
        async with self.village.database.reading() as reader:
            for table in (requests, supervisions):
                due = select(func.count()).where(table.c.next_due_at <= self.village.now)
                if await reader.connection.scalar(due):
                    return False
        # What was decided in between may have put something into the outbox.
        return await self.village.process.at_rest()

    async def _within(self, seconds: float, holds: Callable[[], bool | Awaitable[bool]]) -> bool:
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while loop.time() < until:
            found = holds()
            if found if isinstance(found, bool) else await found:
                return True
            await asyncio.sleep(LOOK_SECONDS)
        return False


async def _do(act: Act) -> None:
    doing = act()
    if doing is not None:
        await doing
