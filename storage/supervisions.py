"""Supervisions as they stand: one row for each carer."""

from collections.abc import Iterable
from dataclasses import fields
from uuid import UUID

from sqlalchemy import ColumnElement, select

from fostering.supervision import Supervision
from storage.database import Reader
from storage.tables import supervisions

COLUMNS = tuple(field.name for field in fields(Supervision))


async def of(reader: Reader, carers: Iterable[UUID]) -> dict[UUID, Supervision]:
    """The supervision of each of these carers."""
    return await _find(reader, supervisions.c.carer.in_(set(carers)))


async def with_worker(reader: Reader, worker: UUID) -> dict[UUID, Supervision]:
    """The supervisions that this worker holds, by carer."""
    return await _find(reader, supervisions.c.worker == worker)


async def _find(reader: Reader, where: ColumnElement[bool]) -> dict[UUID, Supervision]:
    rows = await reader.connection.execute(
        select(supervisions).where(where).order_by(supervisions.c.carer)
    )
    return {
        row.carer: Supervision(**{name: row._mapping[name] for name in COLUMNS}) for row in rows
    }
