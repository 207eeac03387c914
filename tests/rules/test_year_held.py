"""What the year held: counted under headings, with the days that answers took."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from fostering.priority import Priority
from fostering.requests import RequestState
from fostering.year_held import Answered, Asked, tally, within
from tests.rules.cast import MONDAY_NOON
from tests.rules.requests_told import raised

HOUR = timedelta(hours=1)
ONE = raised(at=MONDAY_NOON, priority=Priority.P3)


def asked(number, **more):
    """Another request of the same carer."""
    return replace(ONE, id=UUID(int=number), **more)


def counted(*requests, answered=None, heading="Support"):
    """The one heading under which they are counted."""
    [found] = tally(requests, answered or {}, lambda _: heading)
    return found


def test_what_is_not_answered_is_open_and_has_no_days():
    assert counted(ONE) == Asked(heading="Support", count=1, still_open=1)


def test_half_of_the_answers_came_within_so_many_days():
    hours = {1: 1, 2: 24, 3: 25, 4: 240}
    requests = [asked(number, state=RequestState.CLOSED) for number in hours]
    answered = {UUID(int=n): Answered(at=MONDAY_NOON + h * HOUR) for n, h in hours.items()}
    assert counted(*requests, answered=answered).within_days == 1
    assert counted(*requests[1:], answered=answered).within_days == 2
    assert counted(requests[3], answered=answered).within_days == 10


def test_an_answer_in_the_same_instant_took_a_day_that_has_begun():
    assert counted(ONE, answered={ONE.id: Answered(at=MONDAY_NOON)}).within_days == 1


def test_a_no_and_what_the_carer_said_of_it_are_counted():
    found = counted(
        asked(1, state=RequestState.CLOSED, helped="no"),
        asked(2, state=RequestState.CLOSED, helped="partly"),
        asked(3, state=RequestState.CLOSED, helped="yes"),
        answered={UUID(int=1): Answered(at=MONDAY_NOON, outcome="declined")},
    )
    assert (found.declined, found.helped, found.did_not_help, found.still_open) == (1, 2, 1, 0)


def test_headings_come_in_the_order_of_the_first_and_what_has_none_is_left_out():
    headings = {UUID(int=1): "B", UUID(int=2): "A", UUID(int=3): "B", UUID(int=4): ""}
    requests = [asked(number) for number in (1, 2, 3, 4)]
    found = tally(requests, {}, lambda request: headings[request.id])
    assert [(each.heading, each.count) for each in found] == [("B", 2), ("A", 1)]


def test_days_of_the_year_stand_once_and_in_order():
    first, last = date(2026, 5, 7), date(2027, 5, 7)
    days = [last, date(2026, 5, 6), first, last, date(2027, 5, 8)]
    assert within(days, first, last) == (first, last)
