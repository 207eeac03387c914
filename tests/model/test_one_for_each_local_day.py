"""In every time zone and over every change of the clock: one instant for each local day (T29).

The oracle is brute force: the wall of each quarter of an hour is read, and the first that fits is
the one.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from fostering.office_hours import instant, next_opening, open_at
from fostering.policy import OfficeHours
from fostering.quiet_hours import morning, when_awake
from tests.model import london
from tests.model.depth import look
from tests.rules.cast import HOURS, POLICY

ZONES = st.sampled_from(
    ["Europe/London", "Europe/Dublin", "Atlantic/Azores", "Australia/Lord_Howe", "Africa/Cairo"]
)
"""Ours, and those of clocks that change at midnight, or by half an hour, or the other way round."""
QUARTER = timedelta(minutes=15)
CHANGES = [
    date(year, month, 1) + timedelta(days=day)
    for year in (2026, 2027, 2028)
    for month in (2, 3, 4, 10, 11)
    for day in range(29)
]
DAYS = st.sampled_from(CHANGES) | st.dates(date(2024, 1, 1), date(2031, 1, 1))
CLOCKS = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
MOMENTS = st.builds(
    lambda day, minutes: (
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    DAYS,
    st.integers(0, 1439),
)


def shown_at(day: date, clock: time, zone: ZoneInfo) -> list[datetime]:
    """Every instant at which the wall of that zone shows this."""
    wanted = datetime.combine(day, clock)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    around = (noon + count * QUARTER for count in range(-160, 161))
    return [at for at in around if at.astimezone(zone).replace(tzinfo=None) == wanted]


@look(40)
@given(ZONES, DAYS, CLOCKS)
def test_a_local_time_is_its_first_instant_or_the_first_valid_one_after_a_gap(name, day, clock):
    zone, hours = ZoneInfo(name), OfficeHours(opens=time(9), shuts=time(17), time_zone=name)
    at = instant(day, clock, hours)
    found = shown_at(day, clock, zone)
    if found:
        assert at == found[0]
        return
    shown = at.astimezone(zone).replace(tzinfo=None)
    assert timedelta() < shown - datetime.combine(day, clock) <= timedelta(hours=1)
    assert shown.date() == day


@look(60)
@given(DAYS)
def test_each_local_day_has_one_morning_and_one_opening(day):
    nine = morning(day, POLICY)
    assert nine == london.nine_on(day)
    assert morning(day + london.DAY, POLICY) - nine >= timedelta(hours=23)
    if london.works_on(day):
        last_night = london.nine_on(day) - timedelta(hours=9)
        assert next_opening(last_night, HOURS, frozenset(london.HOLIDAYS)) == nine


@look(80)
@given(MOMENTS)
def test_the_office_and_the_quiet_hours_are_what_the_wall_says(at):
    assert open_at(at, HOURS, frozenset(london.HOLIDAYS)) == london.office_is_open(at)
    awake = when_awake(at, POLICY)
    assert awake == london.awake(at)
    assert when_awake(awake, POLICY) == awake
    assert awake - at <= timedelta(hours=13)
