"""What events about supervisions and annual reviews do to their tables."""

from collections.abc import Sequence

from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.meetings import ANNUAL_REVIEWS, SUPERVISIONS


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write meetings as they stand after their events."""
    for kept in (SUPERVISIONS, ANNUAL_REVIEWS):
        rows = [
            (change.base, _row(change, kept.columns))
            for change in changes
            if isinstance(change.entity, kept.kind)
        ]
        await write(
            writer,
            kept.table,
            "carer",
            [row for base, row in rows if base is None],
            [(base, row) for base, row in rows if base is not None],
        )


def _row(change: Change, columns: Sequence[str]) -> Row:
    return {
        **{name: getattr(change.entity, name) for name in columns},
        "next_due_at": change.next_due_at,
        "version": change.version,
    }
