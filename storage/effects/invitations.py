"""What events about invitations do to their table."""

from collections.abc import Sequence
from dataclasses import fields

from fostering.invitations import Invitation
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.tables import invitations

COLUMNS = tuple(field.name for field in fields(Invitation))


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write invitations as they stand after their events; only hashes of their codes are there."""
    rows: list[tuple[int | None, Row]] = [
        (
            change.base,
            {
                **{name: getattr(change.entity, name) for name in COLUMNS},
                "version": change.version,
            },
        )
        for change in changes
        if isinstance(change.entity, Invitation)
    ]
    await write(
        writer,
        invitations,
        "id",
        [row for base, row in rows if base is None],
        [(base, row) for base, row in rows if base is not None],
    )
