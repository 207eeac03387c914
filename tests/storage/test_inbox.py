"""Stories of the inbox: nothing lost, nothing twice, each chat in order."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from storage import inbox, outbox
from storage.database import Database
from storage.forgetting import sweep
from storage.inbox import Arrived, Claim
from storage.trays import wrapped_keys
from tests.storage.making import arrived, screen
from tests.storage_fixtures import HandClock

PAUSES = (0.3, 0.8, 2, 5)


async def receive(database: Database, *updates: Arrived) -> int:
    async with database.writing() as writer:
        return await inbox.receive(writer, updates)


async def claim(database: Database, limit: int = 32) -> list[Claim]:
    async with database.writing() as writer:
        return await inbox.claim(writer, limit)


async def finish(database: Database, claims: list[Claim]) -> None:
    async with database.writing() as writer:
        await inbox.finish(writer, claims)


async def test_an_update_that_comes_again_is_kept_once(database: Database) -> None:
    assert await receive(database, arrived(7), arrived(8)) == 2
    assert await receive(database, arrived(8), arrived(7)) == 0
    assert await receive(database, arrived(9), arrived(9)) == 1
    assert len(await claim(database)) == 1


async def test_an_update_id_that_begins_again_with_other_words_is_kept_too(
    database: Database,
) -> None:
    await receive(database, arrived(7))
    other = replace(arrived(7), payload=b'{"update_id": 7, "text": "other"}')
    assert await receive(database, other) == 1


async def test_only_the_first_of_each_chat_is_claimed_in_order_of_arrival(
    database: Database,
) -> None:
    await receive(database, arrived(30, "1"), arrived(10, "1"), arrived(20, "2"))
    assert [c.update_id for c in await claim(database)] == ["30", "20"]
    assert await claim(database) == []


async def test_a_thousand_messages_of_one_make_nobody_else_wait_a_turn(
    sqlite_database: Database,
) -> None:
    await receive(sqlite_database, *(arrived(number, "flood") for number in range(1000)))
    await receive(sqlite_database, *(arrived(2000 + number, f"{number}") for number in range(20)))
    turn = await claim(sqlite_database)
    assert [c.update_id for c in turn] == ["0", *(str(2000 + number) for number in range(20))]
    await finish(sqlite_database, turn)
    assert [c.update_id for c in await claim(sqlite_database)] == ["1"]


async def test_the_next_of_a_chat_follows_when_the_first_is_done(database: Database) -> None:
    await receive(database, arrived(1, "1"), arrived(2, "1"))
    await finish(database, await claim(database))
    assert [c.update_id for c in await claim(database)] == ["2"]


async def test_what_was_sent_is_given_back_byte_for_byte(database: Database) -> None:
    await receive(database, arrived(1))
    [taken] = await claim(database)
    assert taken.payload == arrived(1).payload


async def test_a_worker_that_went_silent_loses_the_update_to_another(
    database: Database, clock: HandClock
) -> None:
    await receive(database, arrived(1))
    [first] = await claim(database)
    clock.wait(29)
    assert await claim(database) == []
    clock.wait(2)
    [second] = await claim(database)
    async with database.writing() as writer:
        assert await inbox.still_ours(writer, [first]) == frozenset()
        assert await inbox.still_ours(writer, [second]) == {second.arrival}


async def test_five_failures_in_about_eight_seconds_park_an_update(
    database: Database, clock: HandClock
) -> None:
    await receive(database, arrived(1, "1"), arrived(2, "1"))
    for pause in PAUSES:
        [taken] = await claim(database)
        async with database.writing() as writer:
            assert await inbox.failed(writer, taken) is False
        clock.wait(pause - 0.1)
        assert await claim(database) == []
        clock.wait(0.2)
    [taken] = await claim(database)
    async with database.writing() as writer:
        assert await inbox.failed(writer, taken) is True
    assert [c.update_id for c in await claim(database)] == ["2"]
    async with database.reading() as reader:
        waiting = await inbox.waiting(reader)
    assert (waiting.open, waiting.parked) == (1, 1)


async def test_what_moved_is_claimed_again_at_once_without_counting_a_try(
    database: Database,
) -> None:
    await receive(database, arrived(1))
    claims = await claim(database)
    async with database.writing() as writer:
        await inbox.let_go(writer, claims)
    [again] = await claim(database)
    assert again.tries == 0


async def test_the_card_of_numbers_is_queued_with_the_call_for_help_and_only_once(
    database: Database,
) -> None:
    call = arrived(1, help=screen(occurrence="help:1"))
    await receive(database, call)
    await receive(database, call)
    async with database.writing() as writer:
        assert len(await outbox.claim(writer, "me")) == 1
        assert await outbox.claim(writer, "me") == []


class Unkeepable(RuntimeError):
    """The receiving transaction cannot be committed."""


async def receive_and_fail(database: Database) -> None:
    async with database.writing() as writer:
        await inbox.receive(writer, [arrived(1)])
        raise Unkeepable


async def test_a_batch_that_cannot_be_kept_is_kept_not_at_all(database: Database) -> None:
    with pytest.raises(Unkeepable):
        await receive_and_fail(database)
    assert await claim(database) == []


async def test_the_key_of_a_day_goes_after_seven_days_but_not_before_all_of_it_is_decided(
    database: Database, clock: HandClock
) -> None:
    await receive(database, arrived(1, "1"), arrived(2, "2"))
    one, another = await claim(database)
    await finish(database, [one])
    clock.wait(9 * 86_400)
    async with database.writing() as writer:
        await sweep(writer)
    (taken,) = await claim(database)
    assert taken.payload == another.payload != b""
    await finish(database, [taken])
    async with database.writing() as writer:
        await sweep(writer)
        destroyed = select(wrapped_keys.c.wrapped).where(wrapped_keys.c.owner.like("inbox:%"))
        assert await writer.connection.scalar(destroyed) is None
