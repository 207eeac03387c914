"""Stories of the auditor's questions: each promise is broken by hand and is found (T37)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from fostering.audit import Finding, Signs, audit
from fostering.paging_test_effects import PagingTest
from fostering.requests import Priority, Request, RequestState
from storage import audits, inbox, leases, outbox
from storage.database import Database
from storage.recording import record
from storage.results import Lane
from storage.tables import people, requests
from storage.trays import inbox as inbox_rows
from tests.storage.making import arrived, raising, request_of, screen, take_in_samples
from tests.storage.test_indexes import words_of
from tests.storage_fixtures import ON_SQLITE, HandClock

LATE = timedelta(minutes=2)


async def look(database: Database) -> Signs:
    """What the auditor counts now."""
    async with database.reading() as reader:
        carried = await audits.carried(reader)
        signs = await audits.signs(reader)
        unled = await audits.unled(reader, "telegram")
    return replace(
        signs,
        unled=unled,
        pages=audits.waiting_in(carried, Lane.URGENT),
        messages=audits.waiting_in(carried, Lane.ALARM, Lane.REPLY, Lane.NOTICE),
        reminders=audits.waiting_in(carried, Lane.REMINDER),
    )


async def ask(database: Database, **facts: Any) -> Request:
    """A request of Rosa's, as it would be recorded."""
    made = request_of((await take_in_samples(database))["C-001"], **facts)
    assert (await record(database, [raising(made)])).recorded
    return made


async def set_due(database: Database, request: Request, **columns: Any) -> None:
    async with database.writing() as writer:
        await writer.connection.execute(
            update(requests).where(requests.c.id == request.id).values(**columns)
        )


async def an_urgent_step_is_late(database: Database, clock: HandClock) -> None:
    request = await ask(database)
    await set_due(database, request, next_due_at=clock.now() - LATE)


async def an_urgent_request_has_no_step(database: Database, clock: HandClock) -> None:
    await set_due(database, await ask(database), next_due_at=None)


async def a_matter_is_late(database: Database, clock: HandClock) -> None:
    request = await ask(database, priority=Priority.P3)
    await set_due(database, request, next_due_at=clock.now() - 10 * LATE)


async def a_shift_is_late(database: Database, clock: HandClock) -> None:
    await take_in_samples(database)
    late = {"next_due_at": clock.now() - 10 * LATE}
    async with database.writing() as writer:
        await writer.connection.execute(update(people).values(**late))


async def an_update_waits(database: Database, clock: HandClock) -> None:
    async with database.writing() as writer:
        await inbox.receive(writer, [arrived(1)])
    clock.wait(LATE.total_seconds())


async def an_update_was_parked(database: Database, clock: HandClock) -> None:
    async with database.writing() as writer:
        await inbox.receive(writer, [arrived(1)])
        await writer.connection.execute(update(inbox_rows).values(state="parked"))


def waits_in(lane: Lane, span: timedelta) -> Callable[[Database, HandClock], Awaitable[None]]:
    """A row that waits in this lane for that long."""

    async def wait(database: Database, clock: HandClock) -> None:
        async with database.writing() as writer:
            await outbox.put(writer, [screen(lane=lane)])
        clock.wait(span.total_seconds())

    return wait


async def nobody_leads(database: Database, clock: HandClock) -> None:
    async with database.writing() as writer:
        assert await leases.hold(writer, "telegram", "a worker that died", 30)
    clock.wait(91)


def a_test(**facts: Any) -> Callable[[Database, HandClock], Awaitable[None]]:
    """Amina's paging test stands so; it began twenty minutes ago."""

    async def stand(database: Database, clock: HandClock) -> None:
        amina = (await take_in_samples(database))["S-003"]
        began = clock.now() - 10 * LATE
        instants = {name: began + span for name, span in facts.items() if name != "missed"}
        missed = "missed" in facts
        test = PagingTest(shift=began, asked=amina, missed=missed, **instants)
        async with database.writing() as writer:
            await writer.connection.execute(
                update(people).where(people.c.id == amina).values(paging_test=test)
            )

    return stand


