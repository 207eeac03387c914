"""Claims of the outbox: who gets which rows, for how long, and what is rejected on the way."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from fostering.events import RoomConnected
from storage import cards, forgetting, outbox, rooms
from storage.database import Database
from storage.delivery import Delivery
from storage.keys import KeyRing
from storage.outgoing import DeliveryState
from storage.trays import outbox as rows
from tests.storage.making import AT, link, screen, take_in_samples
from tests.storage.test_outbox import NOTICE, REMINDER, REPLY, URGENT, accepted, claim, finish, put
from tests.storage_fixtures import ON_SQLITE, HandClock

pytestmark = ON_SQLITE


def keys_of(taken: list[Delivery]) -> list[str]:
    return [delivery.key for delivery in taken]


async def rejected(database: Database) -> dict[str, str]:
    """The reason of each rejected row, by its card."""
    async with database.reading() as reader:
        wanted = select(rows).where(rows.c.state == DeliveryState.REJECTED)
        found = (await reader.connection.execute(wanted)).all()
    assert all((row.sealed, row.lease_until) == (None, None) for row in found)
    assert all(row.ended_at is not None for row in found)
    return {row.card: row.reason for row in found}


async def test_a_row_is_taken_for_thirty_seconds_and_each_try_is_counted(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1", lane=URGENT))
    for attempt in (1, 2):
        [taken] = await claim(database)
        assert taken.attempt == attempt
        assert taken.lease_until == clock.lease_now() + timedelta(seconds=30)
        clock.wait(30)
        async with database.writing() as writer:
            assert await outbox.release_stale(writer) == 1
        clock.wait(60)


async def test_sixteen_rows_are_taken_where_nobody_says_how_many(database: Database) -> None:
    await put(database, *(screen(str(number)) for number in range(20)))
    async with database.writing() as writer:
        assert len(await outbox.claim(writer, "me")) == 16


async def test_only_the_lanes_that_are_asked_for_are_taken(database: Database) -> None:
    lanes = (URGENT, REPLY, NOTICE, REMINDER)
    await put(database, *(screen(str(lane), lane=lane) for lane in lanes))
    assert keys_of(await claim(database, most={REPLY: 0})) == ["0"]
    assert keys_of(await claim(database, most={REPLY: 9, NOTICE: 0})) == ["1"]
    assert keys_of(await claim(database, most={NOTICE: 9})) == ["2"]
    assert keys_of(await claim(database)) == ["3"]


async def test_a_lane_that_has_had_its_share_stops_no_later_one(database: Database) -> None:
    await put(database, *(screen(f"r{n}", lane=REPLY) for n in range(3)))
    await put(database, screen("m", lane=REMINDER))
    assert keys_of(await claim(database, most={REPLY: 1, REMINDER: 2})) == ["r0", "m"]


async def test_what_is_not_due_yet_waits_and_holds_up_nothing(
    database: Database, clock: HandClock
) -> None:
    later = clock.lease_now() + timedelta(seconds=20)
    await put(database, screen("1", lane=URGENT, body=b"later", not_before=later))
    await put(database, screen("1", body=b"now"))
    [taken] = await claim(database)
    assert taken.body == b"now"
    await finish(database, accepted(taken))
    assert await claim(database) == []
    clock.wait(20)
    assert [d.body for d in await claim(database)] == [b"later"]


async def test_a_chat_to_be_left_alone_gets_no_page_either(database: Database) -> None:
    one, two = (("chat", database.hash("address", key).hex()) for key in "12")
    await put(database, *(screen(key, lane=lane) for key in "123" for lane in (URGENT, REPLY)))
    both: dict[str, Any] = {"avoid": {one}, "pacing": {one, two}}
    assert [(d.key, d.lane) for d in await claim(database, **both)] == [("2", 0), ("3", 0)]


@pytest.mark.parametrize("room_first", [True, False])
async def test_the_room_is_reached_where_it_is_and_nobody_elsewhere(
    database: Database, room_first: bool
) -> None:
    cast = await take_in_samples(database)
    await link(database, cast["C-001"], "4711")
    in_room = screen("out_of_hours", place="room", card="room")
    others = [screen(cast["C-001"].hex, place="person"), screen("1")]
    await put(database, *([in_room, *others] if room_first else [*others, in_room]))
    group = RoomConnected(
        at=AT, subject=cast["S-001"], invitation=cast["S-001"], door="telegram", room="-100"
    )
    async with database.writing() as writer:
        await rooms.connect(writer, [group])
    taken = {d.place: (d.door, d.chat, d.key) for d in await claim(database)}
    assert taken == {
        "room": ("telegram", "-100", "out_of_hours"),
        "person": ("telegram", "4711", cast["C-001"].hex),
        "chat": ("telegram", "1", "1"),
    }


async def test_what_can_reach_nobody_is_rejected_and_the_rest_goes(database: Database) -> None:
    cast = await take_in_samples(database)
    await link(database, cast["C-001"], "4711")
    to = {"place": "person", "seals": cast["C-001"]}
    await put(
        database,
        screen("out_of_hours", place="room", card="room"),
        screen(cast["C-001"].hex, card="forgotten", **to),
        screen(cast["C-002"].hex, place="person", card="unlinked"),
        screen("1"),
    )
    async with database.writing() as writer:
        await forgetting.destroy(writer, cast["C-001"])
    assert keys_of(await claim(database)) == ["1"]
    assert await rejected(database) == {
        "room": "no_chat",
        "forgotten": "forgotten",
        "unlinked": "no_chat",
    }


async def test_what_was_put_before_a_new_start_is_carried_after_it(
    database: Database, url: str, keys: KeyRing, clock: HandClock
) -> None:
    cast = await take_in_samples(database)
    await put(database, screen("1", body=b"words", seals=cast["C-001"]))
    again = await Database.open(url, keys, clock)
    assert [d.body for d in await claim(again)] == [b"words"]
    await again.close()


async def test_cards_are_looked_up_at_their_own_address_and_only_there(database: Database) -> None:
    await put(database, screen("1", card="home"))
    [first] = await claim(database)
    await finish(database, accepted(first, "71"))
    await put(database, screen("1", card="home"), screen("2", card="home"), screen("3"))
    assert [(d.key, d.shown) for d in await claim(database)] == [("1", "71"), ("2", ""), ("3", "")]


async def test_a_push_line_is_kept_only_for_the_attempt_that_has_the_row(
    database: Database, clock: HandClock
) -> None:
    await put(database, screen("1", card="page", lane=URGENT), screen("2", card="page"))
    taken, other = await claim(database)
    stale = replace(taken, attempt=taken.attempt + 1)
    async with database.writing() as writer:
        await outbox.begun(writer, stale, "30")
        await outbox.begun(writer, taken, "31")
    await finish(database, accepted(other))
    async with database.writing() as writer:
        await outbox.begun(writer, other, "32")
    async with database.reading() as reader:
        begun = await reader.connection.execute(select(rows.c.begun).order_by(rows.c.number))
        assert [row.begun for row in begun] == ["31", ""]
        assert await cards.young_messages(reader, "chat", "1") == ("31",)
        assert await cards.young_messages(reader, "chat", "2") == ("55",)
        shown = await cards.shown(reader, [("chat", "1"), ("chat", "2")])
    assert shown == {("chat", "1"): {"page": "31"}, ("chat", "2"): {"page": "55"}}


async def test_a_push_line_of_no_card_is_known_too(database: Database) -> None:
    await put(database, screen("1"))
    [taken] = await claim(database)
    async with database.writing() as writer:
        await outbox.begun(writer, taken, "31")
    async with database.reading() as reader:
        assert await cards.young_messages(reader, "chat", "1") == ("31",)
        assert await cards.shown(reader, [("chat", "1")]) == {("chat", "1"): {}}
