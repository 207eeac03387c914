"""Audits: what the auditor counts, each by one question of its own; no word and no id is read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, literal, select, union_all

from fostering.audit import NEVER, NONE, Pile, Signs, Trouble
from fostering.paging_test_effects import PagingTest
from fostering.priority import Priority
from fostering.requests import RequestState
from storage import marks
from storage.columns import Instant, from_microseconds
from storage.database import Reader, Writer
from storage.dialects import lock_in_order, stands_as
from storage.due import SUBJECTS
from storage.outgoing import going
from storage.results import Lane
from storage.spelling import read_text, spell_text
from storage.tables import people, requests
from storage.trays import inbox, leases, outbox

ALARM = "alarm"
"""The mark that holds which findings stand."""
PARKED_WITHIN = timedelta(hours=1)
TESTED_WITHIN = timedelta(hours=12)
"""So long an unanswered paging test is a finding: by then the shift is over."""
ANSWERS_LATE = timedelta(minutes=1)
"""How long after its time a test may still be on its way from answered to missed."""
URGENT = requests.c.priority.in_([p for p in Priority if p.urgent])
OPEN = requests.c.state != RequestState.CLOSED
RAISED = requests.c.state == RequestState.RAISED
NOW, REAL = (bindparam(name, type_=Instant) for name in ("now", "real"))


Asked = Select[str, int, Any]
"""A name, a count, and the first instant."""


@dataclass(frozen=True, kw_only=True)
class Carried:
    """How many rows of the outbox stand in one lane and state, and for how long the oldest has."""

    lane: int
    state: str
    rows: Pile


def _count(name: str, at: ColumnElement[Any], *where: ColumnElement[bool]) -> Asked:
    named, count, first = literal(name).label("name"), func.count().label("count"), func.min(at)
    return select(named, count, first.label("at")).where(*where)


def _matters() -> list[Asked]:
    """What is overdue of every noun; an urgent request counts for itself."""
    overdue = [
        (table, and_(table.c.next_due_at <= NOW, ~(URGENT & OPEN)))
        if table is requests
        else (table, table.c.next_due_at <= NOW)
        for table, _ in SUBJECTS.values()
    ]
    return [_count("matters", table.c.next_due_at, where) for table, where in overdue]


ASKED = union_all(
    _count("steps", requests.c.next_due_at, requests.c.next_due_at <= NOW, URGENT, OPEN),
    _count("unacknowledged", requests.c.raised_at, RAISED, URGENT),
    _count(
        "forgotten",
        requests.c.raised_at,
        RAISED,
        URGENT,
        requests.c.next_due_at.is_(None),
        requests.c.private_since.is_(None),
    ),
    *_matters(),
    _count("updates", inbox.c.arrived_at, stands_as(inbox.c.state, "open")),
    _count(
        "parked",
        inbox.c.arrived_at,
        inbox.c.arrived_at > bindparam("parked_since", type_=Instant),
        inbox.c.state == "parked",
    ),
)
"""Every question but the outbox's, in one; the instants are compared where they stand."""
OURS = (outbox.c.door != "mail") | (outbox.c.lane == Lane.ALARM)
"""Of letters the alarms alone: others mean that somebody asked for an advocate (practice 17)."""
CARRIED = (
    select(outbox.c.lane, outbox.c.state, func.count(), func.min(outbox.c.created_at))
    .where(going(), OURS)
    .group_by(outbox.c.lane, outbox.c.state)
)
TESTED = select(people.c.paging_test).where(people.c.paging_test.is_not(None))
LED_UNTIL = select(leases.c.until).where(leases.c.name == bindparam("lease"))


async def signs(reader: Reader) -> Signs:
    """What the database shows at this moment; what a process knows of itself is not in it."""
    now, real = reader.now, reader.clock.lease_now()
    given = {"now": now, "parked_since": real - PARKED_WITHIN}
    piles: dict[str, Pile] = {}
    for name, count, first in await reader.connection.execute(ASKED, given):
        at = real if name in ("updates", "parked") else now
        piles[name] = _joined(piles.get(name, NONE), count, first, at)
    tested = (await reader.connection.scalars(TESTED)).all()
    return Signs(
        tests=sum(test is not None and _unanswered(test, now) for test in tested),
        steps=piles["steps"],
        unacknowledged=piles["unacknowledged"],
        forgotten=piles["forgotten"].count,
        matters=piles["matters"],
        updates=piles["updates"],
        parked=piles["parked"].count,
    )


async def carried(reader: Reader) -> tuple[Carried, ...]:
    """What the outbox holds that has not come to its end."""
    real = reader.clock.lease_now()
    return tuple(
        Carried(lane=lane, state=state, rows=_joined(NONE, count, first, real))
        for lane, state, count, first in await reader.connection.execute(CARRIED)
    )


def waiting_in(rows: tuple[Carried, ...], *lanes: Lane) -> Pile:
    """All that stands in these lanes, whatever its state."""
    there = [row.rows for row in rows if row.lane in lanes]
    return Pile(
        count=sum(pile.count for pile in there), age=max((p.age for p in there), default=NEVER)
    )


async def unled(reader: Reader, lease: str) -> timedelta:
    """For how long a lease has belonged to nobody; none where it is held, or was never taken."""
    until = await reader.connection.scalar(LED_UNTIL, {"lease": lease})
    return max(reader.clock.lease_now() - until, NEVER) if until is not None else NEVER


async def standing(reader: Reader) -> tuple[Trouble, ...]:
    """The findings that stand, as they were written last."""
    written = await marks.read(reader, ALARM)
    found: tuple[Trouble, ...] = read_text(tuple[Trouble, ...], written) if written else ()
    return found


async def hold(writer: Writer) -> None:
    """Keep other workers from telling the same, until the transaction ends."""
    await lock_in_order(writer.connection, [writer.vault.hash("mark", ALARM)])


async def write_standing(writer: Writer, troubles: tuple[Trouble, ...]) -> None:
    """Write down which findings stand."""
    await marks.write(writer, ALARM, spell_text(troubles))


def _unanswered(test: PagingTest, at: datetime) -> bool:
    """Whether it was sent or due, and its time passed without a press: judged here anew."""
    if test.answered_at is not None or at - test.shift > TESTED_WITHIN:
        return False
    late = test.answer_by is not None and at > test.answer_by + ANSWERS_LATE
    return test.missed or late


def _joined(pile: Pile, count: int, first: datetime | int | None, at: datetime) -> Pile:
    if first is None:
        return pile
    oldest = first if isinstance(first, datetime) else from_microseconds(first)
    return Pile(count=pile.count + count, age=max(pile.age, at - oldest, NEVER))
