"""Pauses: while one lasts nothing is decided, nothing falls due and nothing but alarms is sent.

A restored backup begins in one, for it is older than what people know. The copy that
`hearthline backup` makes of SQLite carries the mark; PostgreSQL is known by its place, which a
dump does not bring along.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, exists, select, text

from storage import marks
from storage.dialects import POSTGRESQL, stands_as
from storage.trays import marks as table
from storage.trays import outbox

if TYPE_CHECKING:
    from storage.database import Reader, Writer

PAUSED, RESTORED, PLACE = "paused", "restored_at", "place"
ALARMS = -1
"""The lane of alarms to whoever runs the service: they alone go out."""
WHERE = (
    "SELECT concat_ws(':', (SELECT system_identifier FROM pg_control_system()),"
    " (SELECT oid FROM pg_database WHERE datname = current_database()), 'outbox'::regclass::oid)"
)
"""The server, the database and the table by the numbers PostgreSQL gave them when it made them."""


def may_go() -> ColumnElement[bool]:
    """Whether a row of the outbox may be sent at this moment: an alarm always may."""
    lasting = exists(select(table.c.name).where(stands_as(table.c.name, PAUSED)))
    return (outbox.c.lane <= ALARMS) | ~lasting


async def since(reader: Reader) -> datetime | None:
    """Since when a pause lasts (aware UTC); None where there is none."""
    return _read(await marks.read(reader, PAUSED))


async def restored_at(reader: Reader) -> datetime | None:
    """What this database held at that instant was restored from a backup; None if it never was."""
    return _read(await marks.read(reader, RESTORED))


async def begin(writer: Writer) -> bool:
    """Begin a pause; False where one lasts already."""
    if await since(writer) is not None:
        return False
    await marks.write(writer, PAUSED, writer.clock.lease_now().isoformat())
    return True


async def begin_restored(writer: Writer) -> None:
    """Begin the pause of a restored backup."""
    at = writer.clock.lease_now()
    for name in (PAUSED, RESTORED):
        await marks.write(writer, name, at.isoformat())


async def look_whether_restored(writer: Writer) -> bool:
    """Whether PostgreSQL holds a restored dump that nobody has run on yet; begins its pause then.

    The first look only notes the place.
    """
    if writer.dialect != POSTGRESQL:
        return False
    before, now = await marks.read(writer, PLACE), await _place(writer)
    if before != now:
        await marks.write(writer, PLACE, now)
    if before in (None, now):
        return False
    await begin_restored(writer)
    return True


async def _place(writer: Writer) -> str:
    return str(await writer.connection.scalar(text(WHERE)))


def _read(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
