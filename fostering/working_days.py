"""Working days: counting them, and by when an answer is owed.

Day 0 is the local date of the event; weekends and bank holidays do not count (SI 2006/1738).
"""

from datetime import date, datetime, timedelta

from fostering.kinds import Clock, Span
from fostering.office_hours import (
    ONE_DAY,
    closing,
    is_working_day,
    local_date,
    next_opening,
    open_at,
)
from fostering.policy import OfficeHours, Policy


def add_working_days(day: date, count: int, bank_holidays: frozenset[date]) -> date:
    """The working day that is `count` working days after `day`; for 0, `day` or the next one."""
    while not (count or is_working_day(day, bank_holidays)):
        day += ONE_DAY
    while count:
        day += ONE_DAY
        count -= is_working_day(day, bank_holidays)
    return day


def answer_by(
    clock: Clock,
    at: datetime,
    hours: OfficeHours,
    bank_holidays: frozenset[date],
    *,
    urgent: bool = False,
) -> datetime:
    """By when the service owes an answer to what came at this instant (aware UTC).

    Minutes always run, and so do the hours of an urgent request; the hours of a routine one run
    while the office is open. Working days end when the office shuts. The same day, told after the
    office has shut, is the next working day.
    """
    match clock.span:
        case Span.MINUTES:
            return at + timedelta(minutes=clock.count)
        case Span.HOURS if urgent:
            return at + timedelta(hours=clock.count)
        case Span.HOURS:
            return _after_open_hours(at, timedelta(hours=clock.count), hours, bank_holidays)
        case _:
            day = add_working_days(local_date(at, hours), clock.count, bank_holidays)
            if at >= closing(day, hours):
                day = add_working_days(day, 1, bank_holidays)
            return closing(day, hours)


def before(
    wanted: date,
    promised: datetime,
    at: datetime,
    hours: OfficeHours,
    bank_holidays: frozenset[date],
) -> datetime:
    """The promise, brought forward so that the answer comes before the day it is wanted for.

    It is owed when the office shuts on the working day before; where that has passed, when it
    shuts today or on the day itself. A promise is never made for the past, nor later than
    `promised` (aware UTC instants; `wanted` is a local date).
    """
    eve = wanted - ONE_DAY
    while not is_working_day(eve, bank_holidays):
        eve -= ONE_DAY
    days = (eve, local_date(at, hours), wanted)
    ends = (closing(day, hours) for day in days if is_working_day(day, bank_holidays))
    ahead = next((end for end in ends if end > at), promised)
    return min(ahead, promised)


def take_by(at: datetime, policy: Policy) -> datetime:
    """By when a named worker should have taken what is not urgent; the days are the policy's."""
    within = Clock(count=policy.take_within_working_days, span=Span.WORKING_DAYS)
    return answer_by(within, at, policy.office_hours, policy.bank_holidays)


def _after_open_hours(
    at: datetime, left: timedelta, hours: OfficeHours, bank_holidays: frozenset[date]
) -> datetime:
    if not open_at(at, hours, bank_holidays):
        at = next_opening(at, hours, bank_holidays)
    while left > (today := closing(local_date(at, hours), hours) - at):
        left -= today
        at = next_opening(at, hours, bank_holidays)
    return at + left
