"""One measurement: a bot in a process of its own, people who never pause, a window of seconds."""

import asyncio
import math
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.people import Person
from benchmarks.responder import Responder, Steps

WARM_UP_SECONDS = 3.0
WINDOW_SECONDS = 8.0
START_SECONDS = 60.0
STOP_SECONDS = 15.0


@dataclass(frozen=True, kw_only=True)
class Contender:
    """A bot that is measured: its name, how it is started and what people do with it."""

    name: str
    command: Sequence[str]
    surroundings: dict[str, str]
    steps: Steps
    settle_seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What came out. Waits are in seconds, CPU in seconds for each update."""

    name: str
    round_trip: float
    answered: int
    seconds: float
    waits: tuple[float, ...]
    cpu: float

    @property
    def per_second(self) -> float:
        """Updates answered in a second."""
        return self.answered / self.seconds

    @property
    def cpu_per_update(self) -> float:
        """CPU seconds of the bot's process for one update; not a number where unknown."""
        return self.cpu / self.answered if self.answered else math.nan

    def wait(self, share: float) -> float:
        """The wait that this share of the answers did not exceed (0.5 is the median)."""
        if not self.waits:
            return math.nan
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def cpu_seconds(pid: int) -> float:
    """CPU time a process has used so far, in seconds; not a number where it cannot be known."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return math.nan
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


async def measure(contender: Contender, *, people: int, port: int, round_trip: float) -> Figures:
    """Start the bot, let everybody talk to it, and count what happens in the window.

    Raises RuntimeError when the bot does not answer anybody.
    """
    crowd = [Person(number=number) for number in range(1, people + 1)]
    responder = Responder(crowd, contender.steps, round_trip)
    server = await asyncio.start_server(responder.talk, "127.0.0.1", port, limit=2**20)
    started = subprocess.Popen(  # noqa: ASYNC220
        contender.command,
        env={**os.environ, **contender.surroundings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(START_SECONDS):
            await responder.asked.wait()
        responder.begin()
        await asyncio.sleep(WARM_UP_SECONDS + contender.settle_seconds)
        responder.waits.clear()
        cpu, began = cpu_seconds(started.pid), time.monotonic()
        await asyncio.sleep(WINDOW_SECONDS)
        cpu, ended = cpu_seconds(started.pid) - cpu, time.monotonic()
        waits = tuple(responder.waits)
    finally:
        await _stop(started)
        server.close()
        responder.hang_up()
        with suppress(TimeoutError):
            await asyncio.wait_for(server.wait_closed(), 2.0)
    if not waits:
        raise RuntimeError(f"{contender.name} answered nobody")
    return Figures(
        name=contender.name,
        round_trip=round_trip,
        answered=len(waits),
        seconds=ended - began,
        waits=waits,
        cpu=cpu,
    )


async def _stop(started: subprocess.Popen[bytes]) -> None:
    started.send_signal(signal.SIGINT)
    for _ in range(int(STOP_SECONDS * 10)):
        if started.poll() is not None:
            return
        await asyncio.sleep(0.1)
    started.kill()
    started.wait()
