"""Deliveries: what is claimed, in which order it goes, and what is known of it afterwards."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot import deliveries as module
from bot.budget import Budget
from bot.calls import Accepted, NotCarried, Outcome, Rejected
from bot.deliveries import MOST_IN_FLIGHT, Deliveries
from bot.health import Health
from bot.pacing import OVERALL_BURST, Pacer
from conversations.screen import Push, Screen, plain
from desk.bodies import Removal, Wipe, write_body
from desk.say import LIVE
from desk.unit import Lane
from fostering.events import RoomConnected
from storage import cards, outbox, rooms
from storage.database import Database, Writer
from storage.outbox import DeliveryState, Put
from storage.trays import outbox as rows
from tests.bot.answers import Answers
from tests.rules.cast import SAM
from tests.storage.making import link, take_in_samples
from tests.storage_fixtures import HandClock

SCREEN = Screen(language="en", lines=(plain("Words"),), push=Push.NONE)
BLOCKED = Rejected(code=403, words="forbidden: bot was blocked by the user")
KICKED = Rejected(code=403, words="forbidden: bot was kicked from the group chat")
GROUP = "-4200000001"
BULK_BURST = 3
LONG_SECONDS = 5.0


class Rests(Budget):
    """A budget that says how often it was asked; another worker has it the first few times."""

    def __init__(self, pacer: Pacer, *, elsewhere: int = 0, breaks: int = 0) -> None:
        super().__init__(pacer, shared=False)
        self.asked = 0
        self._elsewhere = elsewhere
        self._breaks = breaks
        self.looked = asyncio.Event()

    async def take(self, writer: Writer) -> bool:
        self.asked += 1
        self.looked.set()
        if self.asked <= self._breaks:
            raise RuntimeError("a bug")
        self.crowded = self.asked <= self._elsewhere
        return not self.crowded


class Carrying:
    """Deliveries over a line of written answers; who could not be reached is noted."""

    def __init__(self, database: Database, clock: HandClock, *outcomes: Outcome) -> None:
        self.line = Answers(*outcomes)
        self.health = Health(now=lambda: clock.seconds)
        self.pacer = Pacer(lambda: clock.seconds)
        self.unreached: list[tuple[str, bool]] = []
        self.database = database
        self.made = self.make()

    def make(self, budget: Budget | None = None, restored_at: datetime | None = None) -> Deliveries:
        self.made = Deliveries(
            database=self.database,
            line=self.line,
            budget=budget or Budget(self.pacer, shared=False),
            health=self.health,
            owner="me",
            unreached=self._note,
            restored_at=restored_at,
        )
        return self.made

    async def _note(self, key: str, urgent: bool) -> None:
        self.unreached.append((key, urgent))

    async def carry(self) -> int:
        """One look, and all that follows from it."""
        carried = await self.made.carry_some()
        await self.made.finish()
        await self.made.carry_some()
        return carried


@pytest.fixture
def carrying(database: Database, clock: HandClock) -> Carrying:
    return Carrying(database, clock)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The outbox is looked at when somebody says so, and hardly ever by itself."""
    monkeypatch.setattr(module, "IDLE_SECONDS", 3600.0)


@pytest.fixture
async def rosa(database: Database) -> str:
    """Rosa's key; her chat is 4711. The rest of the service's people are there, too."""
    cast = await take_in_samples(database)
    await link(database, cast["C-001"], "4711")
    return cast["C-001"].hex


@pytest.fixture
async def group(database: Database) -> None:
    at = datetime(2026, 11, 20, 21, 40, tzinfo=UTC)
    event = RoomConnected(at=at, subject=SAM.id, invitation=SAM.id, door="telegram", room=GROUP)
    async with database.writing() as writer:
        await rooms.connect(writer, [event])


def said(key: object, lane: Lane = Lane.REPLY, words: str = "Words", **more: object) -> Put:
    screen = replace(SCREEN, lines=(plain(words),))
    facts: dict[str, object] = {"place": "chat", "body": write_body(screen), **more}
    return Put(key=str(key), lane=lane, **facts)  # type: ignore[arg-type]


async def put(database: Database, *some: Put) -> None:
    async with database.writing() as writer:
        await outbox.put(writer, some)


async def states(database: Database) -> list[str]:
    async with database.reading() as reader:
        found = await reader.connection.execute(select(rows.c.state).order_by(rows.c.number))
        return [row.state for row in found]


async def test_all_that_waits_is_carried_and_written_down_whatever_our_own_pace(
    database: Database, carrying: Carrying
) -> None:
    await put(database, *(said(chat) for chat in range(1, 31)))
    assert await carrying.made.deliver_all() == 30
    assert len(carrying.line.calls) == 30
    assert set(await states(database)) == {DeliveryState.ACCEPTED}
    assert await carrying.made.deliver_all() == 0


