"""The room: the out-of-hours team's group, at most one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from fostering.events import RoomConnected, RoomMoved
from storage.database import Reader, Writer
from storage.dialects import insert
from storage.keys import SERVICE
from storage.tables import rooms

KEY = "out_of_hours"
THE_ROOM = select(rooms).where(rooms.c.key == KEY)


@dataclass(frozen=True, kw_only=True)
class Room:
    """A connected group; `chat` is the door's own id."""

    key: str
    door: str
    chat: str


async def connected(reader: Reader) -> Room | None:
    """The connected group, if there is one."""
    row = (await reader.connection.execute(THE_ROOM)).first()
    if row is None:
        return None
    chat = reader.vault.open(SERVICE, _place(row.key), row.sealed).decode()
    return Room(key=row.key, door=row.door, chat=chat)


async def connect(writer: Writer, events: Sequence[RoomConnected | RoomMoved]) -> None:
    """Make the group of the last of these events the connected one."""
    for event in events[-1:]:
        row = insert(writer.connection, rooms).values(
            key=KEY,
            door=event.door,
            chat_hash=writer.vault.hash("chat", f"{event.door}:{event.room}"),
            sealed=writer.vault.seal(SERVICE, _place(KEY), event.room.encode()),
            connected_at=event.at,
        )
        changed = {name: row.excluded[name] for name in ("door", "chat_hash", "sealed")}
        await writer.connection.execute(
            row.on_conflict_do_update(
                index_elements=["key"],
                set_={**changed, "connected_at": row.excluded.connected_at},
            )
        )


def _place(key: str) -> str:
    return f"rooms.sealed.{key}"
