"""An answer that is wanted for a day is owed before that day, and never later than promised."""

from datetime import date

import pytest

from fostering.priority import Priority
from fostering.raising import add_answers
from fostering.working_days import before
from tests.rules.cast import (
    CARER,
    CHRISTMAS,
    HOME,
    HOURS,
    MONDAY_NIGHT,
    MONDAY_NOON,
    POLICY,
    ROSTER,
    kind,
    utc,
)
from tests.rules.requests_told import follow, raised

PROMISED = utc(2026, 11, 6, 17)


def owed(wanted, at=MONDAY_NOON):
    """When the answer is owed that was promised for Friday."""
    return before(wanted, PROMISED, at, HOURS, CHRISTMAS)


@pytest.mark.parametrize(
    ("wanted", "answer_by"),
    [
        (date(2026, 11, 5), utc(2026, 11, 4, 17)),
        (date(2026, 11, 9), PROMISED),
        (date(2026, 12, 24), PROMISED),
        (date(2026, 11, 3), utc(2026, 11, 2, 17)),
        (date(2026, 11, 2), utc(2026, 11, 2, 17)),
        (date(2026, 10, 1), utc(2026, 11, 2, 17)),
    ],
)
def test_it_is_owed_when_the_office_shuts_the_working_day_before(wanted, answer_by):
    assert owed(wanted) == answer_by


def test_at_night_for_tomorrow_it_is_owed_tomorrow():
    assert owed(date(2026, 11, 3), MONDAY_NIGHT) == utc(2026, 11, 3, 17)


def test_at_a_weekend_for_the_weekend_nothing_earlier_can_be_promised():
    assert owed(date(2026, 11, 1), utc(2026, 11, 1, 12)) == PROMISED


def test_a_monday_is_answered_on_the_friday_before_and_christmas_is_passed_over():
    assert before(date(2026, 12, 29), utc(2027, 1, 4, 17), MONDAY_NOON, HOURS, CHRISTMAS) == utc(
        2026, 12, 24, 17
    )


def test_the_day_may_become_known_later_and_brings_the_promise_forward():
    request = raised(at=MONDAY_NOON, priority=Priority.P3, kind=kind())
    assert request.answer_by == utc(2026, 11, 4, 17)
    events = add_answers(
        request,
        CARER,
        HOME,
        ROSTER,
        POLICY,
        MONDAY_NOON,
        priority=Priority.P3,
        finished=True,
        kind=kind(),
        wanted=date(2026, 11, 3),
    )
    assert follow(request, events).answer_by == utc(2026, 11, 2, 17)
