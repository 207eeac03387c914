"""Deliveries: what is claimed, in which order it goes, and what is known of it afterwards."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.budget import Budget
from bot.calls import Accepted, NotCarried, Outcome, Rejected
from bot.deliveries import MOST_IN_FLIGHT
from bot.pacing import OVERALL_BURST
from conversations.screen import Push
from desk.bodies import Removal, Wipe, write_body
from desk.say import LIVE
from desk.unit import Lane
from fostering.events import RoomConnected
from storage import cards, outbox, rooms
from storage.database import Database
from storage.outbox import DeliveryState, Put
from tests.bot.carrying import BLOCKED, SCREEN, Carrying, Rests, put, said, states
from tests.rules.cast import SAM
from tests.storage_fixtures import HandClock

KICKED = Rejected(code=403, words="forbidden: bot was kicked from the group chat")
GROUP = "-4200000001"
BULK_BURST = 3


@pytest.fixture
async def group(database: Database) -> None:
    at = datetime(2026, 11, 20, 21, 40, tzinfo=UTC)
    event = RoomConnected(at=at, subject=SAM.id, invitation=SAM.id, door="telegram", room=GROUP)
    async with database.writing() as writer:
        await rooms.connect(writer, [event])


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
    assert not any(worker.pacer.moved for worker in workers), "and it is left once"


async def test_a_rest_learnt_while_every_place_is_taken_is_passed_on(
    database: Database, clock: HandClock
) -> None:
    one, other = (Carrying(database, clock) for _ in range(2))
    one.make(Budget(one.pacer, shared=True))
    other.make(Budget(other.pacer, shared=True))
    one.pacer.rest("7", 60, here=("chat", database.hash("address", "7").hex()))
    held = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(MOST_IN_FLIGHT)]
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
    await put(database, said(7, body=body))
    assert await carrying.made.deliver_all() <= 1
    assert (await states(database))[-1] == DeliveryState.REJECTED


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


@pytest.mark.parametrize("card", [LIVE, ""])
async def test_words_that_stopped_at_the_neutral_line_are_put_into_it(
    database: Database, clock: HandClock, card: str
) -> None:
    carrying = Carrying(database, clock, Accepted(result={"message_id": 40}), NotCarried())
    loud = write_body(replace(SCREEN, push=Push.MESSAGE))
    await put(database, said(7, body=loud, card=card))
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
