"""A request for a decision: by when the answer must come, so that it comes before the event."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from fostering.office_hours import (
    ONE_DAY,
    closing,
    is_working_day,
    opening,
)
from fostering.policy import Policy
from fostering.priority import Priority

WEEK = timedelta(days=7)
LAST_HOUR = timedelta(hours=1)
"""Ours: how long somebody has who is asked on the day itself."""


class Soon(StrEnum):
    """How soon the answer is needed: the day before, a week before, or today or tomorrow."""

    EVE = "eve"
    WEEK = "week"
    NOW = "now"


def wanted_on(event: date, soon: Soon, today: date) -> date:
    """The local day before which the answer is owed; never after the event."""
    match soon:
        case Soon.EVE:
            return event
        case Soon.WEEK:
            return max(event - WEEK, min(event, today + ONE_DAY))
        case _:
            return min(event, today + ONE_DAY)


def too_near(event: date, at: datetime, policy: Policy) -> bool:
    """Whether the office does not shut once more on a working day before the event (`at` UTC)."""
    return _eve(event, policy) <= at


def latest(event: date, at: datetime, policy: Policy) -> datetime:
    """The last instant (aware UTC) at which an answer still comes before the event.

    It is when the office shuts on the working day before; where that has passed, when the office
    would open on the day itself; on that day within an hour, since we know no time of the event.
    """
    eve, morning = _eve(event, policy), opening(event, policy.office_hours)
    if eve > at:
        return eve
    return morning if morning > at else at + LAST_HOUR


def priority_of(event: date | None, at: datetime, policy: Policy) -> Priority:
    """Same-day or routine; where the event is too near, as urgent as the service lets it be."""
    if event is not None and too_near(event, at, policy):
        return policy.decision_near_priority
    return Priority.P3


def _eve(event: date, policy: Policy) -> datetime:
    day = event - ONE_DAY
    while not is_working_day(day, policy.bank_holidays):
        day -= ONE_DAY
    return closing(day, policy.office_hours)
