"""A village: carers who call for help, who write reports and who are only reminded; three workers.

Its service is a real process. Whatever a phone does while the process is dead waits at the Bot API
server, which lives in the driver's own process.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import cast
from uuid import UUID, uuid4

from sqlalchemy import update

from bot.service import Service
from fostering import meeting
from fostering.due import next_due_at
from fostering.supervision import after
from simulator.server import build, serve
from simulator.world import World
from storage import people
from storage.changes import Change, Decided
from storage.clock import Clock
from storage.columns import EPOCH
from storage.database import Database
from storage.faults import DatabaseFault
from storage.imports import import_files
from storage.keys import KeyRing
from storage.meetings import SUPERVISIONS
from storage.recording import record
from storage.trays import inbox, outbox
from tests.kills.weather import Weather
from tests.processes import TOKEN, RunningService, a_place, running
from tests.storage_fixtures import HandClock
from tests.town import CAST, POLICY, SAMPLES, connect_group
from tests.town_outside import TownOutside

WORKERS = ("amina", "tom", "grace")
CALLERS = tuple(f"caller{n}" for n in range(4))
WRITERS = tuple(f"writer{n}" for n in range(2))
REMINDED = tuple(f"reminded{n}" for n in range(4))
CARERS = (*CALLERS, *WRITERS, *REMINDED)
HOUR = 8
DAYS_AHEAD = 8


@dataclass
class Village(TownOutside):
    """A town with more carers in it; `ids` are everybody's, as the database knows them."""

    weather: Weather = field(default_factory=lambda: Weather(Random(0)))
    ids: dict[str, UUID] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """The time of the service, which was moved."""
        return self.database.clock.now()

    async def move(self, words: str) -> None:
        """Move the clock of the service by these words; it hears of it at its next tick."""
        async with self.database.writing() as writer:
            await self.database.clock.move(writer, words)

    async def let_waits_end(self) -> None:
        """The pauses before the next try are over, as recorded."""
        for table, state in ((inbox, "open"), (outbox, "waiting")):
            over = update(table).where(table.c.state == state).values(not_before=EPOCH)
            try:
                async with self.database.writing() as writer:
                    await writer.connection.execute(over)
            except DatabaseFault as fault:
                # The service was at the same rows in another order; whoever waits asks again.
                if not fault.passing:
                    raise

    async def plan_supervisions(self) -> None:
        """Priya has planned a supervision for everybody who is only reminded."""
        at = self.database.clock.now()
        planned_for = (at + timedelta(days=DAYS_AHEAD)).replace(hour=HOUR, minute=0, second=0)
        carers = [self.ids[name] for name in REMINDED]
        async with self.database.reading() as reader:
            known = await SUPERVISIONS.of(reader, carers)
            [worker] = (await people.load(reader, [self.ids["priya"]])).values()
        units = []
        for carer in carers:
            uid = f"{uuid4().hex}@hearthline"
            events = meeting.plan(known[carer], worker, planned_for, uid, at)
            planned = after(known[carer], events[0])
            change = Change(
                entity=planned,
                base=known[carer].version,
                next_due_at=next_due_at(planned, self.policy),
            )
            units.append(Decided(events=events, changes=(change,)))
        assert len((await record(self.database, units)).recorded) == len(units)


def write_lists(folder: Path) -> list[Path]:
    """The lists of the samples, with the carers of this village in them."""
    more: dict[str, list[str]] = {"people.csv": [], "households.csv": [], "dates.csv": []}
    for number, name in enumerate(CARERS, start=100):
        more["people.csv"].append(
            f"C-{number},carer,{name.capitalize()} Hill,en,07700 900{number},,,,H-{number},yes"
        )
        more["households.csv"].append(f'H-{number},S-001,,"{number} Hill Road"')
        more["dates.csv"].append(f"C-{number},S-001,today-10,today-200,")
    lists = folder / "lists"
    lists.mkdir()
    for sample in SAMPLES.glob("*.csv"):
        words = sample.read_text(encoding="utf-8").rstrip("\n")
        lines = "\n".join([words, *more.get(sample.name, ())])
        (lists / sample.name).write_text(f"{lines}\n", encoding="utf-8")
    return sorted(lists.glob("*.csv"))


@asynccontextmanager
async def a_village(folder: Path, url: str, luck: Random) -> AsyncIterator[Village]:
    """Everybody is linked, every caller has the card of numbers, it is ten at night."""
    keys = KeyRing.fresh()
    database = await Database.open(url, keys, Clock(), beside=True)
    world = World(token=TOKEN, username="riverbank_bot", now=lambda: datetime.now(UTC))
    world.faults = weather = Weather(luck)
    try:
        async with database.writing() as writer:
            at = await database.clock.move(writer, "next 22:00")
        seen = await import_files(database, write_lists(folder), at)
        assert not seen.problems, seen.problems
        async with serve(build(world), "127.0.0.1", 0) as root:
            place = a_place(folder, url=url, keys=keys, address=root)
            process = RunningService(place=place, database=database, world=world)
            village = Village(
                database=database,
                world=world,
                service=cast("Service", process),
                clock=HandClock(),
                policy=POLICY,
                weather=weather,
            )
            await begin(village, root.rstrip("/"))
            async with running(process):
                yield village
    finally:
        await database.close()


async def begin(village: Village, address: str) -> None:
    """Link everybody, connect the group, show the first screens; nothing is killed yet."""
    numbers = {n: f"C-{number}" for number, n in enumerate(CARERS, start=100)}
    numbers |= {name: CAST[name] for name in (*WORKERS, "priya")}
    service = Service(
        database=village.database,
        policy=POLICY,
        token=TOKEN,
        address=address,
        pacing_clock=lambda: village.clock.seconds,
    )
    process, village.service = village.service, service
    await service.start()
    for name, reference in numbers.items():
        village.ids[name] = await village.person(reference)
        await village.hand_link(name, reference)
    await service.settle()
    await connect_group(village)
    for words in ("/home", "/help"):
        for name in (*CALLERS, *WRITERS):
            village.hands[name].phone.says(words)
        await service.settle()
    await service.close()
    village.service = process
