"""Which numbers are shown at this hour (practice 10)."""

from dataclasses import replace
from datetime import date, time

from fostering.numbers import numbers_now
from fostering.policy import TelephoneNumber
from tests.rules.cast import ADVICE, DUTY, EDT, POLICY, utc

KENT = TelephoneNumber(
    name="Their team", number="0161 496 0001", checked=date(2026, 11, 1), authority="Kent"
)
TWO_AREAS = replace(POLICY, out_of_hours_numbers=(ADVICE, EDT, KENT))


def test_in_office_hours_duty_comes_first():
    assert numbers_now(POLICY, utc(2026, 11, 2, 12)) == (DUTY, EDT)


def test_in_the_evening_the_advice_line_comes_before_the_emergency_team():
    assert numbers_now(POLICY, utc(2026, 11, 2, 20)) == (ADVICE, EDT)


def test_after_the_advice_line_has_shut_the_emergency_team_is_the_number():
    assert numbers_now(POLICY, utc(2026, 11, 2, 23)) == (EDT,)


def test_the_policys_order_stands_and_other_authorities_are_left_out():
    night = utc(2026, 11, 3, 2)
    assert numbers_now(TWO_AREAS, night, {"Kent"}) == (EDT, KENT)
    assert numbers_now(TWO_AREAS, night, {"Leeds"}) == (EDT,)
    assert numbers_now(TWO_AREAS, night) == (EDT,)
    assert numbers_now(TWO_AREAS, utc(2026, 11, 2, 12), {"Kent"}) == (DUTY, EDT, KENT)


def test_children_of_two_authorities_bring_the_numbers_of_both():
    leeds = replace(KENT, number="0161 496 0002", authority="Leeds")
    policy = replace(POLICY, out_of_hours_numbers=(EDT, leeds, KENT))
    assert numbers_now(policy, utc(2026, 11, 3, 2), {"Kent", "Leeds"}) == (EDT, leeds, KENT)


def test_a_team_for_when_the_office_is_shut_answers_all_weekend_and_never_by_day():
    edt = replace(EDT, while_office_shut=True)
    policy = replace(POLICY, out_of_hours_numbers=(ADVICE, edt))
    assert numbers_now(policy, utc(2026, 11, 2, 12)) == (DUTY,)
    assert numbers_now(policy, utc(2026, 11, 2, 23)) == (edt,)
    assert numbers_now(policy, utc(2026, 11, 7, 12)) == (edt,)
    assert numbers_now(policy, utc(2026, 12, 25, 12)) == (edt,)


def test_hours_may_reach_past_midnight():
    night_line = replace(ADVICE, opens=time(22), shuts=time(6))
    policy = replace(POLICY, out_of_hours_numbers=(night_line, EDT))
    assert numbers_now(policy, utc(2026, 11, 3, 5)) == (night_line, EDT)
    assert numbers_now(policy, utc(2026, 11, 2, 22)) == (night_line, EDT)
    assert numbers_now(policy, utc(2026, 11, 3, 6)) == (EDT,)


def test_a_number_is_shown_even_if_by_the_policy_none_answers():
    policy = replace(POLICY, out_of_hours_numbers=(ADVICE,))
    assert numbers_now(policy, utc(2026, 11, 3, 2)) == (ADVICE,)


def test_without_any_number_there_is_none_to_ring():
    policy = replace(POLICY, out_of_hours_numbers=(), duty_numbers=())
    assert numbers_now(policy, utc(2026, 11, 3, 2)) == ()
