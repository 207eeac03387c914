"""Marks: small values of the service itself, by name, such as how far the demo's clock is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.dialects import insert
from storage.trays import marks

if TYPE_CHECKING:
    from storage.database import Reader, Writer


async def read(reader: Reader, name: str) -> str | None:
    """The value of a mark; None where it was never set."""
    found: str | None = await reader.connection.scalar(
        select(marks.c.value).where(marks.c.name == name)
    )
    return found


async def write(writer: Writer, name: str, value: str) -> None:
    """Set a mark."""
    row = insert(writer.connection, marks).values(name=name, value=value)
    await writer.connection.execute(
        row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value})
    )
