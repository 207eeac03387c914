"""What events about the quarterly question do to its table."""

from collections.abc import Sequence
from datetime import datetime

from fostering.home_check import HomeCheck
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.home_checks import COLUMNS
from storage.placement_tables import home_checks


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write the questions as they stand after their events; an import has made them."""
    changed = [
        (change.base or 0, row(change.entity, change.version, change.next_due_at))
        for change in changes
        if isinstance(change.entity, HomeCheck)
    ]
    await write(writer, home_checks, "id", [], changed)


def row(check: HomeCheck, version: int, due_at: datetime | None) -> Row:
    """A question as it stands in the table."""
    return {
        **{name: getattr(check, name) for name in COLUMNS},
        "next_due_at": due_at,
        "version": version,
    }
