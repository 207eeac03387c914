"""Who decides what, by placement; the list is sealed under the young person's key."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Row, bindparam, select

from fostering.delegated_authority import Agreed, DelegatedAuthority
from storage.database import Reader
from storage.keys import key_of_person
from storage.placement_tables import delegated_authority
from storage.sealing import Forgotten
from storage.spelling import read_text, spell_text

ALL = select(delegated_authority).order_by(delegated_authority.c.placement)
OF_PLACEMENTS = ALL.where(
    delegated_authority.c.placement.in_(bindparam("placements", expanding=True))
)


async def of(reader: Reader, placements: Iterable[UUID]) -> dict[UUID, DelegatedAuthority]:
    """The list of each of these placements, where there is one."""
    wanted = set(placements)
    if not wanted:
        return {}
    found = await reader.connection.execute(OF_PLACEMENTS, {"placements": [*wanted]})
    return await _read(reader, found.all())


async def every(reader: Reader) -> dict[UUID, DelegatedAuthority]:
    """The list of every placement that has one."""
    return await _read(reader, (await reader.connection.execute(ALL)).all())


async def _read(
    reader: Reader, rows: Iterable[Row[tuple[object, ...]]]
) -> dict[UUID, DelegatedAuthority]:
    listed = [*rows]
    await reader.vault.fetch({key_of_person(row.young_person) for row in listed})
    return {row.placement: _authority(reader, row) for row in listed}


def _authority(reader: Reader, row: Row[tuple[object, ...]]) -> DelegatedAuthority:
    agreed: tuple[Agreed, ...] = ()
    try:
        owner = key_of_person(row.young_person)
        sealed = reader.vault.open(owner, place(row.placement), row.sealed).decode()
        agreed = read_text(tuple[Agreed, ...], sealed)
    except Forgotten:
        pass
    return DelegatedAuthority(
        placement=row.placement,
        young_person=row.young_person,
        agreed=agreed,
        version=row.version,
    )


def written(authority: DelegatedAuthority) -> bytes:
    """What is sealed of a list."""
    return spell_text(authority.agreed).encode()


def place(placement: UUID) -> str:
    """What the sealed list of a placement is bound to."""
    return f"delegated_authority.sealed.{placement.hex}"
