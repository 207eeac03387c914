"""Quiet hours: reminders wait for the morning; what else can wait makes no sound at night."""

from datetime import date, datetime, time

from fostering.office_hours import ONE_DAY, instant, local
from fostering.policy import Policy


def is_quiet(clock: time, policy: Policy) -> bool:
    """Whether this local time is within the policy's quiet hours; they may span midnight."""
    if policy.quiet_from <= policy.quiet_until:
        return policy.quiet_from <= clock < policy.quiet_until
    return clock >= policy.quiet_from or clock < policy.quiet_until


def morning(day: date, policy: Policy) -> datetime:
    """When the quiet hours end on that local day (aware UTC)."""
    return instant(day, policy.quiet_until, policy.office_hours)


def when_awake(at: datetime, policy: Policy) -> datetime:
    """The same instant, or the end of the quiet hours it falls into (aware UTC)."""
    here = local(at, policy.office_hours)
    if not is_quiet(here.time(), policy):
        return at
    tomorrow = here.time() >= policy.quiet_until
    day = here.date() + ONE_DAY if tomorrow else here.date()
    return instant(day, policy.quiet_until, policy.office_hours)
