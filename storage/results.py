"""Results of deliveries: each is taken only from the attempt that holds the row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlalchemy import Boolean, Row, Select, bindparam, case, select, update

from storage import cards, messages
from storage.cards import Adopted
from storage.columns import Instant
from storage.database import Reader, Writer
from storage.delivery import Outcome, Result
from storage.outgoing import DeliveryState, sending, supersede, waiting
from storage.trays import outbox

LONGEST_PAUSE = timedelta(seconds=30)
FINAL = frozenset({DeliveryState.ACCEPTED, DeliveryState.REJECTED, DeliveryState.UNCERTAIN})


HELD: Select[Any] = select(
    outbox.c.number,
    outbox.c.place,
    outbox.c.address,
    outbox.c.card,
    outbox.c.lane,
    outbox.c.edit_only,
    outbox.c.state,
    outbox.c.attempt,
    outbox.c.again,
)
"""What decides about a row that comes back; its body is not read for it."""
THESE = (
    HELD.where(outbox.c.number.in_(bindparam("numbers", expanding=True)))
    .order_by(outbox.c.number)
    .with_for_update()
)
SILENT = (
    HELD.where(sending(), outbox.c.lease_until <= bindparam("at", type_=Instant))
    .order_by(outbox.c.lane, outbox.c.number)
    .with_for_update(skip_locked=True)
)
CAME_OUT = (
    update(outbox)
    .where(outbox.c.number == bindparam("this_number"))
    .values(
        state=bindparam("state"),
        again=bindparam("again"),
        not_before=bindparam("not_before"),
        reason=bindparam("reason"),
        sealed=case((bindparam("keeps", type_=Boolean), outbox.c.sealed), else_=None),
        ended_at=bindparam("ended_at"),
        lease_until=None,
    )
)


class Lane(IntEnum):
    """The outbox's lanes, as far as they decide what follows an unknown outcome."""

    ALARM = -1
    URGENT = 0
    REPLY = 1
    NOTICE = 2
    REMINDER = 3


@dataclass(frozen=True, kw_only=True)
class Stuck:
    """A row that may not have arrived, for staff to look at; `key` is the address's."""

    number: int
    place: str
    key: str
    lane: int
    card: str
    reason: str
    ended_at: datetime


async def results(writer: Writer, found: Sequence[Result]) -> frozenset[int]:
    """Write results; those of an attempt that no longer holds its row are ignored.

    Only the messages it made are kept: they stand in the chat, and *Hide this* must find them.
    Returns the numbers of the rows whose result was taken.
    """
    rows = await writer.connection.execute(THESE, {"numbers": [r.delivery.number for r in found]})
    held = {row.number: row for row in rows if row.state == DeliveryState.SENDING}
    taken = [
        r
        for r in found
        if (row := held.get(r.delivery.number)) and row.attempt == r.delivery.attempt
    ]
    await _write(writer, [(held[r.delivery.number], r.outcome, r) for r in taken])
    await messages.keep(
        writer,
        [(r.delivery.door, r.delivery.chat, message) for r in found for message in r.messages],
    )
    await cards.adopt(
        writer,
        [
            Adopted(
                place=r.delivery.place,
                key=r.delivery.key,
                card=r.delivery.card,
                message=r.card_message,
            )
            for r in taken
            if r.card_message and r.card_message != r.delivery.shown
        ],
    )
    return frozenset(r.delivery.number for r in taken)


async def release_stale(writer: Writer) -> int:
    """End the leases of silent carriers: the outcome is unknown; what follows is the lane's."""
    rows = await writer.connection.execute(SILENT, {"at": writer.clock.lease_now()})
    stale = rows.all()
    await _write(writer, [(row, Outcome.UNKNOWN, None) for row in stale])
    return len(stale)


async def uncertain(reader: Reader) -> tuple[Stuck, ...]:
    """Rows sent once, of which nobody knows whether they arrived."""
    return await _stuck(reader, DeliveryState.UNCERTAIN, None)


async def rejected(reader: Reader, since: datetime) -> tuple[Stuck, ...]:
    """Rows that the door refused since then."""
    return await _stuck(reader, DeliveryState.REJECTED, since)


async def _stuck(reader: Reader, state: DeliveryState, since: datetime | None) -> tuple[Stuck, ...]:
    wanted = select(outbox).where(outbox.c.state == state).order_by(outbox.c.number)
    if since is not None:
        wanted = wanted.where(outbox.c.ended_at >= since)
    return tuple(
        Stuck(
            number=row.number,
            place=row.place,
            key=row.address,
            lane=row.lane,
            card=row.card,
            reason=row.reason,
            ended_at=row.ended_at,
        )
        for row in await reader.connection.execute(wanted)
    )


async def _write(
    writer: Writer, found: Sequence[tuple[Row[tuple[object, ...]], Outcome, Result | None]]
) -> None:
    if not found:
        return
    at = writer.clock.lease_now()
    values = [_values(row, outcome, result, at) for row, outcome, result in found]
    await writer.connection.execute(CAME_OUT, values)
    for (row, _, _), value in zip(found, values, strict=True):
        if value["state"] == DeliveryState.WAITING and row.card:
            await _give_way(writer, row)


def _values(
    row: Row[tuple[object, ...]], outcome: Outcome, result: Result | None, at: datetime
) -> dict[str, object]:
    state = _state_after(row, outcome)
    again = row.again + (outcome is Outcome.UNKNOWN)
    wait = min(timedelta(seconds=2**again), LONGEST_PAUSE)
    not_before = at + wait
    if outcome is Outcome.NOT_SENT:
        not_before = (result.not_before if result else None) or at + timedelta(seconds=1)
    return {
        "this_number": row.number,
        "state": state,
        "again": again,
        "not_before": not_before,
        "reason": result.reason if result else "",
        "keeps": state is not DeliveryState.ACCEPTED,
        "ended_at": at if state in FINAL else None,
    }


def _state_after(row: Row[tuple[object, ...]], outcome: Outcome) -> DeliveryState:
    """An urgent page is resent until a human presses, a reply once, a reminder never."""
    match outcome:
        case Outcome.ACCEPTED:
            return DeliveryState.ACCEPTED
        case Outcome.REJECTED:
            return DeliveryState.REJECTED
        case Outcome.NOT_SENT:
            return DeliveryState.WAITING
    if row.lane == Lane.URGENT or (row.lane < Lane.REMINDER and row.again == 0):
        return DeliveryState.WAITING
    return DeliveryState.UNCERTAIN


async def _give_way(writer: Writer, row: Row[tuple[object, ...]]) -> None:
    """A version of a card that comes back ends where a newer one is waiting already."""
    newer = await writer.connection.execute(
        select(outbox.c.number, outbox.c.lane, outbox.c.edit_only).where(
            waiting(),
            outbox.c.place == row.place,
            outbox.c.address == row.address,
            outbox.c.card == row.card,
            outbox.c.number > row.number,
        )
    )
    for number, lane, edit_only in newer.all():
        await supersede(writer, [row.number])
        await writer.connection.execute(
            update(outbox)
            .where(outbox.c.number == number)
            .values(lane=min(lane, row.lane), edit_only=edit_only and row.edit_only)
        )
