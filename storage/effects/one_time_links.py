"""What events about one-time links do to their table."""

from collections.abc import Sequence
from dataclasses import fields

from fostering.one_time_links import OneTimeLink
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.tables import one_time_links

COLUMNS = tuple(field.name for field in fields(OneTimeLink))


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write the links as they stand after their events; of a token only its hash is there."""
    rows: list[tuple[int | None, Row]] = [
        (
            change.base,
            {
                **{name: getattr(change.entity, name) for name in COLUMNS},
                "version": change.version,
            },
        )
        for change in changes
        if isinstance(change.entity, OneTimeLink)
    ]
    await write(
        writer,
        one_time_links,
        "id",
        [row for base, row in rows if base is None],
        [(base, row) for base, row in rows if base is not None],
    )
