"""Households in private process, as they stand, and which are in one now."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Row, select

from fostering.private_home_states import PrivateHome
from storage.columns import columns_of
from storage.database import Reader
from storage.placement_tables import private_homes

TABLE = private_homes

COLUMNS = tuple(field.name for field in fields(PrivateHome))
BESIDE = {name: f"process_{name}" for name in COLUMNS}
JOINED = tuple(private_homes.c[name].label(beside) for name, beside in BESIDE.items())
"""Its columns as they stand beside those of its household."""
RUNNING = (
    select(private_homes)
    .where(private_homes.c.ended_at.is_(None))
    .order_by(private_homes.c.since, private_homes.c.id)
)


async def running(reader: Reader) -> tuple[PrivateHome, ...]:
    """Every household that is in private process now, the oldest first."""
    rows = await reader.connection.execute(RUNNING)
    return tuple(PrivateHome(**columns_of(row, COLUMNS)) for row in rows)


def beside(row: Row[Any]) -> PrivateHome | None:
    """The private process of the household in this row; None where it never was in one."""
    found = columns_of(row, BESIDE.values())
    if found[BESIDE["id"]] is None:
        return None
    return PrivateHome(**{name: found[place] for name, place in BESIDE.items()})
