"""Putting screens into the outbox, sealed; of a card only the newest waiting version is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, FromClause, bindparam, select, update
from sqlalchemy.dialects.postgresql import Insert

from storage.addresses import BARE, Address, column_of
from storage.database import Writer
from storage.dialects import insert, lock_in_order, stands_as
from storage.keys import SERVICE, key_of_person
from storage.trays import outbox

CardKey = tuple[str, str, str]
"""(place, address column, card)."""


class DeliveryState(StrEnum):
    """Where a row of the outbox stands; nothing is ever "delivered" or "read"."""

    WAITING = "waiting"
    SENDING = "sending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNCERTAIN = "uncertain"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, kw_only=True)
class Put:
    """One screen to carry, as bytes that only the desk and the door understand.

    `place` and `key` are the address; `lane` 0 is urgent. `card` names what is edited in place.
    `occurrence` makes it once only. `seals` is the person under whose key the body is kept (None:
    the service's own). `edit_only`: change the card where it is shown, never send it anew.
    """

    place: str
    key: str
    body: bytes
    lane: int
    card: str = ""
    occurrence: str = ""
    seals: UUID | None = None
    edit_only: bool = False
    not_before: datetime | None = None
    door: str = "telegram"


@dataclass(frozen=True, kw_only=True)
class Older:
    """A waiting version of a card that a newer one takes the place of."""

    number: int
    lane: int
    edit_only: bool


def going(row: FromClause = outbox) -> ColumnElement[bool]:
    """Whether a row has not come to its end; the indexes of the outbox hold just these."""
    return stands_as(row.c.state, DeliveryState.WAITING, DeliveryState.SENDING)


def waiting(row: FromClause = outbox) -> ColumnElement[bool]:
    """Whether a row waits to be taken."""
    return going(row) & stands_as(row.c.state, DeliveryState.WAITING)


def sending(row: FromClause = outbox) -> ColumnElement[bool]:
    """Whether a carrier has a row."""
    return going(row) & stands_as(row.c.state, DeliveryState.SENDING)


WAITING_CARDS = select(
    outbox.c.address,
    outbox.c.card,
    outbox.c.number,
    outbox.c.lane,
    outbox.c.edit_only,
).where(
    waiting(),
    outbox.c.place == bindparam("at_place"),
    outbox.c.address.in_(bindparam("addresses", expanding=True)),
    outbox.c.card != "",
)


@cache
def _queue(dialect: str) -> Insert:
    return insert(dialect, outbox).on_conflict_do_nothing(index_elements=["occurrence"])


async def put(writer: Writer, puts: Sequence[Put]) -> None:
    """Queue these; a row whose occurrence was queued before is left out."""
    new = await _not_put_before(writer, puts)
    if not new:
        return
    await writer.vault.make({_owner(row) for row in new}, writer.clock.lease_now())
    keyed = [(column_of(writer, (row.place, row.key)), row) for row in new]
    await lock_in_order(
        writer.connection, (writer.vault.hash("outbox", f"{r.place}:{a}") for a, r in keyed)
    )
    older = await _waiting_versions(writer, [(r.place, a) for a, r in keyed if r.card])
    rows: dict[CardKey, tuple[str, Put]] = {}
    for number, (address, row) in enumerate(keyed):
        card = (row.place, address, row.card or f"\x00{number}")
        before = [*older.get(card, ())]
        if card in rows:
            earlier = rows.pop(card)[1]
            before.append(Older(number=0, lane=earlier.lane, edit_only=earlier.edit_only))
        rows[card] = (address, _instead_of(row, before))
    await supersede(writer, [o.number for card in rows for o in older.get(card, ())])
    await writer.connection.execute(
        _queue(writer.dialect), [_row(writer, address, row) for address, row in rows.values()]
    )


async def supersede(writer: Writer, numbers: Sequence[int]) -> None:
    """End waiting rows that a newer version has taken the place of."""
    if numbers:
        await writer.connection.execute(
            update(outbox)
            .where(outbox.c.number.in_(numbers), waiting())
            .values(state=DeliveryState.SUPERSEDED, sealed=None, ended_at=writer.clock.lease_now())
        )


def _instead_of(row: Put, older: Iterable[Older]) -> Put:
    """The newer version is as pressing as the oldest, and is sent where that had to be sent."""
    versions = [*older]
    return replace(
        row,
        lane=min([row.lane, *(v.lane for v in versions)]),
        edit_only=row.edit_only and all(v.edit_only for v in versions),
    )


async def _not_put_before(writer: Writer, puts: Sequence[Put]) -> list[Put]:
    wanted = {row.occurrence for row in puts if row.occurrence}
    seen: set[str] = set()
    if wanted:
        found = select(outbox.c.occurrence).where(outbox.c.occurrence.in_(wanted))
        seen.update(name for name in await writer.connection.scalars(found) if name)
    new: list[Put] = []
    for row in puts:
        if row.occurrence and row.occurrence in seen:
            continue
        seen.add(row.occurrence)
        new.append(row)
    return new


async def _waiting_versions(
    writer: Writer, addresses: Sequence[Address]
) -> dict[CardKey, list[Older]]:
    versions: dict[CardKey, list[Older]] = {}
    for place in sorted({place for place, _ in addresses}):
        here = [address for named, address in addresses if named == place]
        found = await writer.connection.execute(
            WAITING_CARDS, {"at_place": place, "addresses": here}
        )
        for address, card, number, lane, edit_only in found:
            older = Older(number=number, lane=lane, edit_only=edit_only)
            versions.setdefault((place, address, card), []).append(older)
    return versions


def _owner(row: Put) -> str:
    return SERVICE if row.seals is None else key_of_person(row.seals)


def _row(writer: Writer, address: str, row: Put) -> dict[str, object]:
    id = uuid4()
    at = writer.clock.lease_now()
    chat = row.key.encode() if row.place in BARE else None
    return {
        "id": id,
        "door": row.door,
        "place": row.place,
        "address": address,
        "sealed_chat": chat and writer.vault.seal(SERVICE, chat_place(id), chat),
        "lane": int(row.lane),
        "card": row.card,
        "occurrence": row.occurrence or None,
        "edit_only": row.edit_only,
        "owner": _owner(row),
        "sealed": writer.vault.seal(_owner(row), body_place(id), row.body),
        "state": DeliveryState.WAITING,
        "attempt": 0,
        "again": 0,
        "not_before": row.not_before or at,
        "begun": "",
        "reason": "",
        "created_at": at,
    }


def body_place(id: UUID) -> str:
    """What a sealed body is bound to."""
    return f"outbox.sealed.{id.hex}"


def chat_place(id: UUID) -> str:
    """What a stranger's sealed chat is bound to."""
    return f"outbox.sealed_chat.{id.hex}"
