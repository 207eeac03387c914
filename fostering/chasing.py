"""Chasing: a routine request has an owner and a promised answer, and neither is let slip.

The service itself chases what is late (NMS 31). What is urgent climbs instead (`escalation`).
"""

from collections.abc import Iterator
from datetime import datetime

from fostering.events import AnswerChased, Event
from fostering.matters import CHASED, LATE, Due, Rule
from fostering.office_hours import instant, local_date
from fostering.people import Person, Role
from fostering.policy import Policy
from fostering.quiet_hours import when_awake
from fostering.request_states import Request, RequestState
from fostering.routing import Roster, in_role, stand_in
from fostering.working_days import add_working_days


def chasing_due(request: Request, policy: Policy, at: datetime) -> tuple[Due, ...]:
    """What is due about its promises and was not told; after an outage only the newest of it."""
    now = [matter for matter in untold(request, policy) if matter.at <= at]
    return tuple(sorted(now, key=lambda matter: matter.at)[-1:])


def untold(request: Request, policy: Policy) -> Iterator[Due]:
    """All that will be or has been due as things stand, but for what was told."""
    for matter in _matters(request, policy):
        if request.chased_until is None or matter.at > request.chased_until:
            yield matter


def chase(request: Request, matter: Due, roster: Roster, policy: Policy, at: datetime) -> Event:
    """Tell who must hear of it now: the owner, and a manager where a promise was not kept.

    First the team manager, later the service manager; never who must not see the request. `workers`
    of the event may be empty: then nobody is there, and the next matter tries again.
    """
    if matter.rule not in CHASED:
        raise ValueError(f"{matter.rule} is not about a promised answer")
    late = matter.rule in LATE
    manager = _who_hears(request, matter.rule, roster, policy, at) if late else None
    holder = _holder(request, roster, policy, at)
    told = dict.fromkeys(worker.id for worker in (holder, manager) if worker is not None)
    return AnswerChased(
        at=at,
        subject=request.author,
        request=request.id,
        rule=matter.rule.value,
        occurrence=matter.occurrence,
        workers=tuple(told),
        manager=manager.id if manager is not None else None,
    )


def _matters(request: Request, policy: Policy) -> Iterator[Due]:
    """By when somebody takes it, then by when it is answered; nothing once it is answered."""
    climbs = request.escalation is not None and request.priority.urgent
    if climbs or not request.unanswered:
        return
    if request.take_by is not None and request.state is RequestState.RAISED:
        yield _due(request, Rule.TAKE_OVERDUE, request.take_by, policy)
    if request.answer_by is None:
        return
    day = local_date(request.answer_by, policy.office_hours)
    morning = instant(day, policy.quiet_until, policy.office_hours)
    if morning > request.raised_at:
        yield _due(request, Rule.ANSWER_DUE, morning, policy)
    yield _due(request, Rule.ANSWER_OVERDUE, request.answer_by, policy)
    later = add_working_days(day, policy.overdue_again_working_days, policy.bank_holidays)
    at = instant(later, policy.quiet_until, policy.office_hours)
    yield _due(request, Rule.ANSWER_OVERDUE_AGAIN, at, policy)


def _holder(request: Request, roster: Roster, policy: Policy, at: datetime) -> Person | None:
    """Who has it, else its owner; where they are away, who covers for them."""
    worker = request.acknowledged_by or request.owner
    if request.readers and worker not in request.readers:
        # Who covered for a chosen reader had it; they may have stopped covering by now.
        worker = request.owner
    if worker is None:
        return None
    day = local_date(at, policy.office_hours)
    return stand_in(worker, roster, day, request.excluded)


def _who_hears(
    request: Request, rule: Rule, roster: Roster, policy: Policy, at: datetime
) -> Person | None:
    """The team manager; where the answer is late for long, the service manager."""
    roles: tuple[Role, ...] = (Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    if rule is Rule.ANSWER_OVERDUE_AGAIN:
        roles = (Role.SERVICE_MANAGER, Role.TEAM_MANAGER)
    left_out = request.excluded
    if request.is_concern:
        # Somebody above the one who reads it: never below, for those are left out already.
        roles = (*roles, Role.RESPONSIBLE_INDIVIDUAL)
        left_out |= {who for who in (request.owner, request.acknowledged_by) if who is not None}
    day = local_date(at, policy.office_hours)
    found = (in_role(role, roster, day, left_out)[:1] for role in roles)
    return next((each[0] for each in found if each), None)


def _due(request: Request, rule: Rule, at: datetime, policy: Policy) -> Due:
    return Due(
        rule=rule,
        subject=request.id,
        occurrence=at.isoformat(),
        at=when_awake(at, policy),
    )
