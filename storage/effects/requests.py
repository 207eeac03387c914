"""What events about requests do to their table."""

from collections.abc import Sequence

from fostering.request_states import Request
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import Row, write
from storage.keys import key_of_person
from storage.requests import COLUMNS, kind_place
from storage.tables import requests


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write requests as they stand after their events; the kind is a personal word."""
    found = [(c, c.entity) for c in changes if isinstance(c.entity, Request)]
    if not found:
        return
    await writer.vault.make({key_of_person(r.author) for _, r in found}, writer.now)
    rows = [(change.base, _row(writer, change, request)) for change, request in found]
    await write(
        writer,
        requests,
        "id",
        [row for base, row in rows if base is None],
        [(base, row) for base, row in rows if base is not None],
    )


def _row(writer: Writer, change: Change, request: Request) -> Row:
    place = kind_place(request.id)
    return {
        **{name: getattr(request, name) for name in COLUMNS},
        "sealed_kind": writer.vault.seal(
            key_of_person(request.author), place, request.kind.encode()
        ),
        "next_due_at": change.next_due_at,
        "version": change.version,
    }
