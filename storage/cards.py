"""Cards: which message of a chat shows which card at present."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import Insert

from storage import messages, rooms
from storage.addresses import Address, chats, column_of
from storage.database import Reader, Writer
from storage.dialects import insert
from storage.trays import cards

FOUND_BY = ("place", "address", "card", "message")
AT_ADDRESSES = (
    select(cards.c.address, cards.c.card, cards.c.message)
    .where(
        cards.c.place == bindparam("at_place"),
        cards.c.address.in_(bindparam("addresses", expanding=True)),
    )
    .order_by(cards.c.shown_at, cards.c.message)
)
SHOWN_BEFORE = delete(cards).where(
    cards.c.place == bindparam("of_place"),
    cards.c.address == bindparam("of_address"),
    cards.c.message == bindparam("of_message"),
    cards.c.card != bindparam("of_card"),
)


@dataclass(frozen=True, kw_only=True)
class Adopted:
    """From now on this message shows this card at this address."""

    place: str
    key: str
    card: str
    message: str


async def shown(reader: Reader, addresses: Sequence[Address]) -> dict[Address, dict[str, str]]:
    """The message of each card at these addresses; the card shown last stands last."""
    found: dict[Address, dict[str, str]] = {address: {} for address in addresses}
    for place in sorted({place for place, _ in found}):
        keys = {column_of(reader, (place, key)): key for named, key in found if named == place}
        rows = await reader.connection.execute(
            AT_ADDRESSES, {"at_place": place, "addresses": [*keys]}
        )
        for address, card, message in rows:
            found[place, keys[address]][card] = message
    return found


async def adopt(writer: Writer, adopted: Sequence[Adopted]) -> None:
    """Let these messages show these cards from now on."""
    at = writer.clock.lease_now()
    newest = {
        (a.place, column_of(writer, (a.place, a.key)), a.card): a.message for a in adopted if a.card
    }
    if not newest:
        return
    rows = [
        {"place": place, "address": address, "card": card, "message": message, "shown_at": at}
        for (place, address, card), message in newest.items()
    ]
    await writer.connection.execute(_show(writer.dialect), rows)
    # A message shows one card: what it showed before would be drawn over what stands there now.
    await writer.connection.execute(
        SHOWN_BEFORE, [{f"of_{name}": row[name] for name in FOUND_BY} for row in rows]
    )


@cache
def _show(dialect: str) -> Insert:
    line = insert(dialect, cards)
    return line.on_conflict_do_update(
        index_elements=["place", "address", "card"],
        set_={"message": line.excluded.message, "shown_at": line.excluded.shown_at},
    )


async def forget(writer: Writer, place: str, key: str, gone: Sequence[str]) -> None:
    """These messages show nothing any more: they were removed."""
    await writer.connection.execute(
        delete(cards).where(
            cards.c.place == place,
            cards.c.address == column_of(writer, (place, key)),
            cards.c.message.in_(gone),
        )
    )
    where = await _chat(writer, place, key)
    if where is not None:
        await messages.forget_removed(writer, *where, gone)


async def young_messages(reader: Reader, place: str, key: str) -> tuple[str, ...]:
    """The messages at this address, in both directions, that can still be removed."""
    where = await _chat(reader, place, key)
    return () if where is None else await messages.young(reader, *where)


async def _chat(reader: Reader, place: str, key: str) -> tuple[str, str] | None:
    match place:
        case "person":
            link = (await chats(reader, [UUID(hex=key)])).get(UUID(hex=key))
            return None if link is None else (link.door, link.chat)
        case "room":
            room = await rooms.connected(reader)
            return None if room is None else (room.door, room.chat)
    return "telegram", key
