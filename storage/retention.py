"""Retention: who has left and whose days are over, as the tables have it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from fostering.people import Person
from fostering.policy import Policy
from fostering.retention import FORGOTTEN_BY_DAYS, days_over_at
from storage import forgetting, people, requests
from storage.columns import Instant
from storage.database import Reader, Writer
from storage.tables import advocacies
from storage.tables import people as rows


@dataclass(frozen=True, kw_only=True)
class Leaver:
    """Somebody who has left, and when their days are over (aware UTC)."""

    person: Person
    over_at: datetime


HELPED = exists().where(advocacies.c.author == rows.c.id, advocacies.c.ended_at.is_(None))
"""An advocate is still on their side; nobody of the service learns that this keeps them."""
LEFT = (
    select(rows.c.id, rows.c.left_at)
    .where(
        ~rows.c.active,
        ~rows.c.held,
        ~HELPED,
        rows.c.standing.in_(FORGOTTEN_BY_DAYS),
        rows.c.forgotten_at.is_(None),
        rows.c.left_at <= bindparam("at", type_=Instant),
    )
    .order_by(rows.c.left_at, rows.c.id)
)


async def leavers(reader: Reader, policy: Policy, until: datetime) -> tuple[Leaver, ...]:
    """Everybody whose days are over at that instant (aware UTC), who left first first."""
    found = (await reader.connection.execute(LEFT, {"at": until})).all()
    known = await people.load(reader, [row.id for row in found])
    over = [
        (person, await _over_at(reader, person, row.left_at, policy))
        for row in found
        if (person := known.get(row.id)) is not None
    ]
    return tuple(Leaver(person=p, over_at=at) for p, at in over if at is not None and at <= until)


async def forget_if_over(writer: Writer, person: UUID, policy: Policy) -> bool:
    """Forget somebody whose days are over, and look again first: whoever was faster has done it."""
    await writer.connection.execute(select(rows.c.id).where(rows.c.id == person).with_for_update())
    found = (
        await writer.connection.execute(LEFT.where(rows.c.id == person), {"at": writer.now})
    ).all()
    known = await people.load(writer, [row.id for row in found])
    for row in found:
        over = await _over_at(writer, known[row.id], row.left_at, policy) if known else None
        if over is not None and over <= writer.now:
            count = len(await requests.all_of(writer, person))
            await forgetting.forget(writer, person, None, count=count)
            return True
    return False


async def _over_at(
    reader: Reader, person: Person, left_at: datetime, policy: Policy
) -> datetime | None:
    return days_over_at(person, left_at, await requests.all_of(reader, person.id), policy)
