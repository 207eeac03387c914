"""The outbox: what is to be carried, claimed by one carrier at a time, urgent first."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import (
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)

from storage import cards, messages, pauses, rooms
from storage.addresses import BARE, PERSON, ROOM, Address, chats
from storage.cards import Adopted
from storage.columns import Instant
from storage.database import Reader, Writer
from storage.delivery import Delivery, Outcome, Result
from storage.dialects import stands_as
from storage.keys import SERVICE
from storage.outgoing import DeliveryState, Put, body_place, chat_place, going, put, waiting
from storage.results import Stuck, rejected, release_stale, results, uncertain
from storage.sealing import Forgotten
from storage.trays import outbox

__all__ = [
    "Delivery",
    "DeliveryState",
    "Outcome",
    "Put",
    "Result",
    "Stuck",
    "begun",
    "claim",
    "depth",
    "put",
    "rejected",
    "release_stale",
    "results",
    "uncertain",
]

LEASE = timedelta(seconds=30)
ANY_LANE = 99


async def claim(
    writer: Writer,
    owner: str,
    limit: int = 16,
    avoid: Set[Address] = frozenset(),
    *,
    pacing: Set[Address] = frozenset(),
    most: Mapping[int, int] | None = None,
    door: str = "telegram",
) -> list[Delivery]:
    """Take the best row of up to `limit` addresses, urgent first, for thirty seconds.

    Addresses in `avoid` (as they stand in the tables) are left alone; addresses in `pacing` get
    urgent rows only. `most` is how many rows of a lane may be among those that are not urgent. A
    row that can reach nobody is rejected here. Only rows of this `door` are taken: a letter is none
    of Telegram's. In a pause nothing is but alarms.
    """
    at = writer.clock.lease_now()
    best = BEST
    if avoid:
        best = best.where(HERE.not_in(sorted(avoid)))
    if pacing - avoid:
        paced = HERE.not_in(sorted(pacing - avoid))
        best = best.where(or_(outbox.c.lane <= 0, paced))
    worst = _worst_lane(most or {})
    found = await writer.connection.execute(
        best, {"at": at, "worst": worst, "limit": limit, "door": door}
    )
    numbers = _within([(row.number, row.lane) for row in found], most or {})
    if not numbers:
        return []
    given = {"numbers": numbers, "by": owner, "until": at + LEASE}
    taken = await writer.connection.execute(TAKE, given)
    return await _deliveries(writer, sorted(taken, key=lambda row: (row.lane, row.number)))


def _best() -> Select[int, int]:
    other = outbox.alias("other")
    at = bindparam("at", type_=Instant)
    first = and_(
        stands_as(other.c.state, DeliveryState.WAITING),
        or_(other.c.not_before <= at, other.c.attempt > 0),
        tuple_(other.c.lane, other.c.number) < tuple_(outbox.c.lane, outbox.c.number),
    )
    return (
        select(outbox.c.number, outbox.c.lane)
        .where(
            waiting(),
            pauses.may_go(),
            outbox.c.door == bindparam("door", type_=String),
            outbox.c.not_before <= at,
            outbox.c.lane <= bindparam("worst", type_=Integer),
            ~exists().where(
                going(other),
                other.c.place == outbox.c.place,
                other.c.address == outbox.c.address,
                or_(stands_as(other.c.state, DeliveryState.SENDING), first),
            ),
        )
        .order_by(outbox.c.lane, outbox.c.number)
        .limit(bindparam("limit", type_=Integer))
        .with_for_update(skip_locked=True)
    )


HERE = tuple_(outbox.c.place, outbox.c.address)
BEST = _best()
THESE = outbox.c.number.in_(bindparam("numbers", expanding=True))
TAKE = (
    update(outbox)
    .where(THESE)
    .values(
        state=DeliveryState.SENDING,
        attempt=outbox.c.attempt + 1,
        holder=bindparam("by"),
        lease_until=bindparam("until", type_=Instant),
    )
    .returning(outbox)
)


def _worst_lane(most: Mapping[int, int]) -> int:
    """The last lane of which anything may go."""
    return max([0, *(lane for lane, count in most.items() if count)]) if most else ANY_LANE


def _within(best: Sequence[tuple[int, int]], most: Mapping[int, int]) -> list[int]:
    """The best rows, as many of each lane as may go; the rows before it count too."""
    numbers: list[int] = []
    unhurried = 0
    for number, lane in best:
        if lane > 0 and lane in most:
            if unhurried >= most[lane]:
                continue
            unhurried += 1
        numbers.append(number)
    return numbers


async def _deliveries(writer: Writer, rows: Sequence[Row[tuple[object, ...]]]) -> list[Delivery]:
    people = {UUID(hex=row.address) for row in rows if row.place == PERSON}
    linked = await chats(writer, people) if people else {}
    room = await rooms.connected(writer) if any(r.place == ROOM for r in rows) else None
    await writer.vault.fetch({row.owner for row in rows})
    deliveries: list[Delivery] = []
    for row in rows:
        door, chat = row.door, ""
        if row.place == PERSON and (link := linked.get(UUID(hex=row.address))):
            door, chat = link.door, link.chat
        elif row.place == ROOM and room is not None:
            door, chat = room.door, room.chat
        elif row.place in BARE:
            chat = writer.vault.open(SERVICE, chat_place(row.id), row.sealed_chat).decode()
        try:
            body = writer.vault.open(row.owner, body_place(row.id), row.sealed)
        except Forgotten:
            await _reject(writer, row.number, "forgotten")
            continue
        if not chat:
            await _reject(writer, row.number, "no_chat")
            continue
        deliveries.append(_delivery(row, door, chat, body))
    return await _with_cards(writer, deliveries)


def _delivery(row: Row[tuple[object, ...]], door: str, chat: str, body: bytes) -> Delivery:
    return Delivery(
        number=row.number,
        id=row.id,
        place=row.place,
        key=chat if row.place in BARE else row.address,
        door=door,
        chat=chat,
        lane=row.lane,
        card=row.card,
        body=body,
        attempt=row.attempt,
        lease_until=row.lease_until,
        created_at=row.created_at,
        begun=row.begun,
        edit_only=row.edit_only,
        again=row.again,
        address=row.address,
    )


async def _with_cards(writer: Writer, deliveries: list[Delivery]) -> list[Delivery]:
    known = await cards.shown(writer, [(d.place, d.key) for d in deliveries if d.card])
    return [
        replace(d, shown=known[d.place, d.key].get(d.card, "")) if d.card else d for d in deliveries
    ]


async def _reject(writer: Writer, number: int, reason: str) -> None:
    await writer.connection.execute(
        update(outbox)
        .where(outbox.c.number == number)
        .values(
            state=DeliveryState.REJECTED,
            reason=reason,
            sealed=None,
            lease_until=None,
            ended_at=writer.clock.lease_now(),
        )
    )


async def begun(writer: Writer, delivery: Delivery, message: str) -> None:
    """The push line is there; the content is not. It is edited in, also after a crash."""
    done = await writer.connection.execute(
        update(outbox)
        .where(
            outbox.c.number == delivery.number,
            outbox.c.attempt == delivery.attempt,
            outbox.c.state == DeliveryState.SENDING,
        )
        .values(begun=message)
    )
    if done.rowcount:
        await messages.keep(writer, [(delivery.door, delivery.chat, message)])
        if delivery.card:
            card = delivery.card
            await cards.adopt(
                writer,
                [Adopted(place=delivery.place, key=delivery.key, card=card, message=message)],
            )


async def depth(reader: Reader) -> dict[int, int]:
    """How many rows wait in each lane."""
    found = await reader.connection.execute(
        select(outbox.c.lane, func.count()).where(waiting()).group_by(outbox.c.lane)
    )
    return {lane: count for lane, count in found}