async def test_step_by_step_no_other_worker_is_asked(
    database: Database, carrying: Carrying
) -> None:
    budget = Rests(carrying.pacer, elsewhere=99)
    await put(database, said(1))
    assert await carrying.make(budget).deliver_all() == 1
    assert budget.asked == 0


async def test_while_another_worker_has_the_budget_only_what_is_urgent_goes(
    database: Database, carrying: Carrying
) -> None:
    carrying.make(Rests(carrying.pacer, elsewhere=1))
    await put(database, said(1), said(2, Lane.URGENT))
    await carrying.made.carry_some()
    await carrying.made.finish()
    assert carrying.line.chats == ["2"]


async def test_of_reminders_fewer_go_at_once_than_of_all(
    database: Database, carrying: Carrying
) -> None:
    await put(database, *(said(chat, Lane.REMINDER) for chat in range(1, 11)))
    assert await carrying.carry() == BULK_BURST
    await put(database, *(said(chat) for chat in range(11, 21)))
    assert await carrying.carry() == OVERALL_BURST - BULK_BURST


async def test_a_chat_that_had_its_share_waits_and_still_gets_a_page(
    database: Database, carrying: Carrying
) -> None:
    await put(database, *(said(7, words=str(number)) for number in range(4)))
    for _ in range(4):
        await carrying.carry()
    assert carrying.line.texts == ["0", "1", "2"]
    await put(database, said(7, Lane.URGENT, "page"))
    await carrying.carry()
    assert carrying.line.texts[3:] == ["page"]


async def test_a_chat_of_which_telegram_said_retry_after_waits_with_its_pages_too(
    database: Database, clock: HandClock
) -> None:
    carrying = Carrying(database, clock, Rejected(code=429, retry_after=20.0))
    await put(database, said(7, words="first"))
    await carrying.carry()
    await put(database, said(7, Lane.URGENT, "page"), said(8, words="other"))
    await carrying.carry()
    assert carrying.line.texts == ["first", "other"]
    clock.wait(21)
    await carrying.carry()
    assert carrying.line.texts[2:] == ["page"]


async def test_what_one_worker_sends_another_counts(database: Database, clock: HandClock) -> None:
    workers = [Carrying(database, clock) for _ in range(2)]
    for worker in workers:
        worker.make(Budget(worker.pacer, shared=True))
    await put(database, *(said(7, words=str(number)) for number in range(5)))
    for worker in (workers[0], workers[1], workers[0], workers[1], workers[0]):
        await worker.carry()
    assert sum(len(worker.line.calls) for worker in workers) == 3


async def test_a_rest_learnt_while_every_place_is_taken_is_passed_on(
    database: Database, clock: HandClock
) -> None:
    one, other = (Carrying(database, clock) for _ in range(2))
    one.make(Budget(one.pacer, shared=True))
    other.make(Budget(other.pacer, shared=True))
    one.pacer.rest("7", 60, here=("chat", database.hash("address", "7").hex()))
    held = [asyncio.create_task(asyncio.Event().wait()) for _ in range(MOST_IN_FLIGHT)]
    one.made._in_flight.update(held)
    assert await one.made.carry_some() == 0
    for task in held:
        task.cancel()
    one.made._in_flight.clear()
    await one.carry()
    await put(database, said(7, Lane.URGENT))
    assert await other.carry() == 0


@pytest.mark.parametrize("lane", [Lane.URGENT, Lane.REPLY])
async def test_whose_chat_is_closed_is_told_on_with_whether_a_page_was_lost(
    database: Database, clock: HandClock, rosa: str, lane: Lane
) -> None:
    carrying = Carrying(database, clock, BLOCKED)
    await put(database, said(rosa, lane, place="person"))
    await carrying.carry()
    assert carrying.unreached == [(rosa, lane is Lane.URGENT)]
    assert await states(database) == [DeliveryState.REJECTED]


@pytest.mark.usefixtures("group")
async def test_a_group_that_is_shut_is_told_on_and_is_nobodys_page(
    database: Database, clock: HandClock
) -> None:
    carrying = Carrying(database, clock, KICKED)
    await put(database, said("out_of_hours", Lane.URGENT, place="room"))
    await carrying.carry()
    assert carrying.unreached == [("", False)]


@pytest.mark.parametrize("outcome", [KICKED, Rejected(code=400, words="bad request"), NotCarried()])
async def test_any_other_trouble_closes_no_ones_chat(
    database: Database, clock: HandClock, rosa: str, outcome: Outcome
) -> None:
    carrying = Carrying(database, clock, outcome)
    await put(database, said(rosa, place="person"))
    await carrying.carry()
    assert carrying.unreached == []


