"""London's wall clock, told once more by hand: no library of time zones is asked.

Summer time runs from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC
(Summer Time Order 2002). The office is open from 9 to 17 on working days; quiet is from 21 to 9.
"""

from datetime import UTC, date, datetime, time, timedelta

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
HOLIDAYS = (date(2026, 12, 25), date(2026, 12, 28))
NINE, FIVE, TO_BED = time(9), time(17), time(21)
CHANGES = (
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2027, 3, 28, 1, tzinfo=UTC),
    datetime(2027, 10, 31, 1, tzinfo=UTC),
    datetime(2028, 3, 26, 1, tzinfo=UTC),
)
"""Both changes of the clock, twice."""
STARTS = (
    *(change - timedelta(minutes=40) for change in CHANGES),
    datetime(2026, 11, 20, 23, 40, tzinfo=UTC),
    datetime(2026, 11, 23, 8, 52, tzinfo=UTC),
    datetime(2026, 11, 27, 16, 52, tzinfo=UTC),
    datetime(2026, 12, 24, 16, 45, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 50, tzinfo=UTC),
    datetime(2028, 2, 28, 23, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 16, 50, tzinfo=UTC),
)
"""Moments at which clocks are known to go wrong: both changes, leap day, midnight, closing time."""


def last_sunday(year: int, month: int) -> date:
    """The last Sunday of March or October; both have 31 days."""
    day = date(year, month, 31)
    while day.weekday() != 6:
        day -= DAY
    return day


def summer(at: datetime) -> bool:
    """Whether summer time runs at this instant (aware UTC)."""
    march, october = (last_sunday(at.year, month) for month in (3, 10))
    begins = datetime(march.year, march.month, march.day, 1, tzinfo=UTC)
    ends = datetime(october.year, october.month, october.day, 1, tzinfo=UTC)
    return begins <= at < ends


def on_the_wall(at: datetime) -> datetime:
    """What the clock on the wall shows, without a zone."""
    return (at + HOUR if summer(at) else at).replace(tzinfo=None)


def instant_of(shown: datetime) -> datetime:
    """The first instant at which the wall shows this; one that is skipped comes an hour later."""
    early = shown.replace(tzinfo=UTC) - HOUR
    return early if on_the_wall(early) == shown else early + HOUR


def works_on(day: date) -> bool:
    """Whether it is a working day."""
    return day.weekday() < 5 and day not in HOLIDAYS


def office_is_open(at: datetime) -> bool:
    """Whether somebody is in the office."""
    shown = on_the_wall(at)
    return works_on(shown.date()) and NINE <= shown.time() < FIVE


def sleeps(at: datetime) -> bool:
    """Whether these are quiet hours."""
    clock = on_the_wall(at).time()
    return clock >= TO_BED or clock < NINE


def awake(at: datetime) -> datetime:
    """The same instant, or the nine in the morning that ends the night it falls into."""
    if not sleeps(at):
        return at
    shown = on_the_wall(at)
    day = shown.date() if shown.time() < NINE else shown.date() + DAY
    return nine_on(day)


def nine_on(day: date) -> datetime:
    """Nine in the morning."""
    return instant_of(datetime.combine(day, NINE))


def five_on(day: date) -> datetime:
    """When the office shuts."""
    return instant_of(datetime.combine(day, FIVE))


def working_day_after(day: date, count: int) -> date:
    """So many working days later."""
    left = count
    while left:
        day += DAY
        left -= works_on(day)
    return day
