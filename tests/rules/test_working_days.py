"""Counting working days, and by when an answer is owed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fostering.kinds import Clock, Span
from fostering.office_hours import closing, is_working_day, local_date, open_at
from fostering.working_days import add_working_days, answer_by
from tests.rules.cast import CHRISTMAS, HOURS, utc

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
HOLIDAYS = st.frozensets(st.dates(date(2024, 1, 1), date(2031, 12, 31)), max_size=30)
INSTANTS = st.datetimes(utc(2024, 1, 1).replace(tzinfo=None), utc(2030, 1, 1).replace(tzinfo=None))


@given(DAYS, st.integers(0, 40), HOLIDAYS)
def test_the_day_reached_is_a_working_day(day, count, holidays):
    assert is_working_day(add_working_days(day, count, holidays), holidays)


@given(DAYS, st.integers(1, 40), HOLIDAYS)
def test_as_many_working_days_lie_between_as_were_added(day, count, holidays):
    reached = add_working_days(day, count, holidays)
    later = (day + timedelta(days=n) for n in range(1, (reached - day).days + 1))
    assert sum(is_working_day(each, holidays) for each in later) == count


def test_christmas_breaks_the_count():
    assert add_working_days(date(2026, 12, 24), 1, CHRISTMAS) == date(2026, 12, 29)


def test_no_working_days_from_a_saturday_is_the_monday():
    assert add_working_days(date(2026, 11, 7), 0, frozenset()) == date(2026, 11, 9)


def test_two_working_days_from_friday_end_when_the_office_shuts_on_tuesday():
    clock = Clock(count=2, span=Span.WORKING_DAYS)
    assert answer_by(clock, utc(2026, 11, 6, 12), HOURS, frozenset()) == utc(2026, 11, 10, 17)


def test_told_at_night_the_day_after_is_still_the_first_working_day():
    clock = Clock(count=1, span=Span.WORKING_DAYS)
    assert answer_by(clock, utc(2026, 11, 2, 23), HOURS, frozenset()) == utc(2026, 11, 3, 17)


def test_the_same_day_ends_when_the_office_shuts():
    same_day = Clock(count=0, span=Span.WORKING_DAYS)
    assert answer_by(same_day, utc(2026, 11, 2, 10), HOURS, frozenset()) == utc(2026, 11, 2, 17)


def test_the_same_day_told_after_closing_is_the_next_working_day():
    same_day = Clock(count=0, span=Span.WORKING_DAYS)
    assert answer_by(same_day, utc(2026, 11, 6, 17), HOURS, frozenset()) == utc(2026, 11, 9, 17)


def test_minutes_run_at_night():
    clock = Clock(count=30, span=Span.MINUTES)
    assert answer_by(clock, utc(2026, 11, 2, 23), HOURS, frozenset()) == utc(2026, 11, 2, 23, 30)


def test_urgent_hours_run_at_night():
    clock = Clock(count=2, span=Span.HOURS)
    answer = answer_by(clock, utc(2026, 11, 2, 23), HOURS, frozenset(), urgent=True)
    assert answer == utc(2026, 11, 3, 1)


def test_routine_hours_wait_for_the_office():
    clock = Clock(count=3, span=Span.HOURS)
    assert answer_by(clock, utc(2026, 11, 6, 16), HOURS, frozenset()) == utc(2026, 11, 9, 11)
    assert answer_by(clock, utc(2026, 11, 7, 16), HOURS, frozenset()) == utc(2026, 11, 9, 12)


def test_routine_hours_may_end_just_as_the_office_shuts():
    clock = Clock(count=3, span=Span.HOURS)
    assert answer_by(clock, utc(2026, 11, 6, 14), HOURS, frozenset()) == utc(2026, 11, 6, 17)


@given(INSTANTS, st.integers(1, 30), HOLIDAYS)
def test_routine_hours_never_end_while_the_office_is_shut(naive, count, holidays):
    at = naive.replace(tzinfo=utc(2024, 1, 1).tzinfo)
    answer = answer_by(Clock(count=count, span=Span.HOURS), at, HOURS, holidays)
    assert answer >= at + timedelta(hours=count)
    shut = closing(local_date(answer, HOURS), HOURS)
    assert answer == shut or open_at(answer, HOURS, holidays)


@given(INSTANTS, st.integers(0, 10), HOLIDAYS)
def test_working_days_always_leave_time(naive, count, holidays):
    at = naive.replace(tzinfo=utc(2024, 1, 1).tzinfo)
    assert answer_by(Clock(count=count, span=Span.WORKING_DAYS), at, HOURS, holidays) > at
