"""What lies ahead of a story: the next instant at which the database holds something to do."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select, union_all

from storage.database import Database
from storage.placement_tables import home_checks, placement_starts
from storage.tables import advocacies, annual_reviews, drafts, people, requests, supervisions
from storage.trays import inbox, outbox

OPEN = inbox.c.state == "open"
WAITING = outbox.c.state == "waiting"
SENDING = outbox.c.state == "sending"
INSTANTS: tuple[tuple[ColumnElement[datetime], ColumnElement[bool] | None], ...] = (
    (requests.c.next_due_at, None),
    (drafts.c.next_due_at, None),
    (supervisions.c.next_due_at, None),
    (annual_reviews.c.next_due_at, None),
    (people.c.next_due_at, None),
    (advocacies.c.next_due_at, None),
    (placement_starts.c.next_due_at, None),
    (home_checks.c.next_due_at, None),
    (inbox.c.not_before, OPEN),
    (inbox.c.lease_until, OPEN),
    (outbox.c.not_before, WAITING),
    (outbox.c.lease_until, SENDING),
)
"""Every instant that the service waits for, and of which rows."""


async def next_instant(database: Database, after: datetime) -> datetime | None:
    """The first instant after this one that the service waits for (aware UTC); None: nothing."""
    parts = [_of(instant, rows).where(instant > after) for instant, rows in INSTANTS]
    async with database.reading() as reader:
        found = await reader.connection.scalars(union_all(*parts))
        return min((at for at in found if at is not None), default=None)


async def something_waits(database: Database, at: datetime) -> bool:
    """Whether something has come to its instant already and is not done."""
    parts = [_of(instant, rows).where(instant <= at) for instant, rows in INSTANTS]
    async with database.reading() as reader:
        return any((await reader.connection.scalars(union_all(*parts))).all())


def _of(instant: ColumnElement[datetime], rows: ColumnElement[bool] | None) -> Select[datetime]:
    chosen = select(func.min(instant))
    return chosen if rows is None else chosen.where(rows)
