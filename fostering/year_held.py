"""What the year held: what a carer asked and told in a year, counted, and how long answers took."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from fostering.closing import DECLINED
from fostering.requests import Request

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Answered:
    """When a request was first answered (aware UTC, None while it is not), and how it was closed.

    `outcome` is the code that staff chose, "" while it is open.
    """

    at: datetime | None = None
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked or told under one heading.

    `within_days` is the number of days, begun ones counted, in which at least half of the answers
    came; 0 where none has come. `helped` and `did_not_help` are what the carer said afterwards.
    """

    heading: str
    count: int
    within_days: int = 0
    declined: int = 0
    still_open: int = 0
    helped: int = 0
    did_not_help: int = 0


def tally(
    requests: Iterable[Request],
    answered: Mapping[UUID, Answered],
    heading_of: Callable[[Request], str],
) -> tuple[Asked, ...]:
    """The requests counted under their headings, in the order of the first; "" leaves one out."""
    under: dict[str, list[Request]] = {}
    for request in requests:
        heading = heading_of(request)
        if heading:
            under.setdefault(heading, []).append(request)
    return tuple(_asked(heading, found, answered) for heading, found in under.items())


def _asked(heading: str, found: list[Request], answered: Mapping[UUID, Answered]) -> Asked:
    known = [(request, answered.get(request.id, Answered())) for request in found]
    waits = sorted(_days(r.raised_at, a.at) for r, a in known if a.at is not None)
    return Asked(
        heading=heading,
        count=len(found),
        within_days=waits[(len(waits) + 1) // 2 - 1] if waits else 0,
        declined=sum(a.outcome == DECLINED for _, a in known),
        still_open=sum(r.open for r in found),
        helped=sum(r.helped in ("yes", "partly") for r in found),
        did_not_help=sum(r.helped == "no" for r in found),
    )


def _days(raised: datetime, at: datetime) -> int:
    """Days from one instant to a later one; a day that has begun counts, the least is one."""
    return max(1, -((raised - at) // ONE_DAY))


def within(days: Iterable[date], first: date, last: date) -> tuple[date, ...]:
    """These local days from the first to the last, both included, in order and each once."""
    return tuple(sorted({day for day in days if first <= day <= last}))
