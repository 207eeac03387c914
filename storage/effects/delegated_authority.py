"""What events about delegated authority do to its table."""

from collections.abc import Sequence

from fostering.delegated_authority import DelegatedAuthority
from storage.changes import Change
from storage.database import Writer
from storage.delegated_authority import place, written
from storage.effects.writing import Row, write
from storage.keys import key_of_person
from storage.placement_tables import delegated_authority


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write the lists as they stand after their events."""
    found = [(c, c.entity) for c in changes if isinstance(c.entity, DelegatedAuthority)]
    if not found:
        return
    await writer.vault.make({key_of_person(a.young_person) for _, a in found}, writer.now)
    rows = [(change.base, row(writer, entity, change.version)) for change, entity in found]
    await write(
        writer,
        delegated_authority,
        "placement",
        [row for base, row in rows if base is None],
        [(base, row) for base, row in rows if base is not None],
    )


def row(writer: Writer, authority: DelegatedAuthority, version: int) -> Row:
    """A list as it stands in the table."""
    owner = key_of_person(authority.young_person)
    return {
        "placement": authority.placement,
        "young_person": authority.young_person,
        "sealed": writer.vault.seal(owner, place(authority.placement), written(authority)),
        "version": version,
    }
