"""Doubts: reminders of the outbox that ended uncertain and that nobody has settled yet."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, exists, select

from fostering.doubts import Doubt
from storage import due
from storage.addresses import PERSON
from storage.changes import Told
from storage.columns import Instant
from storage.database import Reader
from storage.dialects import stands_as
from storage.outgoing import DeliveryState, body_place
from storage.results import Lane
from storage.sealing import Forgotten
from storage.trays import outbox

RULE = "doubt_settled"
"""The rule under which it is written down that one was settled, once."""
KEPT = timedelta(days=7)
"""How long one is listed: so long its words are kept."""


def _in_doubt() -> Select[tuple[object, ...]]:
    newer = outbox.alias("newer")
    since = exists().where(
        newer.c.place == outbox.c.place,
        newer.c.address == outbox.c.address,
        newer.c.card == outbox.c.card,
        newer.c.card != "",
        newer.c.number > outbox.c.number,
        newer.c.state != DeliveryState.REJECTED,
        ~newer.c.edit_only,
    )
    return (
        select(
            outbox.c.id,
            outbox.c.address,
            outbox.c.card,
            outbox.c.ended_at,
            outbox.c.sealed.is_not(None).label("kept"),
        )
        .where(
            and_(
                stands_as(outbox.c.state, DeliveryState.UNCERTAIN),
                outbox.c.ended_at > bindparam("since", type_=Instant),
                outbox.c.lane == Lane.REMINDER,
                outbox.c.place == PERSON,
                ~outbox.c.edit_only,
                ~since,
            )
        )
        .order_by(outbox.c.number)
    )


IN_DOUBT = _in_doubt()
"""A newer version of the same card has told it since, so it is none any more."""


async def unsettled(reader: Reader) -> tuple[Doubt, ...]:
    """Every reminder in doubt, the oldest first."""
    found = await reader.connection.execute(IN_DOUBT, {"since": reader.clock.lease_now() - KEPT})
    doubts = [
        Doubt(
            id=row.id,
            to=UUID(hex=row.address),
            card=row.card,
            at=row.ended_at,
            kept=bool(row.kept),
        )
        for row in found
    ]
    settled = await due.told_before(reader, [telling(doubt.id) for doubt in doubts])
    return tuple(doubt for doubt in doubts if telling(doubt.id) not in settled)


def telling(id: UUID) -> Told:
    """What is written down when one is settled."""
    return Told(RULE, id.hex, "once")


async def words(reader: Reader, id: UUID) -> bytes | None:
    """What it said, as the desk wrote it; None where that is gone."""
    found = await reader.connection.execute(
        select(outbox.c.owner, outbox.c.sealed).where(outbox.c.id == id)
    )
    row = found.first()
    if row is None or row.sealed is None:
        return None
    await reader.vault.fetch({row.owner})
    try:
        return reader.vault.open(row.owner, body_place(id), row.sealed)
    except Forgotten:
        return None
