"""Several workers on PostgreSQL: whatever two of them do at once, it happens once and in order."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from sqlalchemy import func, select

from bot.service import Service
from conversations.screen import Screen, plain
from desk.bodies import write_body
from desk.glance import Glance
from desk.turn import Edge
from desk.unit import Lane, Unit
from simulator.phones import Phone
from storage import inbox, outbox
from storage.database import Database
from storage.keys import KeyRing
from storage.outbox import Put
from storage.tables import chronology, requests
from storage.trays import outbox as rows
from tests.storage_fixtures import ON_POSTGRESQL, HandClock
from tests.stories.deeds import call_for_help
from tests.town import TOKEN, Town

pytestmark = ON_POSTGRESQL

OVERALL = 30
"""What Telegram publishes for a second, in all."""


class Meeting:
    """A door that lets its worker decide only when something has happened elsewhere."""

    def __init__(self, door: Edge, happens: Callable[[], Awaitable[object]]) -> None:
        self._door = door
        self._happens = happens
        self.reached = asyncio.Event()

    def glance(self, raw: dict[str, object]) -> Glance | None:
        return self._door.glance(raw)

    async def dispatch(self, unit: Unit, raw: dict[str, object]) -> None:
        if not self.reached.is_set():
            self.reached.set()
            await self._happens()
        await self._door.dispatch(unit, raw)

    def answer(self, raw: dict[str, object], toast: str) -> None:
        self._door.answer(raw, toast)


@pytest.fixture
async def second(town: Town, url: str, keys: KeyRing, clock: HandClock) -> AsyncIterator[Service]:
    """A second worker: nothing but the database is common to the two."""
    database = await Database.open(url, keys, clock)
    service = Service(
        database=database, policy=town.policy, token=TOKEN, address=town.service.line.address
    )
    await service.start()
    service.know_name("riverbank_bot")
    yield service
    await service.close()
    await database.close()


async def count_of(town: Town, event: str) -> int:
    async with town.database.reading() as reader:
        wanted = select(func.count()).where(chronology.c.event == event)
        return int(await reader.connection.scalar(wanted) or 0)


async def test_of_two_presses_at_two_workers_one_wins_and_the_other_is_told(
    town: Town, second: Service
) -> None:
    await call_for_help(town)
    await town.forward(minutes=6)
    acknowledged = await count_of(town, "RequestAcknowledged")
    town.amina.phone.presses("I've got it")
    town.tom.phone.presses("I've got it")
    await town.service.receive_once()
    both = asyncio.Barrier(2)
    for worker in (town.service, second):
        worker.desk.batch = 1
        worker.desk.edge = Meeting(worker.desk.edge, both.wait)
    taken = await asyncio.gather(town.service.take_turn(), second.take_turn())
    assert [*taken] == [1, 1]
    await town.settle()
    assert await count_of(town, "RequestAcknowledged") == acknowledged + 1
    winner, other = town.amina, town.tom
    if "You have it." in town.tom.all_words:
        winner, other = town.tom, town.amina
    winner.sees("You have it.")
    other.does_not_see("You have it.")
    assert "has it already." in other.toasts[-1]


async def test_a_worker_that_stood_still_past_its_lease_records_nothing(
    town: Town, second: Service, clock: HandClock
) -> None:
    goes_on = asyncio.Event()
    stood = Meeting(town.service.desk.edge, goes_on.wait)
    town.service.desk.edge = stood
    town.rosa.phone.says("/home")
    await town.service.receive_once()
    standing = asyncio.create_task(town.service.take_turn())
    await stood.reached.wait()
    assert await second.take_turn() == 0, "what another has is left alone"
    clock.wait(31)
    before = await of_outbox(town)
    after_waking: list[int] = []

    async def wakes_too_late() -> None:
        goes_on.set()
        await standing
        after_waking.extend(await of_outbox(town))

    second.desk.edge = Meeting(second.desk.edge, wakes_too_late)
    assert await second.take_turn() == 1
    assert after_waking == before
    assert len(await of_outbox(town)) == len(before) + 1
    assert await town.service.take_turn() == 0
    async with town.database.reading() as reader:
        assert (await inbox.waiting(reader)).open == 0


async def of_outbox(town: Town) -> list[int]:
    async with town.database.reading() as reader:
        return [*await reader.connection.scalars(select(rows.c.number))]


async def test_what_is_due_is_decided_once_and_keeps_its_next_instant(
    town: Town, second: Service, clock: HandClock
) -> None:
    await call_for_help(town)
    paged = await count_of(town, "WorkerPaged")
    clock.wait(6 * 60)
    await asyncio.gather(*(w.desk.take_due() for w in (town.service, second) for _ in range(2)))
    assert await count_of(town, "WorkerPaged") == paged + 1
    async with town.database.reading() as reader:
        next_at = await reader.connection.scalar(select(requests.c.next_due_at))
    await asyncio.gather(town.service.tick(), second.tick())
    await town.settle()
    town.tom.sees("Urgent help")
    town.grace.does_not_see("Urgent help")
    assert next_at is not None
    await town.forward(seconds=(next_at - town.now).total_seconds() + 1)
    town.grace.sees("Urgent help")


async def test_two_workers_together_keep_to_one_budget(
    town: Town, second: Service, clock: HandClock
) -> None:
    phones = [town.world.add_phone(key=f"p{n}", name=f"P{n}", started=True) for n in range(50)]
    await queue(town, phones, Lane.REPLY)
    await queue(town, phones[:4] * 3, Lane.NOTICE)
    since = len(town.world.calls)
    while any((await waiting(town)).values()):
        clock.wait(0.08)
        both = [w.deliveries for w in (town.service, second)]
        await asyncio.gather(*(deliveries.carry_some() for deliveries in both))
        await asyncio.gather(*(deliveries.finish() for deliveries in both))
    sent = [c for c in town.world.calls[since:] if c.method == "sendMessage"]
    at = [call.at.timestamp() for call in sent]
    assert len(sent) == 62
    assert max(sum(1 for t in at if start <= t < start + 1) for start in at) <= OVERALL
    assert at[-1] - at[0] < 62 / 26 + 2, "the budget is used, too"
    one = [c.at.timestamp() for c in sent if c.params["chat_id"] == phones[0].id]
    assert len(one) == 4
    assert one[3] - one[0] > 0.9
    async with town.database.reading() as reader:
        wanted = select(rows.c.holder).where(rows.c.lane == Lane.REPLY).distinct()
        assert len([*await reader.connection.scalars(wanted)]) >= 2


async def queue(town: Town, phones: list[Phone], lane: Lane) -> None:
    screen = Screen(language="en", lines=(plain("Good evening."),))
    puts = [
        Put(place="chat", key=str(phone.id), body=write_body(screen), lane=lane) for phone in phones
    ]
    async with town.database.writing() as writer:
        await outbox.put(writer, puts)


async def waiting(town: Town) -> dict[int, int]:
    async with town.database.reading() as reader:
        return await outbox.depth(reader)
