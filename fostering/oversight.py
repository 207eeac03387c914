"""Oversight: who has what, and which promises were kept, as far as a request may be counted.

A form is counted only if it says that it may be: what young people say of themselves, and advocacy,
never is (practice 17). No more is a matter for the telephone, a private process, or what was
written to chosen readers.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median
from uuid import UUID

from fostering.policy import Policy
from fostering.requests import Request

FEW = 5
"""Counts below this are never told apart (practice 17); ours."""


class Promise(StrEnum):
    """What the service promises of every request."""

    TAKEN = "taken"
    SPOKEN = "spoken"
    ANSWERED = "answered"


class Outcome(StrEnum):
    """How a promise stands."""

    KEPT = "kept"
    MISSED = "missed"
    RUNNING = "running"


@dataclass(frozen=True, kw_only=True)
class Firsts:
    """When a request was first taken, first answered, and contact first noted (aware UTC)."""

    taken: datetime | None = None
    answered: datetime | None = None
    spoken: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Load:
    """What one worker has: open requests, and how many of them are late. None: with nobody."""

    worker: UUID | None
    open: int
    late: int


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How often one promise was kept and missed."""

    promise: Promise
    kept: int
    missed: int


@dataclass(frozen=True, kw_only=True)
class Week:
    """The picture of one week. `kinds` are codes with counts of FEW or more, the rest is `others`.

    Minutes from sending to the first *I've got it*; None while there are too few to say.
    """

    since: datetime
    until: datetime
    raised: int
    kinds: tuple[tuple[str, int], ...]
    others: int
    median_minutes: int | None
    longest_minutes: int | None
    promises: tuple[Tally, ...]


def may_be_counted(request: Request, counted: Collection[str], policy: Policy) -> bool:
    """Whether a request stands in any count; `counted` are the forms that say that they may."""
    kind = policy.kinds.get(request.kind)
    by_phone = kind is not None and kind.phone_only
    return request.form in counted and not (request.private or request.readers or by_phone)


def loads(requests: Iterable[Request], at: datetime) -> tuple[Load, ...]:
    """Open requests by who has them, else who owns them; the most late first."""
    found: dict[UUID | None, list[Request]] = {}
    for request in requests:
        if request.open:
            worker = request.acknowledged_by if request.taken else request.owner
            found.setdefault(worker, []).append(request)
    counted = (
        Load(worker=worker, open=len(theirs), late=sum(is_late(r, at) for r in theirs))
        for worker, theirs in found.items()
    )
    return tuple(sorted(counted, key=lambda load: (-load.late, -load.open, str(load.worker))))


def is_late(request: Request, at: datetime) -> bool:
    """Whether its promised answer, or the time to take it, has passed."""
    untaken = not request.taken and request.take_by is not None and request.take_by <= at
    return request.overdue(at) or untaken


def how_kept(
    request: Request, firsts: Firsts, promise: Promise, policy: Policy, at: datetime
) -> Outcome | None:
    """How this promise about this request stands; None where it was not made."""
    match promise:
        case Promise.TAKEN:
            by, done = request.take_by, firsts.taken
        case Promise.ANSWERED:
            by, done = request.answer_by, firsts.answered
        case Promise.SPOKEN:
            by, done = _contact_by(request, firsts), firsts.spoken
    if by is None:
        return None
    if done is not None:
        return Outcome.KEPT if done <= by else Outcome.MISSED
    return Outcome.RUNNING if at < by else Outcome.MISSED


def tallies(
    requests: Sequence[tuple[Request, Firsts]], policy: Policy, at: datetime
) -> tuple[Tally, ...]:
    """Kept beside missed, for each promise."""
    found: list[Tally] = []
    for promise in Promise:
        stand = [how_kept(request, firsts, promise, policy, at) for request, firsts in requests]
        kept, missed = stand.count(Outcome.KEPT), stand.count(Outcome.MISSED)
        found.append(Tally(promise=promise, kept=kept, missed=missed))
    return tuple(found)


def week(
    requests: Sequence[tuple[Request, Firsts]],
    policy: Policy,
    since: datetime,
    until: datetime,
    at: datetime,
) -> Week:
    """The picture of what was raised within that time; `requests` may be counted already."""
    within = [(r, f) for r, f in requests if since <= r.raised_at < until]
    codes = [request.kind or request.form for request, _ in within]
    counts = {code: codes.count(code) for code in dict.fromkeys(codes)}
    kinds = _told_apart(counts, len(within))
    waits = [(f.taken - r.raised_at) for r, f in within if f.taken is not None]
    minutes = [int(wait / timedelta(minutes=1)) for wait in waits]
    enough = len(minutes) >= FEW
    return Week(
        since=since,
        until=until,
        raised=len(within),
        kinds=kinds,
        others=len(within) - sum(count for _, count in kinds),
        median_minutes=int(median(minutes)) if enough else None,
        longest_minutes=max(minutes) if enough else None,
        promises=tallies(within, policy, at),
    )


def _told_apart(counts: Mapping[str, int], total: int) -> tuple[tuple[str, int], ...]:
    """The kinds with counts that may be told, the most first.

    Where few others are left over, the smallest told kind joins them: else it could be worked out.
    """
    kinds = sorted(((c, n) for c, n in counts.items() if n >= FEW), key=lambda e: (-e[1], e[0]))
    while kinds and 0 < total - sum(count for _, count in kinds) < FEW:
        kinds.pop()
    return tuple(kinds)


def _contact_by(request: Request, firsts: Firsts) -> datetime | None:
    """Within so many minutes after it was taken, somebody speaks with them (practice 7)."""
    if request.escalation is None or firsts.taken is None:
        return None
    return firsts.taken + timedelta(minutes=request.escalation.contact_minutes)
