"""`make workers`: real workers on PostgreSQL, stopped and killed at random for as long as asked."""

import argparse
import asyncio
import random
import signal
import sys
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from conversations.screen import Screen, plain
from desk.bodies import write_body
from desk.unit import Lane
from simulator.world import Call
from storage import chronology, inbox, outbox
from storage.faults import DatabaseFault
from storage.kill_points import CLAIMED, DECIDED, RECORDED, SENT
from storage.migrating import migrate
from storage.outbox import Put
from storage.tables import chronology as lines
from tests.hand import Hand
from tests.model.town_played import OPENED_BY
from tests.processes import RunningService
from tests.storage_fixtures import create, running_postgresql
from tests.town_of_workers import TownOfWorkers, a_town_of_workers

PEOPLE = {"rosa": "C-001", "priya": "S-001", "amina": "S-003", "tom": "S-004"}
TONGUES = ("ar", "cy", "en")
POINTS = (DECIDED, RECORDED, CLAIMED, SENT)
ANSWER = ("priya", "amina", "tom", "grace")
LOCKED = "55P03"
"""What PostgreSQL says to whoever has waited long enough for a row."""
A_SECOND, SPAN_SECONDS = 30, 12
"""What Telegram publishes for a second, in all, and over how long it is looked at here.

The pace is drawn when a worker takes a screen up; how many arrive within one second is also a
matter of how busy the machine is.
"""
NEW = frozenset({"sendMessage", "sendDocument"})
"""What the budget counts: messages that begin to stand somewhere, and not what changes in them."""


async def hurry(town: TownOfWorkers, hands: dict[str, Hand], pressed: dict[str, list[str]]) -> None:
    """Each person presses a few languages, faster than anybody answers."""
    for _ in range(random.randint(2, 6)):
        for name, hand in hands.items():
            tag = TONGUES[len(pressed[name]) % len(TONGUES)]
            hand.phone.forges(1, f"lang:{tag}")
            pressed[name].append(tag)


async def crowd(town: TownOfWorkers) -> None:
    """Screens for more people than one second may hear, handed to whoever carries them."""
    body = write_body(Screen(language="en", lines=(plain("Good morning."),)))
    phones = [
        town.world.add_phone(key=f"p{n}", name=f"P{n}", started=True)
        for n in range(SPAN_SECONDS * A_SECOND)
    ]
    puts = [Put(place="chat", key=str(p.id), body=body, lane=Lane.REPLY) for p in phones]
    async with town.database.writing() as writer:
        await outbox.put(writer, puts)
    await town.settle()


async def call(town: TownOfWorkers) -> str:
    """Rosa calls for help, and somebody is paged; returns what takes it when it is pressed."""
    town.hands["rosa"].phone.forges(1, "tell")
    found: list[str] = []

    def there() -> bool:
        rows = (row for name in ANSWER for m in town.hands[name].messages for row in m.buttons)
        data = [button.callback_data or "" for row in rows for button in row]
        found[:] = [got for got in data if got.startswith("got:")]
        return bool(found)

    await town.workers[0].until(there, "nobody was paged")
    return found[0]


async def all_press(town: TownOfWorkers, got: str) -> None:
    """Whoever may be paged takes it, all at once; an earlier one's wait is over by then."""
    before = await openings(town)
    await town.move("+35m")

    async def is_open() -> bool:
        return await openings(town) > before

    await town.workers[0].until_async(is_open, "it did not climb again")
    for name in ANSWER:
        town.hands[name].phone.forges(1, got)


async def openings(town: TownOfWorkers) -> int:
    """How often a request was free to be taken."""
    return sum(event in OPENED_BY for events in (await told(town)).values() for event in events)


async def told(town: TownOfWorkers) -> dict[str, list[str]]:
    """What happened to each request, in its order."""
    async with town.database.reading() as reader:
        rows = await reader.connection.execute(
            select(lines.c.chain, lines.c.event).order_by(lines.c.seq)
        )
        found: dict[str, list[str]] = {}
        for key, event in rows:
            found.setdefault(str(key), []).append(event)
    return found


def won_by_two(events: list[str]) -> bool:
    """Whether somebody took it while another had it."""
    free = True
    for event in events:
        if event == "RequestAcknowledged":
            if not free:
                return True
            free = False
        free |= event in OPENED_BY
    return False


