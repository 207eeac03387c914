"""A decision is answered before the event; where that cannot be, it says so and is more urgent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fostering.decision_requests import Soon, latest, priority_of, too_near, wanted_on
from fostering.priority import Priority
from tests.rules.cast import MONDAY_NIGHT, MONDAY_NOON, POLICY, ROSTER, kind, utc
from tests.rules.requests_told import follow, raising

TODAY, TOMORROW = date(2026, 11, 2), date(2026, 11, 3)
FRIDAY, MONDAY = date(2026, 11, 6), date(2026, 11, 9)
NEXT_MONTH = date(2026, 12, 7)


@pytest.mark.parametrize(
    ("event", "soon", "day"),
    [
        (NEXT_MONTH, Soon.EVE, NEXT_MONTH),
        (NEXT_MONTH, Soon.WEEK, date(2026, 11, 30)),
        (FRIDAY, Soon.WEEK, TOMORROW),
        (TODAY, Soon.WEEK, TODAY),
        (NEXT_MONTH, Soon.NOW, TOMORROW),
        (TODAY, Soon.NOW, TODAY),
    ],
)
def test_the_answer_is_owed_before_this_day(event, soon, day):
    assert wanted_on(event, soon, TODAY) == day


@pytest.mark.parametrize(
    ("event", "at", "by", "near"),
    [
        (FRIDAY, MONDAY_NOON, utc(2026, 11, 5, 17), False),
        (MONDAY, MONDAY_NOON, utc(2026, 11, 6, 17), False),
        (TOMORROW, MONDAY_NOON, utc(2026, 11, 2, 17), False),
        (TOMORROW, MONDAY_NIGHT, utc(2026, 11, 3, 9), True),
        (TODAY, MONDAY_NOON, MONDAY_NOON + timedelta(hours=1), True),
        (date(2026, 12, 29), utc(2026, 12, 24, 18), utc(2026, 12, 29, 9), True),
    ],
)
def test_the_last_moment_before_the_event(event, at, by, near):
    assert latest(event, at, POLICY) == by
    assert too_near(event, at, POLICY) is near


def test_what_is_too_near_is_as_urgent_as_the_service_lets_it_be():
    paging = replace(POLICY, decision_near_priority=Priority.P1)
    assert priority_of(None, MONDAY_NOON, POLICY) is Priority.P3
    assert priority_of(FRIDAY, MONDAY_NOON, paging) is Priority.P3
    assert priority_of(TOMORROW, MONDAY_NIGHT, POLICY) is Priority.P2
    assert priority_of(TOMORROW, MONDAY_NIGHT, paging) is Priority.P1


def test_the_request_promises_nothing_after_the_event():
    near = raising(
        at=MONDAY_NIGHT,
        priority=Priority.P2,
        roster=ROSTER,
        kind=kind(),
        wanted=TOMORROW,
        latest=latest(TOMORROW, MONDAY_NIGHT, POLICY),
    )
    assert follow(None, near).answer_by == utc(2026, 11, 3, 9)
