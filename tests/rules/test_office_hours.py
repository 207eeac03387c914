"""When the service is open, on its own wall clock."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from fostering.office_hours import (
    instant,
    last_closing,
    local,
    local_date,
    next_opening,
    open_at,
)
from tests.rules.cast import CHRISTMAS, HOURS, POLICY, utc

ANY_TIME = st.datetimes(utc(2024, 1, 1).replace(tzinfo=None), utc(2030, 1, 1).replace(tzinfo=None))


def test_open_from_the_first_minute_and_shut_at_closing_time():
    assert open_at(utc(2026, 11, 2, 9), HOURS, frozenset())
    assert not open_at(utc(2026, 11, 2, 8, 59), HOURS, frozenset())
    assert not open_at(utc(2026, 11, 2, 17), HOURS, frozenset())


def test_summer_time_opens_an_hour_earlier_by_the_world_clock():
    assert open_at(utc(2026, 7, 6, 8), HOURS, frozenset())
    assert not open_at(utc(2026, 7, 6, 16), HOURS, frozenset())


def test_the_office_last_shut_on_the_working_day_before():
    assert last_closing(POLICY, utc(2026, 11, 2, 23)) == utc(2026, 11, 2, 17)
    assert last_closing(POLICY, utc(2026, 11, 3, 8, 50)) == utc(2026, 11, 2, 17)
    assert last_closing(POLICY, utc(2026, 12, 29, 8)) == utc(2026, 12, 24, 17)


def test_shut_at_weekends_and_on_bank_holidays():
    assert not open_at(utc(2026, 11, 7, 12), HOURS, frozenset())
    assert not open_at(utc(2026, 12, 25, 12), HOURS, CHRISTMAS)


def test_next_opening_passes_the_weekend_and_the_holidays():
    assert next_opening(utc(2026, 12, 24, 18), HOURS, CHRISTMAS) == utc(2026, 12, 29, 9)


def test_next_opening_while_open_is_another_day():
    assert next_opening(utc(2026, 11, 2, 9), HOURS, frozenset()) == utc(2026, 11, 3, 9)


def test_next_opening_before_the_doors_is_today():
    assert next_opening(utc(2026, 11, 2, 3), HOURS, frozenset()) == utc(2026, 11, 2, 9)


def test_opening_over_the_spring_change_is_nine_by_the_wall():
    assert next_opening(utc(2026, 3, 27, 18), HOURS, frozenset()) == utc(2026, 3, 30, 8)


def test_a_summer_night_belongs_to_the_local_day():
    assert local_date(utc(2026, 7, 5, 23, 30), HOURS) == date(2026, 7, 6)


def test_a_skipped_time_is_taken_an_hour_later():
    assert local(instant(date(2026, 3, 29), time(1, 30), HOURS), HOURS).time() == time(2, 30)


def test_of_a_time_that_comes_twice_the_first_is_taken():
    assert instant(date(2026, 10, 25), time(1, 30), HOURS) == utc(2026, 10, 25, 0, 30)


def test_on_the_day_of_the_change_a_time_after_it_is_as_the_wall_shows():
    assert instant(date(2026, 3, 29), time(7), HOURS) == utc(2026, 3, 29, 6)
    assert instant(date(2026, 10, 25), time(7), HOURS) == utc(2026, 10, 25, 7)


@given(ANY_TIME)
def test_at_the_next_opening_the_office_is_open_and_was_shut_just_before(naive):
    at = naive.replace(tzinfo=utc(2024, 1, 1).tzinfo)
    opens = next_opening(at, HOURS, CHRISTMAS)
    assert opens > at
    assert open_at(opens, HOURS, CHRISTMAS)
    assert local(opens, HOURS).time() == time(9)
