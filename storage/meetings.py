"""Meetings as they stand, supervisions and annual reviews: one row of each for each carer."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Generic
from uuid import UUID

from sqlalchemy import BindParameter, Select, Table, bindparam, or_, select

from fostering.annual_review import AnnualReview
from fostering.meeting import M
from fostering.people import Standing
from fostering.supervision import Supervision
from storage.columns import columns_of
from storage.database import Reader
from storage.tables import annual_reviews, households, people, supervisions

WORKERS: BindParameter[UUID] = bindparam("workers", expanding=True)
HOMES = select(households.c.id).where(households.c.supervising_social_worker.in_(WORKERS))
MEMBERS = select(people.c.id).where(people.c.household.in_(HOMES), people.c.active)
"""Only carers have meetings. Asked for here, SQLite would walk through all carers there are."""
ACTIVE = select(people.c.id).where(people.c.standing == Standing.CARER, people.c.active)


class Meetings(Generic[M]):
    """The rows of one sort of meeting."""

    def __init__(self, kind: type[M], table: Table) -> None:
        self.kind = kind
        self.table = table
        self.columns = tuple(field.name for field in fields(kind))
        self._by_carer = select(table).order_by(table.c.carer)
        self._of_carers = self._by_carer.where(
            table.c.carer.in_(bindparam("carers", expanding=True))
        )
        self.of_workers = self._by_carer.where(
            or_(table.c.worker.in_(WORKERS), table.c.carer.in_(MEMBERS))
        )
        self._active = self._by_carer.where(table.c.carer.in_(ACTIVE))

    async def of(self, reader: Reader, carers: Iterable[UUID]) -> dict[UUID, M]:
        """The meeting of each of these carers."""
        return await self._find(reader, self._of_carers, {"carers": [*set(carers)]})

    async def with_workers(self, reader: Reader, workers: Iterable[UUID]) -> dict[UUID, M]:
        """The meetings that these workers hold or whose households are theirs, by carer."""
        return await self._find(reader, self.of_workers, {"workers": [*set(workers)]})

    async def of_everybody(self, reader: Reader) -> dict[UUID, M]:
        """The meeting of every carer who is active."""
        return await self._find(reader, self._active, {})

    async def _find(
        self, reader: Reader, wanted: Select[tuple[object, ...]], given: dict[str, object]
    ) -> dict[UUID, M]:
        rows = await reader.connection.execute(wanted, given)
        return {row.carer: self.kind(**columns_of(row, self.columns)) for row in rows}


SUPERVISIONS = Meetings(Supervision, supervisions)
ANNUAL_REVIEWS = Meetings(AnnualReview, annual_reviews)
