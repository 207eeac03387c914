"""Addresses: from a person, the room or a stranger's chat to the chat that a door knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from storage import rooms
from storage.database import Reader
from storage.keys import key_of_person
from storage.sealing import Forgotten
from storage.tables import links

PERSON = "person"
ROOM = "room"
CHAT = "chat"
MAIL = "mail"
BARE = frozenset({CHAT, MAIL})
"""Places that a person stands behind whom we do not know; kept sealed, found by a blind index."""
Address = tuple[str, str]
"""(place, key): ("person", 32 hex digits), ("room", its name), ("chat", a stranger's chat) or
("mail", an e-mail address)."""


LINKS_OF = (
    select(links)
    .where(links.c.person.in_(bindparam("persons", expanding=True)))
    .order_by(links.c.linked_at)
)


@dataclass(frozen=True, kw_only=True)
class Link:
    """The chat of a person at one door; `chat` is the door's own id."""

    person: UUID
    door: str
    chat: str


def column_of(reader: Reader, address: Address) -> str:
    """How an address stands in the tables: what is bare only as its blind index."""
    place, key = address
    match place:
        case "chat" | "mail":
            return reader.vault.hash("address", key).hex()
        case "room":
            return rooms.KEY
    return key


async def chats(reader: Reader, persons: Iterable[UUID]) -> dict[UUID, Link]:
    """The chat of each linked person, the one linked last where there are several doors."""
    wanted = set(persons)
    found = await reader.connection.execute(LINKS_OF, {"persons": [*wanted]})
    rows = found.all()
    await reader.vault.fetch(key_of_person(row.person) for row in rows)
    linked: dict[UUID, Link] = {}
    for row in rows:
        place = link_place(row.door, row.account_hash)
        try:
            chat = reader.vault.open(key_of_person(row.person), place, row.sealed).decode()
        except Forgotten:
            continue
        linked[row.person] = Link(person=row.person, door=row.door, chat=chat)
    return linked


def link_place(door: str, account_hash: bytes) -> str:
    """What the sealed chat of a link is bound to."""
    return f"links.sealed.{door}.{account_hash.hex()}"
