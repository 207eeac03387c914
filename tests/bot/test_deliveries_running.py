"""Deliveries that run by themselves: woken, at rest, in trouble, stopped."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot import deliveries as module
from bot.pacing import OVERALL_BURST
from desk.unit import Lane
from storage.database import Database
from storage.outbox import DeliveryState
from tests.bot.carrying import BLOCKED, LONG_SECONDS, Carrying, Rests, Running, put, said, states
from tests.storage_fixtures import HandClock


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The outbox is looked at when somebody says so, and hardly ever by itself."""
    monkeypatch.setattr(module, "IDLE_SECONDS", 3600.0)


@pytest.fixture
def running(carrying: Carrying) -> Running:
    return Running(carrying)


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
    goes_on = carrying.line.goes_on = asyncio.Event()
    await put(database, said(7))
    async with running:
        await running.until(database, DeliveryState.SENDING)
        running.stopping.set()
        goes_on.set()
    assert await states(database) == [DeliveryState.ACCEPTED]


@pytest.mark.usefixtures("patient")
async def test_what_comes_back_late_is_written_down_at_once(
    database: Database, carrying: Carrying, running: Running
) -> None:
    goes_on = carrying.line.goes_on = asyncio.Event()
    budget = Rests(carrying.pacer)
    carrying.make(budget)
    await put(database, said(7))
    async with running:
        await running.until(database, DeliveryState.SENDING)
        for _ in range(30):
            await states(database)
        assert budget.asked == 2, "it rests until something comes back"
        goes_on.set()
        await running.until(database, DeliveryState.ACCEPTED)


@pytest.mark.usefixtures("patient")
async def test_a_row_that_cannot_be_read_is_written_down_at_once_and_holds_nobody_up(
    database: Database, carrying: Carrying, running: Running
) -> None:
    await put(database, said(7, body=b"[]"), said(7, words="after it"))
    async with running:
        await running.until(database, DeliveryState.REJECTED, DeliveryState.ACCEPTED)
    assert carrying.line.texts == ["after it"]


async def test_what_may_go_by_now_is_looked_for_at_once(
    carrying: Carrying, clock: HandClock
) -> None:
    for chat in range(OVERALL_BURST):
        carrying.pacer.draw(str(chat))
    await carrying.carry()
    clock.wait(60)
    assert carrying.pacer.next_chance() == 0
