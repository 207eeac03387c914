"""What is due: found by an indexed instant, and told once for each rule, subject and occurrence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import literal, select, tuple_, union_all, update

from storage.changes import Told
from storage.database import Reader, Writer
from storage.dialects import insert
from storage.placement_tables import home_checks, placement_starts
from storage.tables import advocacies, annual_reviews, drafts, people, requests, supervisions
from storage.trays import told

SUBJECTS = {
    "request": (requests, requests.c.id),
    "draft": (drafts, drafts.c.id),
    "supervision": (supervisions, supervisions.c.carer),
    "annual_review": (annual_reviews, annual_reviews.c.carer),
    "person": (people, people.c.id),
    "advocacy": (advocacies, advocacies.c.id),
    "placement_start": (placement_starts, placement_starts.c.id),
    "home_check": (home_checks, home_checks.c.id),
}
"""Where what the clock must look at is kept, by its noun."""


@dataclass(frozen=True, kw_only=True)
class DueSubject:
    """What the clock must look at: a noun of `SUBJECTS` and its id; a meeting goes by its carer.

    `at` is when it was said to be due, as it was found.
    """

    noun: str
    id: UUID
    at: datetime | None = field(default=None, compare=False)


async def subjects(reader: Reader, at: datetime, limit: int = 32) -> tuple[DueSubject, ...]:
    """Subjects with something due at that instant, the longest due first."""
    parts = (
        select(literal(noun).label("noun"), key.label("id"), table.c.next_due_at.label("at")).where(
            table.c.next_due_at <= at
        )
        for noun, (table, key) in SUBJECTS.items()
    )
    together = union_all(*parts).subquery()
    found = await reader.connection.execute(
        select(together.c.noun, together.c.id, together.c.at)
        .order_by(together.c.at, together.c.noun, together.c.id)
        .limit(limit)
    )
    return tuple(DueSubject(noun=row.noun, id=row.id, at=row.at) for row in found)


async def told_before(reader: Reader, tellings: Iterable[Told]) -> frozenset[Told]:
    """Which of these were told before."""
    return frozenset(await told_at(reader, tellings))


async def told_at(reader: Reader, tellings: Iterable[Told]) -> dict[Told, datetime]:
    """When each of these was told (aware UTC); those that were not are left out."""
    wanted = {(t.rule, t.subject, t.occurrence) for t in tellings}
    if not wanted:
        return {}
    found = await reader.connection.execute(
        select(told.c.rule, told.c.subject, told.c.occurrence, told.c.at).where(
            tuple_(told.c.rule, told.c.subject, told.c.occurrence).in_(wanted)
        )
    )
    return {Told(rule, subject, occurrence): at for rule, subject, occurrence, at in found}


async def tell(writer: Writer, tellings: Iterable[Told]) -> None:
    """Write down what is told; raises a fault where another worker told it meanwhile."""
    rows = [
        {"rule": t.rule, "subject": t.subject, "occurrence": t.occurrence, "at": writer.now}
        for t in tellings
    ]
    if rows:
        await writer.connection.execute(insert(writer.connection, told), rows)


async def look_again(writer: Writer, subject: DueSubject, at: datetime | None) -> None:
    """Where nothing was due after all: when to look at this subject next, None for never.

    Nothing is done where another worker has decided it meanwhile, and set its next instant.
    """
    table, key = SUBJECTS[subject.noun]
    as_found = (key == subject.id) & (table.c.next_due_at == subject.at)
    await writer.connection.execute(update(table).where(as_found).values(next_due_at=at))
