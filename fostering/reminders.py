"""Reminders: what falls due about a meeting, on the service's own wall clock."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from fostering.matters import Due, Rule
from fostering.meeting import PLANNED, TO_PLAN, Meeting, MeetingState, dispute_ends
from fostering.office_hours import instant, local
from fostering.policy import Policy
from fostering.quiet_hours import morning, when_awake
from fostering.supervision import Supervision


def supervision_due(supervision: Supervision, policy: Policy, at: datetime) -> tuple[Due, ...]:
    """What is due about it now and not told yet; after an outage one of each, never a burst.

    The latest reminder stands for those before it, and once it is overdue nobody is asked to plan
    it in time. All of it is told in one unit: telling any of it settles what was due till then.
    """
    return newest(untold(supervision, policy), at, OVERTAKES)


def supervision_next_due_at(supervision: Supervision, policy: Policy) -> datetime | None:
    """When the next of it falls due (aware UTC); in the past if it waits to be told."""
    return min((matter.at for matter in untold(supervision, policy)), default=None)


OVERTAKES = ((Rule.SUPERVISION_OVERDUE, (Rule.SUPERVISION_TO_PLAN,)),)
"""What need not be told any more to who is told the first."""


def untold(supervision: Supervision, policy: Policy) -> Iterator[Due]:
    """Everything that has been or will be due as things stand, but for what was told."""
    matters = _matters(supervision, policy)
    return not_told(supervision, matters, Rule.SUPERVISION_HELD, policy)


def newest(
    matters: Iterable[Due], at: datetime, overtakes: Iterable[tuple[Rule, tuple[Rule, ...]]]
) -> tuple[Due, ...]:
    """The latest of each rule that is due, without what a later rule has overtaken."""
    now = sorted((matter for matter in matters if matter.at <= at), key=lambda matter: matter.at)
    latest = {matter.rule: matter for matter in now}
    for later, earlier in overtakes:
        if later in latest:
            latest = {rule: matter for rule, matter in latest.items() if rule not in earlier}
    return tuple(latest.values())


def not_told(meeting: Meeting, matters: Iterable[Due], held: Rule, policy: Policy) -> Iterator[Due]:
    """These matters but for what was told; and that what was said counts as held (`held`)."""
    for matter in matters:
        if meeting.told_until is None or matter.at > meeting.told_until:
            yield matter
    ends = dispute_ends(meeting, policy)
    if ends is not None:
        yield about(meeting, held, f"{meeting.said_held_on}", ends)


def _matters(supervision: Supervision, policy: Policy) -> Iterator[Due]:
    days = policy.supervision_remind_days
    yield from before_it(supervision, Rule.SUPERVISION_REMINDER, days, policy)
    day = supervision.due_day(policy)
    if day is None or supervision.state is MeetingState.SAID_HELD:
        return
    if supervision.state in TO_PLAN:
        for days_left in policy.supervision_plan_days:
            yield ahead(supervision, Rule.SUPERVISION_TO_PLAN, day, days_left, policy)
    overdue = day + timedelta(days=1)
    at = morning(overdue, policy)
    yield about(supervision, Rule.SUPERVISION_OVERDUE, f"{day}", at)
    at = morning(overdue + timedelta(days=policy.supervision_overdue_manager_days), policy)
    yield about(supervision, Rule.SUPERVISION_OVERDUE_MANAGER, f"{day}", at)


def ahead(meeting: Meeting, rule: Rule, day: date, days: int, policy: Policy) -> Due:
    """What is told on a morning, so many days before the day on which the meeting is due."""
    return about(meeting, rule, f"{day}:{days}", morning(day - timedelta(days=days), policy))


def before_it(
    meeting: Meeting, rule: Rule, days_before: Iterable[int], policy: Policy
) -> Iterator[Due]:
    """At the meeting's own time of day, some days before; never at or after the meeting."""
    if meeting.planned_for is None or meeting.state not in PLANNED:
        return
    planned = local(meeting.planned_for, policy.office_hours)
    for days in days_before:
        day = planned.date() - timedelta(days=days)
        at = when_awake(instant(day, planned.time(), policy.office_hours), policy)
        if at < meeting.planned_for:
            yield about(meeting, rule, f"{meeting.uid}:{meeting.moves}:{days}", at)


def about(meeting: Meeting, rule: Rule, occurrence: str, at: datetime) -> Due:
    """Something due about this carer's meeting."""
    return Due(rule=rule, subject=meeting.carer, occurrence=occurrence, at=at)