def fullest(calls: Sequence[Call], seconds: float) -> int:
    """How many messages came within so many seconds, at most."""
    at = [call.at.timestamp() for call in calls if call.method in NEW]
    return max((bisect_left(at, start + seconds) - n for n, start in enumerate(at)), default=0)


async def meet_fate(town: TownOfWorkers, counted: Counter[str]) -> None:
    """Whoever comes to a point first is killed there, or stopped past its lease and woken."""
    point = random.choice(POINTS)
    fate = random.choice((signal.SIGKILL, signal.SIGSTOP))
    town.all_stand_still_at(point)
    town.hands["rosa"].phone.says("/home")
    worker = await town.first_at(point)
    counted[f"{fate.name} at {point}"] += 1
    if fate is signal.SIGKILL:
        await worker.kill()
        await town.settle()
        await worker.start()
        return
    town.send(worker, signal.SIGSTOP)
    await worker.until_async(lambda: run_out(worker), "it holds its rows still")
    await town.settle()
    worker.stand_still_at("")
    town.send(worker, signal.SIGCONT)


async def run_out(worker: RunningService) -> bool:
    """Its leases have ended; False while it stands in a transaction and holds its rows."""
    try:
        await worker.let_leases_run_out()
    except DatabaseFault as fault:
        if fault.kind != LOCKED:
            raise
        return False
    return True


async def breaches(town: TownOfWorkers, pressed: dict[str, list[str]]) -> Counter[str]:
    """What is not as the phones did it; empty where all is well."""
    found: Counter[str] = Counter()
    async with town.database.reading() as reader:
        wanted = select(lines.c.codes).where(lines.c.event == "LanguageChosen")
        codes = [*await reader.connection.scalars(wanted.order_by(lines.c.seq))]
        found["chronology broken"] += len(await chronology.verify(reader))
        found["parked"] += (await inbox.waiting(reader)).parked
    found["two have it"] += sum(won_by_two(events) for events in (await told(town)).values())
    most = A_SECOND * SPAN_SECONDS
    found["over the budget"] += fullest(town.world.calls, SPAN_SECONDS) > most
    for name, reference in PEOPLE.items():
        person = (await town.person(reference)).hex
        own = [
            tag
            for c in codes
            for tag in TONGUES
            if person in c.replace("-", "") and f'"{tag}"' in c
        ]
        if Counter(own) != Counter(pressed[name]):
            found["lost or twice"] += 1
        elif own != pressed[name]:
            found["out of order"] += 1
    return +found


async def run(count: int, rounds: int, url: str) -> int:
    """Play; returns how many breaches were found."""
    counted: Counter[str] = Counter()
    pressed: dict[str, list[str]] = {name: [] for name in PEOPLE}
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        async with a_town_of_workers(
            Path(folder), url, count, at="next 10:00", linked=(*PEOPLE, "grace")
        ) as town:
            hands = {name: town.hands[name] for name in PEOPLE}
            await crowd(town)
            got = await call(town)
            for _ in range(rounds):
                await all_press(town, got)
                await hurry(town, hands, pressed)
                await meet_fate(town, counted)
                await town.settle()
                if found := await breaches(town, pressed):
                    break
            taken = [e for events in (await told(town)).values() for e in events]
            counted["taken by one of four who pressed"] = taken.count("RequestAcknowledged")
            for seconds in (1, SPAN_SECONDS):
                most = fullest(town.world.calls, seconds)
                counted[f"messages, most within {seconds} s"] = most
            counted["messages"] = sum(call.method in NEW for call in town.world.calls)
            for worker in town.workers:
                await worker.stop()
    presses = sum(len(tags) for tags in pressed.values())
    for what, times in [*sorted(counted.items()), ("presses", presses), *found.items()]:
        sys.stdout.write(f"{what:40} {times:6}\n")
    sys.stdout.write("breaches: " + (", ".join(found) or "none") + "\n")
    return found.total()


def main() -> None:
    """Read what is asked, and end with 1 on any breach."""
    asked = argparse.ArgumentParser(prog="make workers", description=__doc__)
    asked.add_argument("--workers", type=int, default=4)
    asked.add_argument("--rounds", type=int, default=50)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    random.seed(given.seed)
    with running_postgresql() as server:
        create(server, "workers")
        url = f"{server}/workers"
        asyncio.run(migrate(url))
        sys.exit(min(1, asyncio.run(run(given.workers, given.rounds, url))))


if __name__ == "__main__":
    main()
