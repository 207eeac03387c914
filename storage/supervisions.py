"""Supervisions as they stand: one row for each carer."""

from collections.abc import Iterable
from dataclasses import fields
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from fostering.supervision import Supervision
from storage.columns import columns_of
from storage.database import Reader
from storage.tables import supervisions

COLUMNS = tuple(field.name for field in fields(Supervision))
BY_CARER = select(supervisions).order_by(supervisions.c.carer)
OF_CARERS = BY_CARER.where(supervisions.c.carer.in_(bindparam("carers", expanding=True)))
OF_WORKER = BY_CARER.where(supervisions.c.worker == bindparam("of_worker"))


async def of(reader: Reader, carers: Iterable[UUID]) -> dict[UUID, Supervision]:
    """The supervision of each of these carers."""
    return await _find(reader, OF_CARERS, {"carers": [*set(carers)]})


async def with_worker(reader: Reader, worker: UUID) -> dict[UUID, Supervision]:
    """The supervisions that this worker holds, by carer."""
    return await _find(reader, OF_WORKER, {"of_worker": worker})


async def _find(
    reader: Reader, wanted: Select[tuple[object, ...]], given: dict[str, object]
) -> dict[UUID, Supervision]:
    rows = await reader.connection.execute(wanted, given)
    return {row.carer: Supervision(**columns_of(row, COLUMNS)) for row in rows}
