"""Supervisions as they stand: one row for each carer."""

from collections.abc import Iterable
from dataclasses import fields
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, or_, select

from fostering.people import Standing
from fostering.supervision import Supervision
from storage.columns import columns_of
from storage.database import Reader
from storage.tables import households, people, supervisions

COLUMNS = tuple(field.name for field in fields(Supervision))
BY_CARER = select(supervisions).order_by(supervisions.c.carer)
OF_CARERS = BY_CARER.where(supervisions.c.carer.in_(bindparam("carers", expanding=True)))
WORKERS: BindParameter[UUID] = bindparam("workers", expanding=True)
HOMES = select(households.c.id).where(households.c.supervising_social_worker.in_(WORKERS))
CARERS = select(people.c.id).where(
    people.c.household.in_(HOMES), people.c.standing == Standing.CARER, people.c.active
)
OF_WORKERS = BY_CARER.where(
    or_(supervisions.c.worker.in_(WORKERS), supervisions.c.carer.in_(CARERS))
)


async def of(reader: Reader, carers: Iterable[UUID]) -> dict[UUID, Supervision]:
    """The supervision of each of these carers."""
    return await _find(reader, OF_CARERS, {"carers": [*set(carers)]})


async def with_workers(reader: Reader, workers: Iterable[UUID]) -> dict[UUID, Supervision]:
    """The supervisions that these workers hold or whose households are theirs, by carer."""
    return await _find(reader, OF_WORKERS, {"workers": [*set(workers)]})


async def _find(
    reader: Reader, wanted: Select[tuple[object, ...]], given: dict[str, object]
) -> dict[UUID, Supervision]:
    rows = await reader.connection.execute(wanted, given)
    return {row.carer: Supervision(**columns_of(row, COLUMNS)) for row in rows}
