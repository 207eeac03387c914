"""Invitations, found by their codes, of which only keyed hashes are kept."""

from sqlalchemy import or_, select

from fostering.invitations import Invitation, read_spoken_code
from storage.columns import columns_of
from storage.database import Database, Reader
from storage.effects.invitations import COLUMNS
from storage.tables import invitations


def hash_of(where: Reader | Database, code: str) -> bytes:
    """The keyed hash of a code, as it was made; for look-ups and for new invitations."""
    return where.hash("invitation", code) if isinstance(where, Database) else _hash(where, code)


async def by_code(reader: Reader, code: str) -> Invitation | None:
    """The invitation of a link's code or of a spoken one, whatever its case and spaces."""
    wanted = [_hash(reader, code.strip())]
    spoken = read_spoken_code(code)
    if spoken is not None:
        wanted.append(_hash(reader, spoken))
    found = await reader.connection.execute(
        select(invitations).where(
            or_(invitations.c.link_hash.in_(wanted), invitations.c.spoken_hash.in_(wanted))
        )
    )
    row = found.first()
    return None if row is None else Invitation(**columns_of(row, COLUMNS))


def _hash(reader: Reader, code: str) -> bytes:
    return reader.vault.hash("invitation", code)
