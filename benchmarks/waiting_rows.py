"""A call for help while ten thousand reminders wait, and how the reminders use their share."""

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from benchmarks.apart import Crowd, Far, responding
from benchmarks.contenders import hearthline
from benchmarks.goals import Goal
from benchmarks.hearthline_steps import HearthlineSteps, StillSteps
from benchmarks.measuring import Contender, running, share_of
from bot.pacing import BULK_SHARE, OVERALL_PER_SECOND
from conversations.screen import Push, Screen, plain
from desk.bodies import write_body
from desk.unit import Lane
from storage.clock import Clock
from storage.database import Database
from storage.outgoing import Put, put
from storage.people import every
from storage.settings import read_settings

PACED = (sys.executable, "-m", "hearthline", "run")
CALLERS = 12
HEARERS = 60
WORKER = CALLERS + HEARERS + 1
"""The number of the worker on call, who comes after all others."""
REMINDERS = 10_000
SETTLE_SECONDS = 8.0
COUNTED_SECONDS = 15.0
APART_SECONDS = 2.0
A_SECOND = 1.0
"""Telegram counts about thirty messages in any second."""
TELEGRAM_PER_SECOND = 30


def of_waiting_rows(port: int) -> Iterator[Goal]:
    """The goals of an urgent press, and of what may wait."""
    with hearthline(port, CALLERS + HEARERS, paged=True) as unpaced:
        bot = replace(unpaced, command=PACED)
        with _at_work(unpaced, port, link=True):
            pass
        with _at_work(bot, port) as far:
            idle = _calls(far, range(1, CALLERS // 2 + 1))
        asyncio.run(_fill(bot))
        with _at_work(bot, port) as far:
            far.ask("forget")
            time.sleep(COUNTED_SECONDS)
            sent = [at for at, _ in far.seen().sent]
            loaded = _calls(far, range(CALLERS // 2 + 1, CALLERS + 1))
    yield Goal(
        words=f"an urgent press while {REMINDERS:,} reminders wait: later than idle "
        f"({share_of(idle, 0.5) * 1000:.0f} ms) by",
        found=(share_of(loaded, 0.5) - share_of(idle, 0.5)) * 1000,
        most=100.0,
        unit="ms",
    )
    share = OVERALL_PER_SECOND * BULK_SHARE
    yield Goal(
        words=f"reminders beside their share of {share:.1f} a second",
        found=len(sent) / COUNTED_SECONDS / share,
        least=0.95,
    )
    most = max((sum(at <= other < at + A_SECOND for other in sent) for at in sent), default=0)
    yield Goal(
        words="messages in the fullest second",
        found=float(most),
        most=float(TELEGRAM_PER_SECOND),
        unit="messages",
    )


@contextmanager
def _at_work(bot: Contender, port: int, *, link: bool = False) -> Iterator[Far]:
    """The bot at work; its people look at their first screen and press what they are told to."""
    assert isinstance(bot.steps, HearthlineSteps)
    steps = StillSteps(bot.steps.codes if link else {})
    crowd = Crowd(people=WORKER, steps=steps, round_trip=0.0, port=port)
    with responding(crowd) as far, running(bot):
        far.wait_until_asked()
        far.ask("begin")
        time.sleep(SETTLE_SECONDS)
        yield far


def _calls(far: Far, callers: range) -> list[float]:
    """How long after each call for help the worker on call was first tried to be paged."""
    waits = []
    for number in callers:
        for begins in ("help", "tell"):
            far.ask("forget")
            pressed = float(str(far.ask("press", number, begins)))
            time.sleep(APART_SECONDS)
        worker = 1_000_000 + WORKER
        waits += [at - pressed for at, chat in far.seen().sent if chat == worker][:1]
    return waits


async def _fill(bot: Contender) -> None:
    """Queue the reminders, as the desk would: a screen each, in the lane that may wait."""
    settings = read_settings(bot.surroundings[0])
    database = await Database.open(settings.database_url, settings.keys, Clock())
    try:
        async with database.reading() as reader:
            named = {person.name: person.id for person in await every(reader)}
        hearers = [named[f"Person {n}"] for n in range(CALLERS + 1, CALLERS + HEARERS + 1)]
        line = plain("Your next meeting is on Monday.")
        screen = Screen(language="en", lines=(line,), rows=(), push=Push.NONE)
        rows = [
            Put(
                place="person",
                key=hearers[number % len(hearers)].hex,
                body=write_body(screen),
                lane=Lane.REMINDER,
            )
            for number in range(REMINDERS)
        ]
        for first in range(0, len(rows), 500):
            async with database.writing() as writer:
                await put(writer, rows[first : first + 500])
    finally:
        await database.close()
