"""Office hours: when the service is open, in its own local time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fostering.policy import OfficeHours, Policy

SATURDAY = 5
ONE_DAY = timedelta(days=1)


def local(at: datetime, hours: OfficeHours) -> datetime:
    """The same instant on the service's clock."""
    return at.astimezone(ZoneInfo(hours.time_zone))


def local_date(at: datetime, hours: OfficeHours) -> date:
    """The service's calendar day at this instant."""
    return local(at, hours).date()


def instant(day: date, clock: time, hours: OfficeHours) -> datetime:
    """The aware UTC instant at which the service's clock shows this time on this day.

    A time that the spring change skips is taken an hour later; of a time that comes twice in
    autumn the first is taken.
    """
    return datetime.combine(day, clock, ZoneInfo(hours.time_zone)).astimezone(UTC)


def is_working_day(day: date, bank_holidays: frozenset[date]) -> bool:
    """A weekday that is not a bank holiday (as SI 2006/1738 counts)."""
    return day.weekday() < SATURDAY and day not in bank_holidays


def open_at(at: datetime, hours: OfficeHours, bank_holidays: frozenset[date]) -> bool:
    """Whether the office is open; at closing time it is shut already."""
    here = local(at, hours)
    in_hours = hours.opens <= here.time() < hours.shuts
    return in_hours and is_working_day(here.date(), bank_holidays)


def opening(day: date, hours: OfficeHours) -> datetime:
    """When the office opens on that day (aware UTC), if it is a working day."""
    return instant(day, hours.opens, hours)


def closing(day: date, hours: OfficeHours) -> datetime:
    """When the office shuts on that day (aware UTC), if it is a working day."""
    return instant(day, hours.shuts, hours)


def last_closing(policy: Policy, at: datetime) -> datetime:
    """When the office last shut, before this instant (aware UTC)."""
    hours = policy.office_hours
    day = local_date(at, hours)
    while not is_working_day(day, policy.bank_holidays) or closing(day, hours) > at:
        day -= ONE_DAY
    return closing(day, hours)


def next_opening(at: datetime, hours: OfficeHours, bank_holidays: frozenset[date]) -> datetime:
    """The first opening after this instant, also when the office is open now (aware UTC)."""
    day = local_date(at, hours)
    while not is_working_day(day, bank_holidays) or opening(day, hours) <= at:
        day += ONE_DAY
    return opening(day, hours)
