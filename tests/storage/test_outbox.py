"""Stories of the outbox: urgent first, the newest version only, one carrier's word counts."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from storage import cards, outbox
from storage.cards import Adopted
from storage.database import Database
from storage.delivery import Delivery
from storage.outbox import Outcome, Result
from storage.outgoing import Put
from tests.storage.making import link, screen, take_in_samples
from tests.storage_fixtures import HandClock

URGENT, REPLY, NOTICE, REMINDER = range(4)


async def put(database: Database, *rows: Put) -> None:
    async with database.writing() as writer:
        await outbox.put(writer, rows)


async def claim(database: Database, limit: int = 16, **parts: Any) -> list[Delivery]:
    async with database.writing() as writer:
        return await outbox.claim(writer, "me", limit, **parts)


async def finish(database: Database, *found: Result) -> frozenset[int]:
    async with database.writing() as writer:
        return await outbox.results(writer, found)


def accepted(delivery: Delivery, message: str = "55") -> Result:
    return Result(
        delivery=delivery, outcome=Outcome.ACCEPTED, card_message=message, messages=(message,)
    )


def unknown(delivery: Delivery) -> Result:
    return Result(delivery=delivery, outcome=Outcome.UNKNOWN)


async def test_urgent_rows_go_first_and_one_chat_gets_one_at_a_time(database: Database) -> None:
    await put(
        database,
        screen("1", lane=REMINDER, body=b"a"),
        screen("2", lane=REPLY, body=b"b"),
        screen("1", lane=URGENT, body=b"c"),
    )
    taken = await claim(database)
    assert [d.body for d in taken] == [b"c", b"b"]
    assert await claim(database) == []
    await finish(database, *map(accepted, taken))
    assert [d.body for d in await claim(database)] == [b"a"]


async def test_within_a_lane_rows_go_in_the_order_in_which_they_were_put(
    database: Database, clock: HandClock
) -> None:
    await put(database, *(screen(key) for key in "123"))
    [first] = await claim(database, 1)
    await finish(database, Result(delivery=first, outcome=Outcome.NOT_SENT))
    clock.wait(2)
    assert [d.key for d in await claim(database)] == ["1", "2", "3"]


async def test_a_thousand_screens_for_one_chat_hold_up_no_other(sqlite_database: Database) -> None:
    await put(sqlite_database, *(screen("1", body=b"flood") for _ in range(1000)))
    await put(sqlite_database, *(screen(str(number), body=b"other") for number in range(2, 12)))
    taken = await claim(sqlite_database)
    assert [d.body for d in taken] == [b"flood", *[b"other"] * 10]


async def test_no_more_go_than_the_pace_allows_but_every_urgent_one(database: Database) -> None:
    await put(
        database,
        *(screen(f"{n}", lane=URGENT, body=b"u") for n in range(2)),
        *(screen(f"1{n}", lane=REPLY, body=b"r") for n in range(3)),
        *(screen(f"2{n}", lane=REMINDER, body=b"m") for n in range(3)),
    )
    pace = {REPLY: 2, NOTICE: 2, REMINDER: 1}
    assert [d.lane for d in await claim(database, most=pace)] == [URGENT, URGENT, REPLY, REPLY]
    pace = {REPLY: 2, NOTICE: 2, REMINDER: 2}
    assert [d.lane for d in await claim(database, most=pace)] == [REPLY, REMINDER]
    assert await claim(database, most=dict.fromkeys(pace, 0)) == []


async def test_a_chat_that_had_its_share_still_gets_what_is_urgent(database: Database) -> None:
    await put(database, screen("1", lane=REPLY), screen("2", lane=REPLY))
    pacing = frozenset({("chat", database.hash("address", "1").hex())})
    assert [d.key for d in await claim(database, pacing=pacing)] == ["2"]
    await put(database, screen("1", lane=URGENT))
    assert [d.lane for d in await claim(database, pacing=pacing)] == [URGENT]


async def test_of_a_card_only_the_newest_waiting_version_goes(database: Database) -> None:
    await put(database, screen("1", card="form", body=b"old"))
    await put(
        database, screen("1", card="form", body=b"newer"), screen("1", card="form", body=b"newest")
    )
    [taken] = await claim(database)
    assert taken.body == b"newest"
    await finish(database, accepted(taken))
    assert await claim(database) == []


async def test_other_cards_and_other_chats_are_not_superseded(database: Database) -> None:
    await put(database, screen("1", card="home"), screen("2", card="form"))
    await put(database, screen("1", card="form"))
    async with database.reading() as reader:
        assert await outbox.depth(reader) == {REPLY: 3}


async def test_a_newer_version_is_as_pressing_as_the_one_it_replaces(database: Database) -> None:
    await put(database, screen("1", card="page", lane=URGENT))
    await put(database, screen("1", card="page", lane=NOTICE, edit_only=True))
    [taken] = await claim(database)
    assert (taken.lane, taken.edit_only) == (URGENT, False)


async def test_the_message_that_shows_a_card_is_known_to_the_next_version(
    database: Database,
) -> None:
    await put(database, screen("1", card="home"))
    [first] = await claim(database)
    assert first.shown == ""
    await finish(database, accepted(first, "71"))
    await put(database, screen("1", card="home"))
    [second] = await claim(database)
    assert second.shown == "71"


async def test_a_press_on_an_orphan_adopts_it(database: Database) -> None:
    async with database.writing() as writer:
        orphan = Adopted(place="chat", key="1", card="home", message="99")
        await cards.adopt(writer, [orphan])
        assert await cards.shown(writer, [("chat", "1")]) == {("chat", "1"): {"home": "99"}}
        await cards.forget(writer, "chat", "1", ["99"])
        assert await cards.shown(writer, [("chat", "1")]) == {("chat", "1"): {}}


async def test_only_the_attempt_that_holds_the_row_may_write_its_result(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1", lane=URGENT))
    [first] = await claim(database)
    clock.wait(31)
    async with database.writing() as writer:
        assert await outbox.release_stale(writer) == 1
    clock.wait(31)
    [second] = await claim(database)
    assert await finish(database, accepted(first, "1")) == frozenset()
    assert await finish(database, accepted(second, "2")) == {second.number}
    assert await finish(database, accepted(second, "3")) == frozenset()


async def test_a_row_is_not_taken_from_a_carrier_whose_lease_still_runs(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1"))
    await claim(database)
    clock.wait(29)
    async with database.writing() as writer:
        assert await outbox.release_stale(writer) == 0


@pytest.mark.parametrize(("lane", "sends"), [(REPLY, 2), (NOTICE, 2), (REMINDER, 1)])
async def test_after_unknown_outcomes_a_reply_is_sent_once_more_and_a_reminder_never(
    database: Database, clock: HandClock, lane: int, sends: int
) -> None:
    await put(database, screen("1", lane=lane))
    for number in range(sends):
        [taken] = await claim(database)
        assert taken.again == number
        await finish(database, unknown(taken))
        clock.wait(60)
    assert await claim(database) == []
    async with database.reading() as reader:
        [stuck] = await outbox.uncertain(reader)
    assert stuck.lane == lane


async def test_an_urgent_page_is_sent_until_it_is_accepted(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1", lane=URGENT))
    for _ in range(12):
        [taken] = await claim(database)
        await finish(database, unknown(taken))
        clock.wait(31)
    assert len(await claim(database)) == 1


async def test_what_was_not_sent_waits_as_long_as_the_door_says_and_holds_up_its_chat(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1", body=b"first"), screen("1", body=b"second"))
    [taken] = await claim(database)
    later = clock.lease_now() + timedelta(seconds=20)
    await finish(database, Result(delivery=taken, outcome=Outcome.NOT_SENT, not_before=later))
    clock.wait(19)
    assert await claim(database) == []
    clock.wait(2)
    assert [d.body for d in await claim(database)] == [b"first"]


async def test_a_version_that_comes_back_gives_way_to_a_newer_one(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1", card="form", body=b"old"))
    [taken] = await claim(database)
    await put(database, screen("1", card="form", body=b"new", edit_only=True))
    await finish(database, unknown(taken))
    clock.wait(60)
    [newer] = await claim(database)
    assert (newer.body, newer.edit_only) == (b"new", False)
    await finish(database, accepted(newer))
    assert await claim(database) == []


async def test_a_row_with_the_same_occurrence_is_put_once(database: Database) -> None:
    await put(database, screen("1", occurrence="x"), screen("1", occurrence="x"))
    await put(database, screen("2", occurrence="x"))
    async with database.reading() as reader:
        assert await outbox.depth(reader) == {REPLY: 1}


async def test_addresses_to_avoid_are_left_alone(database: Database) -> None:
    await put(database, screen("1"), screen("2"))
    avoid = frozenset({("chat", database.hash("address", "1").hex())})
    taken = await claim(database, avoid=avoid)
    assert [d.chat for d in taken] == ["2"]


async def test_a_person_is_reached_in_their_chat_and_nobody_where_there_is_none(
    database: Database,
) -> None:
    cast = await take_in_samples(database)
    await link(database, cast["C-001"], "4711")
    to = {"place": "person", "seals": cast["C-001"]}
    await put(database, screen(cast["C-001"].hex, **to))
    await put(database, screen(cast["C-002"].hex, place="person"))
    [taken] = await claim(database)
    assert (taken.door, taken.chat, taken.key) == ("telegram", "4711", cast["C-001"].hex)
    async with database.reading() as reader:
        [lost] = await outbox.rejected(reader, clock_start(database))
    assert lost.reason == "no_chat"


def clock_start(database: Database) -> datetime:
    return database.clock.lease_now() - timedelta(hours=1)


async def test_a_push_line_without_its_content_is_known_after_a_crash(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1", card="page", lane=URGENT))
    [taken] = await claim(database)
    async with database.writing() as writer:
        await outbox.begun(writer, taken, "31")
    clock.wait(31)
    async with database.writing() as writer:
        await outbox.release_stale(writer)
    clock.wait(31)
    [again] = await claim(database)
    assert (again.begun, again.shown) == ("31", "31")


async def test_messages_of_a_chat_are_known_for_two_days_in_both_directions(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1"))
    [taken] = await claim(database)
    await finish(database, accepted(taken, "71"))
    async with database.reading() as reader:
        assert await cards.young_messages(reader, "chat", "1") == ("71",)
    clock.wait(48 * 3600 + 1)
    async with database.reading() as reader:
        assert await cards.young_messages(reader, "chat", "1") == ()
