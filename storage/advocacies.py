"""Advocacies as they stand; read for the young person and the provider's people alone."""

from collections.abc import Iterable
from dataclasses import fields
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from fostering.advocacy import Advocacy, AdvocacyState
from storage.columns import columns_of
from storage.database import Reader
from storage.tables import advocacies

COLUMNS = tuple(field.name for field in fields(Advocacy))
LATEST_FIRST = select(advocacies).order_by(advocacies.c.asked_at.desc(), advocacies.c.id)
BY_ID = LATEST_FIRST.where(advocacies.c.id.in_(bindparam("ids", expanding=True)))
OPEN_NOW = LATEST_FIRST.where(advocacies.c.state != AdvocacyState.ENDED)
OPEN_OF = OPEN_NOW.where(advocacies.c.author.in_(bindparam("authors", expanding=True)))


async def load(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, Advocacy]:
    """These advocacies; ids that are none are left out."""
    return await _find(reader, BY_ID, {"ids": [*set(ids)]})


async def open_of(reader: Reader, authors: Iterable[UUID]) -> dict[UUID, Advocacy]:
    """What these young people have asked for and still want."""
    return await _find(reader, OPEN_OF, {"authors": [*set(authors)]})


async def open_now(reader: Reader) -> dict[UUID, Advocacy]:
    """Every one that goes on, the latest first; for scenes of the provider's people alone."""
    return await _find(reader, OPEN_NOW, {})


async def by_letter(reader: Reader, letter: bytes) -> Advocacy | None:
    """The one whose letter holds the link of this hash; for our own page alone."""
    there = await _find(reader, OPEN_NOW, {})
    return next((a for a in there.values() if a.letter and a.letter.token_hash == letter), None)


async def _find(
    reader: Reader, wanted: Select[tuple[object, ...]], given: dict[str, object]
) -> dict[UUID, Advocacy]:
    rows = await reader.connection.execute(wanted, given)
    return {row.id: Advocacy(**columns_of(row, COLUMNS)) for row in rows}
