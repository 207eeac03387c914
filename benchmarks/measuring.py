"""One measurement: bots in processes of their own, people who never pause, a window of seconds."""

import math
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.apart import Crowd, Far, responding
from benchmarks.responder import Steps
from benchmarks.sending import Hook

WARM_UP_SECONDS = 2.0
WINDOW_SECONDS = 6.0
STOP_SECONDS = 15.0


@dataclass(frozen=True, kw_only=True)
class Contender:
    """A bot that is measured: how each of its processes is started, and what people do with it."""

    name: str
    command: Sequence[str]
    surroundings: Sequence[dict[str, str]]
    steps: Steps
    hooks: tuple[Hook, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What came out. Waits are in seconds, CPU in seconds for each update, memory in bytes."""

    name: str
    people: int
    round_trip: float
    answered: int
    finished: int
    seconds: float
    waits: tuple[float, ...]
    cpu: float
    memory: float

    @property
    def per_second(self) -> float:
        """Updates answered in a second."""
        return self.answered / self.seconds

    @property
    def conversations_per_second(self) -> float:
        """Conversations completed in a second."""
        return self.finished / self.seconds

    @property
    def cpu_per_update(self) -> float:
        """CPU seconds of the bot's processes for one update; not a number where unknown."""
        return self.cpu / self.answered if self.answered else math.nan

    def wait(self, share: float) -> float:
        """The wait that this share of the answers did not exceed (0.5 is the median)."""
        return share_of(self.waits, share)


def share_of(waits: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed; not a number where there are none."""
    if not waits:
        return math.nan
    ordered = sorted(waits)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def cpu_seconds(pid: int) -> float:
    """CPU time a process has used so far, in seconds; not a number where it cannot be known."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return math.nan
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def memory_bytes(pid: int) -> float:
    """Memory that a process holds, in bytes; not a number where it cannot be known."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return math.nan
    return float(pages * os.sysconf("SC_PAGE_SIZE"))


@contextmanager
def running(contender: Contender) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start a bot's processes, and stop them at the end."""
    started = [
        subprocess.Popen(
            contender.command,
            env={**os.environ, **surroundings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for surroundings in contender.surroundings
    ]
    try:
        yield started
    finally:
        for process in started:
            process.send_signal(signal.SIGINT)
        for process in started:
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def measure(contender: Contender, *, people: int, port: int, round_trip: float) -> Figures:
    """Start the bot, let everybody talk to it, and count what happens in the window.

    Raises RuntimeError when the bot does not answer anybody.
    """
    crowd = Crowd(
        people=people,
        steps=contender.steps,
        round_trip=round_trip,
        port=port,
        hooks=contender.hooks,
    )
    with responding(crowd) as far, running(contender) as started:
        far.wait_until_asked()
        return _in_the_window(contender.name, far, [s.pid for s in started], people, round_trip)


def _in_the_window(
    name: str, far: Far, pids: Sequence[int], people: int, round_trip: float
) -> Figures:
    far.ask("begin")
    time.sleep(WARM_UP_SECONDS + (3.0 if people > 1 else 1.0))
    far.ask("forget")
    cpu, began = sum(map(cpu_seconds, pids)), time.monotonic()
    time.sleep(WINDOW_SECONDS)
    seen = far.seen()
    cpu, ended = sum(map(cpu_seconds, pids)) - cpu, time.monotonic()
    if not seen.waits:
        raise RuntimeError(f"{name} answered nobody")
    return Figures(
        name=name,
        people=people,
        round_trip=round_trip,
        answered=len(seen.waits),
        finished=seen.finished,
        seconds=ended - began,
        waits=seen.waits,
        cpu=cpu,
        memory=sum(map(memory_bytes, pids)),
    )
