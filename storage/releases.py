"""Releases: what waits in a pause, and letting it go; reminders from before are too late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, func, select, update

from storage.database import Reader, Writer
from storage.outgoing import DeliveryState, going, waiting
from storage.pauses import ALARMS, PAUSED, since
from storage.results import Lane
from storage.trays import inbox, marks, outbox

AGES = (timedelta(hours=1), timedelta(days=1), timedelta(weeks=1))
"""Younger than the first, the second, the third, or older."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """How many rows of one lane wait, by their age (see AGES)."""

    lane: Lane
    by_age: tuple[int, ...]

    @property
    def count(self) -> int:
        """All of them."""
        return sum(self.by_age)


async def what_waits(reader: Reader) -> tuple[Waiting, ...]:
    """What would be sent, the most urgent lane first."""
    at = reader.clock.lease_now()
    found: dict[Lane, list[int]] = {}
    wanted = select(outbox.c.lane, outbox.c.created_at).where(going(), outbox.c.lane > ALARMS)
    for lane, created_at in await reader.connection.execute(wanted):
        counts = found.setdefault(Lane(lane), [0] * (len(AGES) + 1))
        counts[_age(at - created_at, AGES)] += 1
    return tuple(Waiting(lane=lane, by_age=tuple(found[lane])) for lane in sorted(found))


async def undecided(reader: Reader) -> int:
    """How many updates came in and wait to be decided."""
    wanted = select(func.count()).where(inbox.c.state == "open")
    return int(await reader.connection.scalar(wanted) or 0)


async def release(writer: Writer) -> int | None:
    """End the pause; returns how many reminders were too late, None where there is no pause."""
    began = await since(writer)
    if began is None:
        return None
    late = await writer.connection.execute(
        update(outbox)
        .where(waiting(), outbox.c.lane == Lane.REMINDER, outbox.c.created_at <= began)
        .values(
            state=DeliveryState.REJECTED,
            reason="too_late",
            sealed=None,
            ended_at=writer.clock.lease_now(),
        )
    )
    await writer.connection.execute(delete(marks).where(marks.c.name == PAUSED))
    return late.rowcount


def _age(age: timedelta, limits: Sequence[timedelta]) -> int:
    return next((n for n, limit in enumerate(limits) if age < limit), len(limits))
