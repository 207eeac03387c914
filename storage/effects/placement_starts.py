"""What events about the start of a placement do to its table."""

from collections.abc import Sequence
from datetime import datetime

from fostering.placement_start import PlacementStart
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.keys import key_of_person
from storage.placement_starts import COLUMNS, place, written
from storage.placement_tables import placement_starts


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write starts as they stand after their events; an import has made them."""
    found = [(c, c.entity) for c in changes if isinstance(c.entity, PlacementStart)]
    if not found:
        return
    await writer.vault.make({key_of_person(s.young_person) for _, s in found}, writer.now)
    changed = [
        (change.base or 0, row(writer, start, change.version, change.next_due_at))
        for change, start in found
    ]
    await write(writer, placement_starts, "id", [], changed)


def row(writer: Writer, start: PlacementStart, version: int, due_at: datetime | None) -> Row:
    """A start as it stands in the table."""
    owner = key_of_person(start.young_person)
    return {
        **{name: getattr(start, name) for name in COLUMNS},
        "sealed": writer.vault.seal(owner, place(start.id), written(start)),
        "next_due_at": due_at,
        "version": version,
    }
