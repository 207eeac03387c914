"""The quarterly question to each household, as it stands."""

from collections.abc import Iterable
from dataclasses import fields
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from fostering.home_check import HomeCheck
from storage.columns import columns_of
from storage.database import Reader
from storage.placement_tables import home_checks

COLUMNS = tuple(field.name for field in fields(HomeCheck))
ALL = select(home_checks).order_by(home_checks.c.id)
BY_ID = ALL.where(home_checks.c.id.in_(bindparam("ids", expanding=True)))


async def load(reader: Reader, households: Iterable[UUID]) -> dict[UUID, HomeCheck]:
    """The question to each of these households, where it is counted already."""
    return await _find(reader, BY_ID, {"ids": [*set(households)]})


async def every(reader: Reader) -> dict[UUID, HomeCheck]:
    """The question to every household."""
    return await _find(reader, ALL, {})


async def _find(
    reader: Reader, wanted: Select[tuple[object, ...]], given: dict[str, object]
) -> dict[UUID, HomeCheck]:
    rows = await reader.connection.execute(wanted, given)
    return {row.id: HomeCheck(**columns_of(row, COLUMNS)) for row in rows}
