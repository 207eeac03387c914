"""Tries: wrong codes of an account, counted so that guessing comes to nothing."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert, select

from storage.database import Reader, Writer
from storage.links import account_hash
from storage.trays import tries


async def count(reader: Reader, door: str, account: str, since: datetime) -> int:
    """How many wrong codes came from this account since then."""
    found = await reader.connection.scalar(
        select(func.count())
        .select_from(tries)
        .where(
            tries.c.door == door,
            tries.c.account_hash == account_hash(reader, door, account),
            tries.c.at > since,
        )
    )
    return found or 0


async def add(writer: Writer, accounts: Sequence[tuple[str, str]]) -> None:
    """Count a wrong code for each of these: (door, account)."""
    if accounts:
        await writer.connection.execute(
            insert(tries),
            [
                {
                    "door": door,
                    "account_hash": account_hash(writer, door, account),
                    "at": writer.now,
                }
                for door, account in accounts
            ],
        )
