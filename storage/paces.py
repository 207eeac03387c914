"""The pace of sending, as the worker who claimed last left it; one worker at a time has it."""

from sqlalchemy import select, update

from storage.database import Writer
from storage.dialects import insert
from storage.trays import marks

PACE = "pace"
UNKNOWN = ""
TAKE = select(marks.c.value).where(marks.c.name == PACE).with_for_update(skip_locked=True)


async def begin(writer: Writer) -> None:
    """Make the row that is passed on; nothing happens where it is there."""
    row = insert(writer.connection, marks).values(name=PACE, value=UNKNOWN)
    await writer.connection.execute(row.on_conflict_do_nothing())


async def take(writer: Writer) -> str | None:
    """What was left, ours until the transaction ends; None while another worker has it.

    Nobody waits for it: whoever does not get it carries what is urgent, and asks again.
    """
    left: str | None = await writer.connection.scalar(TAKE)
    return left


async def leave(writer: Writer, left: str) -> None:
    """Leave it for the next; only for whoever has taken it."""
    await writer.connection.execute(update(marks).where(marks.c.name == PACE).values(value=left))
