"""`make workers`: real workers on PostgreSQL, stopped and killed at random for as long as asked."""

import argparse
import asyncio
import random
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from storage import chronology, inbox
from storage.kill_points import CLAIMED, DECIDED, RECORDED, SENT
from storage.migrating import migrate
from storage.tables import chronology as lines
from tests.hand import Hand
from tests.storage_fixtures import create, running_postgresql
from tests.town_of_workers import TownOfWorkers, a_town_of_workers

PEOPLE = {"rosa": "C-001", "priya": "S-001", "amina": "S-003", "tom": "S-004"}
TONGUES = ("ar", "cy", "en")
POINTS = (DECIDED, RECORDED, CLAIMED, SENT)


async def hurry(town: TownOfWorkers, hands: dict[str, Hand], pressed: dict[str, list[str]]) -> None:
    """Each person presses a few languages, faster than anybody answers."""
    for _ in range(random.randint(2, 6)):
        for name, hand in hands.items():
            tag = TONGUES[len(pressed[name]) % len(TONGUES)]
            hand.phone.forges(1, f"lang:{tag}")
            pressed[name].append(tag)


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
    await worker.let_leases_run_out()
    await town.settle()
    worker.stand_still_at("")
    town.send(worker, signal.SIGCONT)


async def breaches(town: TownOfWorkers, pressed: dict[str, list[str]]) -> Counter[str]:
    """What is not as the phones did it; empty where all is well."""
    found: Counter[str] = Counter()
    async with town.database.reading() as reader:
        wanted = select(lines.c.codes).where(lines.c.event == "LanguageChosen")
        codes = [*await reader.connection.scalars(wanted.order_by(lines.c.seq))]
        found["chronology broken"] += len(await chronology.verify(reader))
        found["parked"] += (await inbox.waiting(reader)).parked
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
            for _ in range(rounds):
                await hurry(town, hands, pressed)
                await meet_fate(town, counted)
                await town.settle()
                if found := await breaches(town, pressed):
                    break
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
    asked.add_argument("--workers", type=int, default=3)
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
