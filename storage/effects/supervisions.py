"""What events about supervisions do to their table."""

from collections.abc import Sequence

from fostering.supervision import Supervision
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.supervisions import COLUMNS
from storage.tables import supervisions


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write supervisions as they stand after their events."""
    rows = [
        (change.base, _row(change, change.entity))
        for change in changes
        if isinstance(change.entity, Supervision)
    ]
    await write(
        writer,
        supervisions,
        "carer",
        [row for base, row in rows if base is None],
        [(base, row) for base, row in rows if base is not None],
    )


def _row(change: Change, supervision: Supervision) -> Row:
    return {
        **{name: getattr(supervision, name) for name in COLUMNS},
        "next_due_at": change.next_due_at,
        "version": change.version,
    }