@pytest.mark.usefixtures("group")
async def test_a_stranger_who_blocks_us_is_nobody_to_be_told_of(
    database: Database, clock: HandClock
) -> None:
    carrying = Carrying(database, clock, BLOCKED)
    await put(database, said(9))
    await carrying.carry()
    await put(database, said("out_of_hours", place="room"), said(8))
    await carrying.carry()
    assert (carrying.unreached, await states(database)) == (
        [],
        [DeliveryState.REJECTED, DeliveryState.ACCEPTED, DeliveryState.ACCEPTED],
    )


@pytest.mark.usefixtures("group", "rosa")
async def test_a_group_that_moved_is_found_where_it_is_now(
    database: Database, clock: HandClock
) -> None:
    carrying = Carrying(database, clock, Rejected(code=400, moved_to="-1009"))
    await put(database, said("out_of_hours", place="room"))
    await carrying.carry()
    clock.wait(2)
    await carrying.carry()
    assert carrying.line.chats == [GROUP, "-1009"]


@pytest.mark.parametrize(
    "body", [write_body(replace(SCREEN, lines=())), b'{"lines": [["Words", "newest"]]}', b"[]"]
)
async def test_what_cannot_be_carried_or_read_holds_up_nobody(
    database: Database, carrying: Carrying, body: bytes
) -> None:
    await put(database, said(7, Lane.URGENT, body=body), said(8, Lane.URGENT))
    await carrying.carry()
    assert carrying.line.chats == ["8"]
    assert await states(database) == [DeliveryState.REJECTED, DeliveryState.ACCEPTED]
    async with database.reading() as reader:
        [lost] = await outbox.rejected(reader, reader.clock.lease_now() - timedelta(hours=1))
    assert lost.reason == "refused_0"


@pytest.mark.parametrize(
    ("lane", "seconds", "from_backup"),
    [
        (Lane.URGENT, 0, True),
        (Lane.URGENT, 1, True),
        (Lane.URGENT, -1, False),
        (Lane.REPLY, 1, False),
        (Lane.URGENT, None, False),
    ],
)
async def test_a_page_out_of_a_backup_says_so(
    database: Database,
    clock: HandClock,
    carrying: Carrying,
    lane: Lane,
    seconds: int | None,
    from_backup: bool,
) -> None:
    made = clock.lease_now()
    restored = None if seconds is None else made + timedelta(seconds=seconds)
    carrying.make(restored_at=restored)
    removal = Put(place="chat", key="6", body=write_body(Removal(message="5")), lane=Lane.URGENT)
    await put(database, said(7, lane), removal)
    await carrying.carry()
    assert [text == "Words" for text in carrying.line.texts] == [not from_backup]
    assert "deleteMessage" in carrying.line.methods


async def test_what_lay_longer_than_its_lease_is_not_sent(
    database: Database, clock: HandClock, carrying: Carrying
) -> None:
    await put(database, said(7))
    await carrying.made.carry_some()
    clock.wait(30)
    await carrying.made.finish()
    assert (carrying.line.calls, carrying.health.counts["lease_lost"]) == ([], 1)
    assert await states(database) == [DeliveryState.SENDING]


async def test_what_is_still_ours_is_sent(
    database: Database, clock: HandClock, carrying: Carrying
) -> None:
    await put(database, said(7))
    await carrying.made.carry_some()
    clock.wait(29)
    await carrying.made.finish()
    assert (len(carrying.line.calls), carrying.health.counts["lease_lost"]) == (1, 0)
    assert await states(database) == [DeliveryState.ACCEPTED]


async def test_words_that_stopped_at_the_neutral_line_are_put_into_it(
    database: Database, clock: HandClock
) -> None:
    carrying = Carrying(database, clock, Accepted(result={"message_id": 40}), NotCarried())
    loud = write_body(replace(SCREEN, push=Push.MESSAGE))
    await put(database, said(7, body=loud, card="live"))
    await carrying.carry()
    clock.wait(2)
    await carrying.carry()
    assert carrying.line.methods == ["sendMessage", "editMessageText", "editMessageText"]
    assert carrying.line.calls[-1][1]["message_id"] == 40
    assert await states(database) == [DeliveryState.ACCEPTED]


async def test_hide_this_takes_away_what_stands_there_but_the_card_and_forgets_it(
    database: Database, carrying: Carrying
) -> None:
    await put(database, said(7, words="one"))
    await carrying.made.deliver_all()
    await put(database, said(7, words="card", card=LIVE))
    await carrying.made.deliver_all()
    await put(database, said(7, body=write_body(Wipe())))
    await carrying.made.deliver_all()
    assert carrying.line.calls[-1] == ("deleteMessages", {"chat_id": 7, "message_ids": [1]})
    async with database.reading() as reader:
        assert await cards.young_messages(reader, "chat", "7") == ("2",)


