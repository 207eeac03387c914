"""Once a quarter a household is asked whether anything has changed; an answer has its day."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from fostering.due import due, next_due_at
from fostering.home_check import HomeCheck, after, answer, tell, turn
from fostering.matters import Rule
from fostering.refusals import NotYours
from tests.rules.cast import CARER, HOME, MONDAY_NOON, OTHER_CARER, POLICY, utc

MONDAY = date(2026, 11, 2)
CHECK = HomeCheck(id=HOME.id, since=MONDAY)
QUARTER_LATER = utc(2027, 2, 1, 9)


def follow(check, events):
    """The check after these events."""
    for event in events:
        check = after(check, event)
    return check


def test_a_household_is_asked_a_quarter_after_it_was_brought_by_day():
    assert next_due_at(CHECK, POLICY) == QUARTER_LATER
    assert due(CHECK, POLICY, QUARTER_LATER - timedelta(seconds=1)) == ()
    assert [matter.rule for matter in due(CHECK, POLICY, QUARTER_LATER)] == [Rule.HOME_CHECK]


def test_without_an_answer_it_is_asked_once_and_then_a_quarter_later():
    asked = after(CHECK, tell(CHECK, QUARTER_LATER))
    assert next_due_at(asked, POLICY) == utc(2027, 5, 3, 8)


@pytest.mark.parametrize("changed", [True, False])
def test_an_answer_counts_from_its_day(changed):
    at = QUARTER_LATER + timedelta(days=3)
    asked = after(CHECK, tell(CHECK, QUARTER_LATER))
    events = answer(asked, CARER, HOME, at, at.date(), changed=changed)
    answered = follow(asked, events)
    assert answered.answered_on == date(2027, 2, 4)
    assert next_due_at(answered, POLICY) == utc(2027, 5, 6, 8)


def test_who_does_not_want_to_be_asked_is_not_until_they_want_it_again():
    off = follow(CHECK, turn(CHECK, CARER, HOME, MONDAY_NOON, on=False))
    assert next_due_at(off, POLICY) is None
    assert turn(off, CARER, HOME, MONDAY_NOON, on=False) == ()
    assert follow(off, turn(off, CARER, HOME, MONDAY_NOON, on=True)) == CHECK


def test_only_a_carer_of_the_household_answers():
    with pytest.raises(NotYours):
        answer(CHECK, OTHER_CARER, HOME, MONDAY_NOON, MONDAY, changed=False)
    with pytest.raises(NotYours):
        turn(CHECK, OTHER_CARER, HOME, MONDAY_NOON, on=False)


def test_what_another_household_says_changes_nothing():
    other = replace(CHECK, id=UUID(int=78))
    events = (
        *answer(other, CARER, HOME, MONDAY_NOON, MONDAY, changed=True),
        *turn(other, CARER, HOME, MONDAY_NOON, on=False),
        tell(other, MONDAY_NOON),
    )
    assert follow(CHECK, events) == CHECK
