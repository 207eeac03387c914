"""One-time links, found by their tokens, of which only keyed hashes are kept."""

import secrets
from datetime import timedelta

from sqlalchemy import delete, select

from fostering.one_time_links import OneTimeLink
from storage.database import Database, Reader, Writer
from storage.effects.one_time_links import COLUMNS
from storage.tables import one_time_links

TOKEN_BYTES = 32
LONGEST_TOKEN = 43
"""Letters that 32 bytes take in an address; anything longer was not made here."""
KEPT = timedelta(days=7)
"""How long after its end a link is still known; what was opened stays in the chronology."""


def fresh_token() -> str:
    """A new token: 256 bits of chance, as text for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(where: Reader | Database, token: str) -> bytes:
    """The keyed hash of a token, as it is kept."""
    return _hash(where, "one_time_link", token)


def form_proof(where: Reader | Database, token: str) -> str:
    """What the form of a link sends back: only our own form of this very link knows it (CSRF)."""
    return _hash(where, "one_time_form", token).hex()


def answer_proof(where: Reader | Database, token: str) -> str:
    """What the form of an opened letter sends back; only who has opened it knows it."""
    return _hash(where, "one_time_answer", token).hex()


async def by_token(reader: Reader, token: str) -> OneTimeLink | None:
    """The link of a token, whether it can still be opened or not."""
    if len(token) != LONGEST_TOKEN:
        return None
    found = await reader.connection.execute(
        select(one_time_links).where(one_time_links.c.token_hash == hash_of(reader, token))
    )
    row = found.first()
    return None if row is None else OneTimeLink(**{name: row._mapping[name] for name in COLUMNS})


async def forget_old(writer: Writer) -> None:
    """Take away what ended long ago."""
    ended = one_time_links.c.expires_at < writer.now - KEPT
    await writer.connection.execute(delete(one_time_links).where(ended))


def _hash(where: Reader | Database, use: str, token: str) -> bytes:
    return where.hash(use, token) if isinstance(where, Database) else where.vault.hash(use, token)
