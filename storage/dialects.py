"""Where SQLite and PostgreSQL differ in what we say to them."""

from collections.abc import Iterable
from typing import cast

from sqlalchemy import ColumnElement, String, Table, literal_column, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

SQLITE = "sqlite"
POSTGRESQL = "postgresql"


def insert(to: AsyncConnection | str, table: Table) -> postgresql.Insert:
    """An INSERT that knows ON CONFLICT; both databases understand the same words.

    `to` is the connection, or the name of its dialect.
    """
    if (to if isinstance(to, str) else to.dialect.name) == POSTGRESQL:
        return postgresql.insert(table)
    return cast(postgresql.Insert, sqlite.insert(table))


def stands_as(column: ColumnElement[str], *values: str) -> ColumnElement[bool]:
    """Whether a column holds one of these words of ours, spelt out in the statement itself.

    Behind a bound value SQLite cannot see that an index of some rows only holds all it looks for,
    and it reads the whole table instead.
    """
    words = [literal_column(f"'{value}'", String) for value in values]
    return column == words[0] if len(words) == 1 else column.in_(words)


async def lock_in_order(connection: AsyncConnection, hashes: Iterable[bytes]) -> None:
    """Hold these keys until the transaction ends, always taken in the same order.

    SQLite has one writer, so it needs none.
    """
    if connection.dialect.name != POSTGRESQL:
        return
    numbers = sorted({int.from_bytes(part[:8], "big", signed=True) for part in hashes})
    if numbers:
        await connection.execute(
            text("SELECT pg_advisory_xact_lock(n) FROM unnest(CAST(:keys AS bigint[])) AS n"),
            {"keys": numbers},
        )
