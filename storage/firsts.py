"""The first of each step of a request, as its chronology has it: taken, answered, spoken."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select

from fostering.oversight import Firsts
from storage.columns import Instant
from storage.database import Reader
from storage.tables import chronology

TAKEN = ("RequestAcknowledged", "RequestTakenOver", "ContactRecorded", "RequestClosed")
ANSWERED = ("ReplySent", "ContactRecorded", "RequestClosed")
SPOKEN = ("ContactRecorded",)
EVENTS = {*TAKEN, *ANSWERED, *SPOKEN}
FIRSTS = (
    select(
        chronology.c.chain,
        chronology.c.event,
        func.min(chronology.c.at, type_=Instant()).label("at"),
    )
    .where(
        chronology.c.chain.in_(bindparam("chains", expanding=True)),
        chronology.c.event.in_(sorted(EVENTS)),
    )
    .group_by(chronology.c.chain, chronology.c.event)
)


async def of(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, Firsts]:
    """The firsts of each of these requests."""
    wanted = set(ids)
    found: dict[UUID, dict[str, datetime]] = {id: {} for id in wanted}
    if wanted:
        for row in await reader.connection.execute(FIRSTS, {"chains": [*wanted]}):
            found[row.chain][row.event] = row.at
    return {id: _firsts(at) for id, at in found.items()}


def _firsts(at: dict[str, datetime]) -> Firsts:
    def first(events: tuple[str, ...]) -> datetime | None:
        return min((at[event] for event in events if event in at), default=None)

    return Firsts(taken=first(TAKEN), answered=first(ANSWERED), spoken=first(SPOKEN))
