"""Which messages stand in a chat, in both directions, so that *Hide this* can take them away."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import Insert

from storage.database import Reader, Writer
from storage.dialects import insert
from storage.trays import messages

REMOVABLE = timedelta(hours=48)
"""Telegram lets a bot remove messages that are younger than this."""


async def keep(writer: Writer, found: Sequence[tuple[str, str, str]]) -> None:
    """Remember messages: (door, chat, message id)."""
    if not found:
        return
    at = writer.clock.lease_now()
    rows = [
        {"door": door, "chat_hash": chat_hash(writer, door, chat), "message": message, "at": at}
        for door, chat, message in dict.fromkeys(found)
    ]
    await writer.connection.execute(_keep(writer.dialect), rows)


@cache
def _keep(dialect: str) -> Insert:
    return insert(dialect, messages).on_conflict_do_nothing()


async def young(reader: Reader, door: str, chat: str) -> tuple[str, ...]:
    """The messages of a chat that can still be removed, oldest first."""
    found = await reader.connection.scalars(
        select(messages.c.message)
        .where(
            messages.c.door == door,
            messages.c.chat_hash == chat_hash(reader, door, chat),
            messages.c.at > reader.clock.lease_now() - REMOVABLE,
        )
        .order_by(messages.c.at, messages.c.message)
    )
    return tuple(found)


async def forget_old(writer: Writer) -> None:
    """Forget messages that can no longer be removed."""
    await writer.connection.execute(
        delete(messages).where(messages.c.at <= writer.clock.lease_now() - REMOVABLE)
    )


async def forget_removed(writer: Writer, door: str, chat: str, gone: Sequence[str]) -> None:
    """Forget messages that were removed."""
    await writer.connection.execute(
        delete(messages).where(
            messages.c.door == door,
            messages.c.chat_hash == chat_hash(writer, door, chat),
            messages.c.message.in_(gone),
        )
    )


def chat_hash(reader: Reader, door: str, chat: str) -> bytes:
    """The blind index of a chat."""
    return reader.vault.hash("chat", f"{door}:{chat}")
