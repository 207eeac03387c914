"""When a carer's approval is reviewed next."""

from datetime import date

from fostering.annual_review import review_by


def test_it_is_held_within_a_year():
    assert review_by(date(2026, 3, 14)) == date(2027, 3, 14)


def test_a_leap_day_comes_a_day_earlier_and_never_later():
    assert review_by(date(2028, 2, 29)) == date(2029, 2, 28)
