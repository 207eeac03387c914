"""The inbox: raw updates, kept before anybody may believe that we have them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.sql.dml import ReturningInsert

from storage import messages, outgoing
from storage.addresses import Link
from storage.columns import Instant
from storage.database import Reader, Writer
from storage.dialects import insert, lock_in_order, stands_as
from storage.outgoing import Put
from storage.sealing import Forgotten
from storage.trays import inbox

LEASE = timedelta(seconds=30)
PAUSES = tuple(timedelta(seconds=s) for s in (0.3, 0.8, 2, 5))
"""How long an update waits after each failed try; after one more failure it is parked."""


@dataclass(frozen=True, kw_only=True)
class Arrived:
    """An update as it came in. Updates with the same `order_key` are taken in order of arrival.

    `payload` is the raw update, freed of media; `chat` and `message` name the incoming message,
    so that *Hide this* can remove it; `help` is the card of numbers for a call for help, written
    in the same transaction.
    """

    door: str
    update_id: str
    payload: bytes
    order_key: str
    chat: str = ""
    message: str = ""
    help: Put | None = None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """An update taken to the desk; `lease` proves that it is still ours when it is recorded."""

    arrival: int
    door: str
    update_id: str
    payload: bytes
    tries: int
    arrived_at: datetime
    lease: UUID


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """How many updates wait and are parked, and when the oldest waiting one came."""

    open: int
    parked: int
    oldest_at: datetime | None


def key_of_day(day: date) -> str:
    """The owner's name of the key of one day's updates, destroyed after seven days."""
    return f"inbox:{day.isoformat()}"


IS_OPEN = stands_as(inbox.c.state, "open")


def _heads() -> Select[int]:
    earlier = inbox.alias("earlier")
    at = bindparam("at", type_=Instant)
    return (
        select(inbox.c.arrival)
        .where(
            IS_OPEN,
            inbox.c.not_before <= at,
            or_(inbox.c.lease_until.is_(None), inbox.c.lease_until <= at),
            ~exists().where(
                and_(
                    stands_as(earlier.c.state, "open"),
                    earlier.c.order_hash == inbox.c.order_hash,
                    earlier.c.arrival < inbox.c.arrival,
                )
            ),
        )
        .order_by(inbox.c.arrival)
        .limit(bindparam("limit", type_=Integer))
        .with_for_update(skip_locked=True)
    )


HEADS = _heads()
THESE = inbox.c.arrival.in_(bindparam("these", expanding=True))
TAKE = (
    update(inbox)
    .where(THESE)
    .values(lease=bindparam("by"), lease_until=bindparam("until", type_=Instant))
    .returning(inbox)
)
STILL_OPEN = (
    select(inbox.c.arrival, inbox.c.lease)
    .where(THESE, IS_OPEN)
    .order_by(inbox.c.arrival)
    .with_for_update()
)
PUT_AWAY = update(inbox).where(THESE).values(state=bindparam("as"), lease=None, lease_until=None)


@cache
def _keep(dialect: str) -> ReturningInsert[int]:
    return insert(dialect, inbox).on_conflict_do_nothing().returning(inbox.c.arrival)


async def receive(writer: Writer, arrivals: Sequence[Arrived]) -> int:
    """Keep these updates; one that is here already is left out. Returns how many were new."""
    if not arrivals:
        return 0
    at = writer.clock.lease_now()
    owner = key_of_day(at.date())
    await writer.vault.make((owner,), at)
    rows = [_row(writer, arrived, owner, at) for arrived in arrivals]
    await lock_in_order(writer.connection, (row["order_hash"] for row in rows))
    done = await writer.connection.execute(_keep(writer.dialect), rows)
    new = len(done.all())
    await messages.keep(writer, [(a.door, a.chat, a.message) for a in arrivals if a.message])
    await outgoing.put(writer, [arrived.help for arrived in arrivals if arrived.help is not None])
    return new


def _row(writer: Writer, arrived: Arrived, owner: str, at: datetime) -> dict[str, Any]:
    hashed = writer.vault.hash("inbox.payload", arrived.payload.hex())
    return {
        "door": arrived.door,
        "update_id": arrived.update_id,
        "payload_hash": hashed,
        "order_hash": writer.vault.hash("inbox.order", f"{arrived.door}:{arrived.order_key}"),
        "owner": owner,
        "sealed": writer.vault.seal(
            owner, _place(arrived.door, arrived.update_id, hashed), arrived.payload
        ),
        "arrived_at": at,
        "state": "open",
        "tries": 0,
        "not_before": at,
    }


def _place(door: str, update_id: str, payload_hash: bytes) -> str:
    return f"inbox.sealed.{door}.{update_id}.{payload_hash.hex()}"


async def claim(writer: Writer, limit: int = 32) -> list[Claim]:
    """Take the first open update of up to `limit` keys to the desk, for thirty seconds."""
    at = writer.clock.lease_now()
    lease = uuid4()
    found = await writer.connection.execute(HEADS, {"at": at, "limit": limit})
    heads = found.scalars().all()
    if not heads:
        return []
    given = {"these": heads, "by": lease, "until": at + LEASE}
    taken = await writer.connection.execute(TAKE, given)
    rows = sorted(taken, key=lambda row: row.arrival)
    await writer.vault.fetch({row.owner for row in rows})
    return [
        Claim(
            arrival=row.arrival,
            door=row.door,
            update_id=row.update_id,
            payload=_opened(writer, row),
            tries=row.tries,
            arrived_at=row.arrived_at,
            lease=lease,
        )
        for row in rows
    ]


def _opened(writer: Writer, row: Row[tuple[object, ...]]) -> bytes:
    place = _place(row.door, row.update_id, row.payload_hash)
    try:
        return writer.vault.open(row.owner, place, row.sealed)
    except Forgotten:
        return b""


async def still_ours(writer: Writer, claims: Sequence[Claim]) -> frozenset[int]:
    """Which of these are open and still leased by their claim; held until the transaction ends."""
    found = await writer.connection.execute(STILL_OPEN, {"these": [c.arrival for c in claims]})
    leases = {c.arrival: c.lease for c in claims}
    return frozenset(row.arrival for row in found if row.lease == leases[row.arrival])


async def finish(writer: Writer, claims: Sequence[Claim], state: str = "done") -> None:
    """Put these updates away: `done`, or `parked` where staff must look at them."""
    given = {"these": [c.arrival for c in claims], "as": state}
    await writer.connection.execute(PUT_AWAY, given)


async def failed(writer: Writer, claim: Claim) -> bool:
    """Count a failed try. True: that was the fifth, and the update is parked.

    The caller tells staff in the same transaction: it may have been a call for help.
    """
    if not await still_ours(writer, [claim]):
        return False
    counted = update(inbox).where(inbox.c.arrival == claim.arrival).values(tries=claim.tries + 1)
    if claim.tries >= len(PAUSES):
        await writer.connection.execute(counted)
        await finish(writer, [claim], "parked")
        return True
    at = writer.clock.lease_now() + PAUSES[claim.tries]
    await writer.connection.execute(counted.values(not_before=at, lease=None, lease_until=None))
    return False


async def let_go(writer: Writer, claims: Sequence[Claim]) -> None:
    """Give updates back at once, without counting a try: something they rest on has moved."""
    for claim in claims:
        await writer.connection.execute(
            update(inbox)
            .where(inbox.c.arrival == claim.arrival, inbox.c.lease == claim.lease)
            .values(lease=None, lease_until=None)
        )


async def empty(writer: Writer, chats: Iterable[Link]) -> None:
    """Take away what came from these private chats; that it came is still known."""
    hashes = [writer.vault.hash("inbox.order", f"{link.door}:{link.chat}") for link in chats]
    await writer.connection.execute(
        update(inbox).where(inbox.c.order_hash.in_(hashes)).values(sealed=b"", state="done")
    )


async def waiting(reader: Reader) -> Waiting:
    """How much stands in the inbox."""
    counts = await reader.connection.execute(
        select(inbox.c.state, func.count(), func.min(inbox.c.arrived_at))
        .where(inbox.c.state != "done")
        .group_by(inbox.c.state)
    )
    by_state = {state: (count, oldest) for state, count, oldest in counts}
    count, oldest = by_state.get("open", (0, None))
    return Waiting(open=count, parked=by_state.get("parked", (0, None))[0], oldest_at=oldest)
