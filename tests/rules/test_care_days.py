"""The days of a care review and of a move are set, moved with a reason, and taken away with one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fostering import people
from fostering.care_day_notes import days_of, note_care_day
from fostering.care_days import CareDay, CareDays, Occasion
from fostering.events import Event
from fostering.people import Person
from fostering.refusals import DayPassed, ReasonMissing
from tests.rules.cast import CLEO, MONDAY_NOON, YOUNG

TODAY = date(2026, 11, 2)
REVIEW, MOVE = CareDay.REVIEW, CareDay.MOVE
IN_MAY, IN_JUNE, LAST_MAY = date(2027, 5, 4), date(2027, 6, 1), date(2026, 5, 4)


def note(person: Person, which: CareDay, day: date | None, reason: str = "") -> tuple[Event, ...]:
    """Cleo notes this day."""
    return note_care_day(person, CLEO, which, day, reason, MONDAY_NOON, TODAY)


def noted(person: Person, which: CareDay, day: date | None, reason: str = "") -> Person:
    """The person after Cleo noted this day."""
    for event in note(person, which, day, reason):
        person = people.after(person, event)
    return person


def test_a_first_day_needs_no_reason_and_the_other_day_stays() -> None:
    person = noted(noted(YOUNG, REVIEW, IN_MAY), MOVE, IN_JUNE)
    assert (days_of(person).review, days_of(person).move) == (IN_MAY, IN_JUNE)
    assert days_of(person).since == MONDAY_NOON
    assert note(person, MOVE, IN_JUNE) == ()


@pytest.mark.parametrize("day", [IN_JUNE, None])
def test_a_day_moves_or_goes_only_with_a_reason(day: date | None) -> None:
    person = noted(YOUNG, REVIEW, IN_MAY)
    for empty in ("", "  "):
        with pytest.raises(ReasonMissing):
            note(person, REVIEW, day, empty)
    assert days_of(noted(person, REVIEW, day, "The officer is ill.")).review == day


def test_a_day_that_has_passed_is_refused() -> None:
    with pytest.raises(DayPassed):
        note(YOUNG, REVIEW, TODAY - timedelta(days=1))
    assert days_of(noted(YOUNG, REVIEW, TODAY)).review == TODAY


def test_after_a_review_the_next_one_is_no_move_of_it() -> None:
    over = replace(YOUNG, care_days=CareDays(review=LAST_MAY, move=LAST_MAY))
    assert days_of(noted(over, REVIEW, IN_MAY)).review == IN_MAY
    with pytest.raises(ReasonMissing):
        note(over, MOVE, None)


def test_asking_again_takes_the_place_of_the_last_time() -> None:
    days = CareDays().with_asked((Occasion.REVIEW, Occasion.MOVE), MONDAY_NOON)
    later = MONDAY_NOON + timedelta(days=1)
    again = days.with_asked((Occasion.REVIEW,), later)
    assert again.asked_at(Occasion.REVIEW) == later
    assert again.asked_at(Occasion.MOVE) == MONDAY_NOON
    assert again.asked_at(Occasion.MOVED) is None