async def test_what_breaks_at_one_delivery_is_said_and_holds_up_no_other(
    database: Database, clock: HandClock, rosa: str
) -> None:
    carrying = Carrying(database, clock, BLOCKED)

    async def breaks(_key: str, _urgent: bool) -> None:
        raise RuntimeError("a bug")

    carrying.made._unreached = breaks
    await put(database, said(rosa, Lane.URGENT, place="person"), said(8))
    with capture_logs() as lines:
        await carrying.carry()
    assert await states(database) == [DeliveryState.REJECTED, DeliveryState.ACCEPTED]
    assert (carrying.health.trouble, carrying.health.counts["delivery_failed"]) == (
        "delivery_failed",
        1,
    )
    said_of_it = {(line["event"], line["log_level"]) for line in lines}
    assert said_of_it == {("delivery_failed", "error")}


class Running:
    """Deliveries that run until they are stopped; nothing but their own waits is slept."""

    def __init__(self, carrying: Carrying) -> None:
        self.carrying = carrying
        self.stopping = asyncio.Event()

    async def __aenter__(self) -> "Running":
        self._task = asyncio.create_task(self.carrying.made.run(self.stopping))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stopping.set()
        self.carrying.made.wake()
        await asyncio.wait_for(self._task, LONG_SECONDS)

    async def until(self, database: Database, *wanted: str) -> None:
        """Until the rows stand like this."""
        async with asyncio.timeout(LONG_SECONDS):
            while await states(database) != [*wanted]:
                await asyncio.sleep(0)


@pytest.fixture
def running(carrying: Carrying) -> Running:
    return Running(carrying)


@pytest.mark.usefixtures("patient")
async def test_what_is_put_in_goes_when_we_are_woken_and_the_next_when_it_has_landed(
    database: Database, carrying: Carrying, running: Running
) -> None:
    budget = Rests(carrying.pacer)
    carrying.make(budget)
    async with running:
        await asyncio.wait_for(budget.looked.wait(), LONG_SECONDS)
        await put(database, said(7, words="first"), said(7, words="second"))
        carrying.made.wake()
        await running.until(database, DeliveryState.ACCEPTED, DeliveryState.ACCEPTED)
    assert carrying.line.texts == ["first", "second"]


@pytest.mark.usefixtures("patient")
async def test_where_nothing_waits_the_outbox_is_left_in_peace(
    database: Database, carrying: Carrying, running: Running
) -> None:
    budget = Rests(carrying.pacer)
    carrying.make(budget)
    async with running:
        await asyncio.wait_for(budget.looked.wait(), LONG_SECONDS)
        carrying.made.wake()
        for _ in range(30):
            await states(database)
        assert budget.asked <= 3


@pytest.mark.usefixtures("patient")
async def test_what_waits_only_for_the_pace_is_looked_at_as_soon_as_it_may_go(
    carrying: Carrying,
) -> None:
    for chat in range(OVERALL_BURST):
        carrying.pacer.draw(str(chat))
    await asyncio.wait_for(carrying.made._rest(), LONG_SECONDS)


@pytest.mark.usefixtures("patient")
async def test_whoever_met_another_worker_asks_again_soon(
    database: Database, carrying: Carrying, running: Running
) -> None:
    carrying.make(Rests(carrying.pacer, elsewhere=2))
    await put(database, said(7))
    async with running:
        await running.until(database, DeliveryState.ACCEPTED)


@pytest.mark.usefixtures("patient")
async def test_a_look_that_breaks_is_said_and_the_next_one_carries(
    database: Database, carrying: Carrying, running: Running
) -> None:
    budget = Rests(carrying.pacer, breaks=1)
    carrying.make(budget)
    await put(database, said(7))
    with capture_logs() as lines:
        async with running:
            await asyncio.wait_for(budget.looked.wait(), LONG_SECONDS)
            for _ in range(30):
                await states(database)
            assert budget.asked == 1, "it does not try again without a rest"
            carrying.made.wake()
            await running.until(database, DeliveryState.ACCEPTED)
    assert carrying.health.counts["deliveries_failed"] == 1
    assert carrying.health.trouble == "deliveries_failed"
    assert [(line["event"], line["log_level"]) for line in lines] == [
        ("deliveries_failed", "error")
    ]


async def test_whoever_is_stopped_writes_down_what_is_on_its_way(
    database: Database, carrying: Carrying, running: Running
) -> None:
    goes_on = asyncio.Event()
    call = carrying.line.call

    async def slow(*given: object, **more: object) -> Outcome:
        await goes_on.wait()
        return await call(*given, **more)  # type: ignore[arg-type]

    carrying.line.call = slow  # type: ignore[method-assign,assignment]
    await put(database, said(7))
    async with running:
        await running.until(database, DeliveryState.SENDING)
        running.stopping.set()
        goes_on.set()
    assert await states(database) == [DeliveryState.ACCEPTED]
