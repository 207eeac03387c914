"""Reminders: what falls due about a supervision, on the service's own wall clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from fostering.matters import Due, Rule
from fostering.office_hours import instant, local
from fostering.policy import Policy
from fostering.quiet_hours import morning, when_awake
from fostering.supervision import Supervision, SupervisionState, dispute_ends, due_day

PLANNED = (SupervisionState.PLANNED, SupervisionState.CONFIRMED)
TO_PLAN = (SupervisionState.DUE, SupervisionState.DISPUTED)


def supervision_due(supervision: Supervision, policy: Policy, at: datetime) -> tuple[Due, ...]:
    """What is due about it now and not told yet; after an outage one of each, never a burst.

    The latest reminder stands for those before it, and once it is overdue nobody is asked to plan
    it in time. All of it is told in one unit: telling any of it settles what was due till then.
    """
    now = [matter for matter in untold(supervision, policy) if matter.at <= at]
    latest = {matter.rule: matter for matter in sorted(now, key=lambda matter: matter.at)}
    if Rule.SUPERVISION_OVERDUE in latest:
        latest.pop(Rule.SUPERVISION_TO_PLAN, None)
    return tuple(latest.values())


def supervision_next_due_at(supervision: Supervision, policy: Policy) -> datetime | None:
    """When the next of it falls due (aware UTC); in the past if it waits to be told."""
    return min((matter.at for matter in untold(supervision, policy)), default=None)


def untold(supervision: Supervision, policy: Policy) -> Iterator[Due]:
    """Everything that has been or will be due as things stand, but for what was told."""
    told_until = supervision.told_until
    for matter in _matters(supervision, policy):
        if told_until is None or matter.at > told_until:
            yield matter
    ends = dispute_ends(supervision, policy)
    if ends is not None:
        yield _due(supervision, Rule.SUPERVISION_HELD, f"{supervision.said_held_on}", ends)


def _matters(supervision: Supervision, policy: Policy) -> Iterator[Due]:
    if supervision.state in PLANNED:
        yield from _reminders(supervision, policy)
    day = due_day(supervision, policy)
    if day is None or supervision.state is SupervisionState.SAID_HELD:
        return
    if supervision.state in TO_PLAN:
        for days in policy.supervision_plan_days:
            at = morning(day - timedelta(days=days), policy)
            yield _due(supervision, Rule.SUPERVISION_TO_PLAN, f"{day}:{days}", at)
    overdue = day + timedelta(days=1)
    yield _due(supervision, Rule.SUPERVISION_OVERDUE, f"{day}", morning(overdue, policy))
    manager = overdue + timedelta(days=policy.supervision_overdue_manager_days)
    yield _due(supervision, Rule.SUPERVISION_OVERDUE_MANAGER, f"{day}", morning(manager, policy))


def _reminders(supervision: Supervision, policy: Policy) -> Iterator[Due]:
    """At the meeting's own time of day, some days before; never at or after the meeting."""
    if supervision.planned_for is None:
        return
    meeting = local(supervision.planned_for, policy.office_hours)
    for days in policy.supervision_remind_days:
        day = meeting.date() - timedelta(days=days)
        same_time = instant(day, meeting.time(), policy.office_hours)
        at = when_awake(same_time, policy)
        if at < supervision.planned_for:
            occurrence = f"{supervision.uid}:{supervision.moves}:{days}"
            yield _due(supervision, Rule.SUPERVISION_REMINDER, occurrence, at)


def _due(supervision: Supervision, rule: Rule, occurrence: str, at: datetime) -> Due:
    return Due(rule=rule, subject=supervision.carer, occurrence=occurrence, at=at)
