"""What events about advocacies do to their table."""

from collections.abc import Sequence

from fostering.advocacy import Advocacy
from storage.advocacies import COLUMNS
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.tables import advocacies


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write advocacies as they stand after their events."""
    rows = [
        (change.base, _row(change, change.entity))
        for change in changes
        if isinstance(change.entity, Advocacy)
    ]
    await write(
        writer,
        advocacies,
        "id",
        [row for base, row in rows if base is None],
        [(base, row) for base, row in rows if base is not None],
    )


def _row(change: Change, advocacy: Advocacy) -> Row:
    return {
        **{name: getattr(advocacy, name) for name in COLUMNS},
        "next_due_at": change.next_due_at,
        "version": change.version,
    }
