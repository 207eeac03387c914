"""What keeping and dropping do to the table of drafts."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, delete

from storage.changes import Kept
from storage.database import Writer
from storage.drafts import CLEAR, place, written
from storage.effects.writing import Row, write
from storage.keys import key_of_person
from storage.tables import drafts

GONE = delete(drafts).where(drafts.c.id.in_(bindparam("ids", expanding=True)))


async def drop(writer: Writer, ids: Sequence[UUID]) -> None:
    """Take drafts away; they go before new ones come, a person has one draft of a form."""
    if ids:
        await writer.connection.execute(GONE, {"ids": [*ids]})


async def keep(writer: Writer, kept: Sequence[Kept]) -> None:
    """Write drafts as they stand."""
    if not kept:
        return
    await writer.vault.make({key_of_person(k.draft.person) for k in kept}, writer.now)
    rows = [(k.base, _row(writer, k)) for k in kept]
    await write(
        writer,
        drafts,
        "id",
        [row for base, row in rows if base is None],
        [(base, row) for base, row in rows if base is not None],
    )


def _row(writer: Writer, kept: Kept) -> Row:
    draft = kept.draft
    return {
        **{name: getattr(draft, name) for name in CLEAR},
        "sealed": writer.vault.seal(key_of_person(draft.person), place(draft.id), written(draft)),
        "next_due_at": kept.next_due_at,
        "version": (kept.base or 0) + 1,
    }
