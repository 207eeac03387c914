"""How long a start takes, and what memory it needs, until the bot asks for updates."""

import statistics
import time
from collections.abc import Iterator

from benchmarks.apart import Crowd, responding
from benchmarks.contenders import hearthline
from benchmarks.goals import Goal
from benchmarks.measuring import memory_bytes, running

ROUNDS = 5


def of_start(port: int) -> Iterator[Goal]:
    """The median of a few starts, and the memory after the last of them."""
    waits: list[float] = []
    held = 0.0
    with hearthline(port, 1) as bot:
        for _ in range(ROUNDS):
            crowd = Crowd(people=1, steps=bot.steps, round_trip=0.0, port=port)
            with responding(crowd) as far:
                began = time.monotonic()
                with running(bot) as (started,):
                    far.wait_until_asked()
                    waits.append(time.monotonic() - began)
                    time.sleep(1.0)
                    held = memory_bytes(started.pid)
    yield Goal(
        words="start to the first getUpdates", found=statistics.median(waits), most=1.0, unit="s"
    )
    yield Goal(words="memory after the start", found=held / 1e6, most=120.0, unit="MB")
