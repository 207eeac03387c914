"""Escalation: telling the next person because the last has not acknowledged in time.

The steps of the office and of the night are both frozen on the request; which of the two ladders is
climbed, and who fills a step, is looked up when it fires (practice 6). When the hour has turned,
the other ladder begins at its first step, in a new round. After the last step it goes round again,
without end. An acknowledged request without contact opens
again and climbs: its state is RAISED, and who had it stays known ("Sam had it, no contact
recorded"), so anybody who is paged may take it over.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from fostering.events import Event, PagePassedOn, WorkerPaged
from fostering.ladders import in_office_hours
from fostering.on_call import shift_of
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.refusals import AlreadyClosed, AlreadyTaken, NobodyElse
from fostering.requests import Request
from fostering.routing import Roster, fill
from fostering.steps import Escalation as Escalation
from fostering.steps import Filler as Filler
from fostering.steps import Step as Step


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One place in the climb: the step, the round, who fills it, and the empty steps passed."""

    step: int
    round: int
    workers: tuple[Person, ...]
    passed: tuple[tuple[int, int], ...] = ()


def begin(
    steps: Sequence[Step],
    contact_minutes: int,
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
    excluded: frozenset[UUID] = frozenset(),
    *,
    other_steps: Sequence[Step] = (),
) -> tuple[Escalation, tuple[Person, ...]]:
    """Start at the first step that somebody fills; returns whom to page now.

    `other_steps` are those of the other hours: of the night by day, of the office by night. With
    nobody at all the second is empty, and the first step's wait is tried again without end.
    """
    fresh = Escalation(
        steps=tuple(steps),
        contact_minutes=contact_minutes,
        other_steps=tuple(other_steps),
        in_office=in_office_hours(policy, at),
    )
    rung = find_rung(fresh, (0, 1), roster, household, policy, at, excluded)
    begun = replace(
        fresh,
        step=rung.step,
        round=rung.round,
        next_at=_wait(fresh, rung.step, at),
        paged=tuple(worker.id for worker in rung.workers),
        first=tuple(worker.id for worker in rung.workers),
    )
    return begun, rung.workers


def climb(
    request: Request, roster: Roster, household: Household | None, policy: Policy, at: datetime
) -> tuple[Event, ...]:
    """Page the next step if its time has come; nothing if it has not.

    Steps that nobody fills are passed at once, each by an event that says `unfilled`. The next
    climb is counted from now, so a jump of the clock gives one climb and not a burst.
    """
    escalation = request.escalation
    if escalation is None or escalation.next_at is None or at < escalation.next_at:
        return ()
    return page_next(request, escalation, roster, household, policy, at)


def page_next(
    request: Request,
    escalation: Escalation,
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """Page the rung after the last one now, on the ladder of this hour."""
    now, start = _next_rung(escalation, policy, at)
    rung = find_rung(now, start, roster, household, policy, at, request.excluded)
    came = _came_on_shift(request, now, rung, roster, household, policy, at)
    return _pagings(request, now, replace(rung, workers=(*came, *rung.workers)), at)


def pass_on(
    request: Request,
    worker: Person,
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """ "I can't, next person": the next step is paged now, without the one who passed.

    The worker who has it may pass it on as well, as long as no contact is recorded. Who was not
    paged, or has passed already, burns no step by pressing (again): the answer is `()`.
    """
    escalation = request.escalation
    if not request.open:
        raise AlreadyClosed
    if request.taken and (request.acknowledged_by != worker.id or request.spoken_at is not None):
        raise AlreadyTaken(worker=_name(request, roster))
    if escalation is None:
        raise NobodyElse
    if not request.taken and worker.id not in escalation.paged:
        return ()
    now, start = _next_rung(escalation, policy, at)
    rung = find_rung(
        now,
        start,
        roster,
        household,
        policy,
        at,
        request.excluded,
        passer=worker.id,
    )
    if not rung.workers:
        raise NobodyElse
    passed = PagePassedOn(at=at, subject=request.author, actor=worker.id, request=request.id)
    return (passed, *_pagings(request, now, rung, at))


def nobody_paged(events: Sequence[Event]) -> bool:
    """Whether these events tried to page and found nobody at all: to be said loudly."""
    pagings = [event for event in events if isinstance(event, WorkerPaged)]
    return bool(pagings) and not any(event.workers for event in pagings)


def find_rung(
    escalation: Escalation,
    start: tuple[int, int],
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
    excluded: frozenset[UUID],
    *,
    passer: UUID | None = None,
) -> Rung:
    """The first rung from `start` (step, round) that somebody fills, once round at most.

    Who passes the page on keeps their turn in the order, and is not paged by it themselves.
    If nobody fills any, it is `start` itself, without workers.
    """
    step, round_ = start
    passed: list[tuple[int, int]] = []
    for _ in escalation.steps:
        filled = fill(escalation.steps[step], roster, household, policy, at, excluded)
        workers = tuple(worker for worker in filled if worker.id != passer)
        if workers:
            return Rung(step=step, round=round_, workers=workers, passed=tuple(passed))
        passed.append((step, round_))
        step, round_ = _next(escalation, step, round_)
    return Rung(step=start[0], round=start[1], workers=())


def paging(request: UUID, author: UUID, escalation: Escalation, rung: Rung, at: datetime) -> Event:
    """The event that the workers of this rung were paged."""
    return WorkerPaged(
        at=at,
        subject=author,
        request=request,
        workers=tuple(worker.id for worker in rung.workers),
        step=rung.step,
        round=rung.round,
        next_at=_wait(escalation, rung.step, at),
        unfilled=not rung.workers,
        in_office=escalation.in_office,
    )


def _came_on_shift(
    request: Request,
    escalation: Escalation,
    rung: Rung,
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
) -> tuple[Person, ...]:
    """Whose shift began since it was raised, on a step that it has passed: paged as well.

    Else who comes on as first would hear of it only when it has gone round (practice 6).
    """
    held = {*escalation.paged, *(worker.id for worker in rung.workers)}
    passed = (
        worker
        for step in escalation.steps[: rung.step]
        for worker in fill(step, roster, household, policy, at, request.excluded)
    )
    return tuple(
        {
            worker.id: worker
            for worker in passed
            if worker.id not in held
            and (shift := shift_of(worker, at)) is not None
            and shift.starts > request.raised_at
        }.values()
    )


def _pagings(
    request: Request, escalation: Escalation, rung: Rung, at: datetime
) -> tuple[Event, ...]:
    empty = (Rung(step=step, round=round_, workers=()) for step, round_ in rung.passed)
    return tuple(
        paging(request.id, request.author, escalation, each, at) for each in (*empty, rung)
    )


def _next_rung(
    escalation: Escalation, policy: Policy, at: datetime
) -> tuple[Escalation, tuple[int, int]]:
    """The ladder of this hour, and the rung after the last one on it.

    From the last step it goes round again; another ladder begins at its first step, in a new round.
    """
    now = escalation.at_hour(in_office=in_office_hours(policy, at))
    if now is not escalation:
        return now, (0, escalation.round + 1)
    return now, _next(escalation, escalation.step, escalation.round)


def _next(escalation: Escalation, step: int, round_: int) -> tuple[int, int]:
    return (step + 1, round_) if step + 1 < len(escalation.steps) else (0, round_ + 1)


def _wait(escalation: Escalation, step: int, at: datetime) -> datetime:
    return at + timedelta(minutes=escalation.steps[step].wait_minutes)


def _name(request: Request, roster: Roster) -> str:
    return next((p.name for p in roster if p.id == request.acknowledged_by), "")