a_test_was_missed = a_test(missed=True)
a_test_stands_too_long = a_test(answer_by=3 * LATE)

BROKEN = {
    "urgent_overdue": an_urgent_step_is_late,
    "urgent_forgotten": an_urgent_request_has_no_step,
    "matter_overdue": a_matter_is_late,
    "matter_overdue of a person": a_shift_is_late,
    "update_waits": an_update_waits,
    "update_parked": an_update_was_parked,
    "page_stuck": waits_in(Lane.URGENT, LATE),
    "message_stuck": waits_in(Lane.NOTICE, 10 * LATE),
    "message_stuck, an alarm": waits_in(Lane.ALARM, 10 * LATE),
    "reminder_stuck": waits_in(Lane.REMINDER, 40 * LATE),
    "nobody_sends": nobody_leads,
    "test_unanswered": a_test_was_missed,
    "test_unanswered, and not judged": a_test_stands_too_long,
}


@ON_SQLITE
@pytest.mark.parametrize("broken", BROKEN)
async def test_each_broken_promise_is_found_and_no_other(
    database: Database, clock: HandClock, broken: str
) -> None:
    assert audit(await look(database)) == ()
    await BROKEN[broken](database, clock)
    assert audit(await look(database)) == (Finding(broken.split(",")[0].split()[0]),)


async def test_the_questions_are_understood_by_both_databases(
    database: Database, clock: HandClock
) -> None:
    await an_urgent_step_is_late(database, clock)
    await a_shift_is_late(database, clock)
    await an_update_waits(database, clock)
    signs = await look(database)
    assert (signs.steps.count, signs.unacknowledged.count, signs.updates.count) == (1, 1, 1)
    assert signs.steps.age >= LATE
    assert signs.updates.age == LATE


@ON_SQLITE
async def test_what_is_closed_or_private_is_nobodys_trouble(
    database: Database, clock: HandClock
) -> None:
    request = await ask(database)
    await set_due(database, request, next_due_at=None, private_since=clock.now())
    assert (await look(database)).forgotten == 0
    await set_due(database, request, private_since=None, state=RequestState.CLOSED)
    signs = await look(database)
    assert (signs.forgotten, signs.unacknowledged.count) == (0, 0)


@ON_SQLITE
async def test_the_questions_read_no_table_that_grows_from_end_to_end(database: Database) -> None:
    async with database.reading() as reader:
        for asked in (audits.CARRIED, audits.ASKED):
            found = await reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words_of(asked)}")
            steps = [row.detail for row in found]
            whole = [s for s in steps if s.startswith("SCAN") and "USING INDEX ix_" not in s]
            assert [s for s in whole if "SUBQUERY" not in s] == []


@ON_SQLITE
@pytest.mark.parametrize(
    "stands",
    [
        a_test(missed=True, answered_at=4 * LATE),
        a_test(answer_by=10 * LATE),
        a_test(answer_by=10 * LATE - timedelta(seconds=30)),
        a_test(),
    ],
    ids=["answered late", "in time", "just now", "not sent"],
)
async def test_a_paging_test_that_was_answered_or_has_time_left_is_no_finding(
    database: Database,
    clock: HandClock,
    stands: Callable[[Database, HandClock], Awaitable[None]],
) -> None:
    await stands(database, clock)
    assert (await look(database)).tests == 0


@ON_SQLITE
async def test_a_missed_paging_test_is_over_with_the_night(
    database: Database, clock: HandClock
) -> None:
    await a_test_was_missed(database, clock)
    clock.wait(timedelta(hours=12).total_seconds())
    async with database.reading() as reader:
        await database.clock.refresh(reader)
        assert (await audits.signs(reader)).tests == 0
