"""Writes the rows of one noun: new ones, and old ones only where the version is still the base."""

from collections.abc import Mapping, Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Insert, Select, Table, Update, bindparam, insert, select, update

from storage.database import Writer

Row = Mapping[str, object]


class VersionMoved(Exception):
    """A row was not at the version that had just been locked."""


async def versions(writer: Writer, table: Table, key: str, ids: set[UUID]) -> dict[UUID, int]:
    """The version of each of these rows, held until the transaction ends."""
    if not ids:
        return {}
    found = await writer.connection.execute(_versions(table, key), {"ids": [*ids]})
    return {id: version for id, version in found}


@cache
def _versions(table: Table, key: str) -> Select[UUID, int]:
    return (
        select(table.c[key], table.c.version)
        .where(table.c[key].in_(bindparam("ids", expanding=True)))
        .order_by(table.c[key])
        .with_for_update()
    )


async def write(
    writer: Writer, table: Table, key: str, new: Sequence[Row], changed: Sequence[tuple[int, Row]]
) -> None:
    """Insert the new rows; update the changed ones, each given with its base version."""
    if new:
        await writer.connection.execute(_new(table), [dict(row) for row in new])
    if not changed:
        return
    columns = tuple(name for name in changed[0][1] if name != key)
    done = await writer.connection.execute(
        _changed(table, key, columns),
        [
            {"this_id": row[key], "base": base, **{f"new_{name}": row[name] for name in columns}}
            for base, row in changed
        ],
    )
    if done.rowcount != len(changed):
        raise VersionMoved


@cache
def _new(table: Table) -> Insert:
    return insert(table)


@cache
def _changed(table: Table, key: str, columns: tuple[str, ...]) -> Update:
    return (
        update(table)
        .where(table.c[key] == bindparam("this_id"), table.c.version == bindparam("base"))
        .values({name: bindparam(f"new_{name}") for name in columns})
    )
