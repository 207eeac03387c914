"""What events about private homes do to their table."""

from collections.abc import Sequence

from fostering.private_home_states import PrivateHome
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.placement_tables import private_homes
from storage.private_homes import COLUMNS


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write private homes as they stand after their events."""
    rows = [
        (change.base, _row(change, change.entity))
        for change in changes
        if isinstance(change.entity, PrivateHome)
    ]
    await write(
        writer,
        private_homes,
        "id",
        [row for base, row in rows if base is None],
        [(base, row) for base, row in rows if base is not None],
    )


def _row(change: Change, home: PrivateHome) -> Row:
    return {**{name: getattr(home, name) for name in COLUMNS}, "version": change.version}
