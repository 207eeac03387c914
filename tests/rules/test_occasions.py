"""Before a care review and around a move they are asked, once, in time, and on a day of chance."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from fostering import people
from fostering.care_days import CareDay, CareDays, Occasion
from fostering.due import next_due_at
from fostering.events import CareDayNoted, Event, SafeTimeMissed, SomethingNewSaid
from fostering.newcomers import confirm, join, say_phone_use
from fostering.occasions import asked_now, open_on, window_of
from fostering.people import Person
from fostering.phone_use import PhoneUse
from fostering.safe_choices import Days, HowOften
from fostering.safe_times import (
    choose,
    keep_waiting,
    occasions_at,
    safe_on,
    say_something_new,
    times_of,
)
from tests.rules.cast import CLEO, MONDAY_NOON, POLICY, YOUNG

LONDON = ZoneInfo("Europe/London")
VIEWS = replace(POLICY, views=True)
REVIEW, MOVE, MOVED = Occasion.REVIEW, Occasion.MOVE, Occasion.MOVED
DAY = timedelta(days=1)
TODAY = date(2026, 11, 2)
AHEAD = date(2027, 2, 1)
"""A Monday in three months."""
OWN = replace(YOUNG, linked=True, phone_use=PhoneUse.OWN)


def follow(person: Person, events: tuple[Event, ...]) -> Person:
    """The person after these events."""
    for event in events:
        person = people.after(person, event)
    return person


def wanting(often: HowOften = HowOften.OCCASIONS, person: Person = OWN, **wanted: object) -> Person:
    """A young person who wants to be asked so often."""
    times = replace(times_of(person), how_often=often, **wanted)  # type: ignore[arg-type]
    return follow(person, choose(person, times, MONDAY_NOON, sure=True))


def told(person: Person, which: CareDay, day: date | None, at: datetime = MONDAY_NOON) -> Person:
    """The same after a worker noted this day."""
    noted = CareDayNoted(at=at, subject=person.id, which=which, day=day, reason="")
    return follow(person, (noted,))


def with_review(day: date = AHEAD, often: HowOften = HowOften.OCCASIONS) -> Person:
    """Somebody who wants to be asked, and whose review is on that day."""
    return told(wanting(often), CareDay.REVIEW, day)


def there(at: datetime | None) -> datetime:
    """An instant that is expected to be there."""
    assert at is not None
    return at


def local_day(at: datetime | None) -> date:
    """The local day of an instant that is there."""
    return there(at).astimezone(LONDON).date()


def said(person: Person, at: datetime) -> SomethingNewSaid:
    """What is said to them at this instant."""
    (event,) = say_something_new(person, VIEWS, at)
    assert isinstance(event, SomethingNewSaid)
    return event


def test_they_are_asked_so_early_that_an_answer_comes_before_the_review() -> None:
    at = there(next_due_at(with_review(), VIEWS))
    assert AHEAD - 28 * DAY <= local_day(at) <= AHEAD - 22 * DAY
    assert at == safe_on(local_day(at), with_review(), VIEWS)
    assert said(with_review(), at).occasions == (REVIEW,)


def test_the_day_is_spread_and_each_review_draws_anew() -> None:
    persons = [replace(with_review(), id=UUID(int=number)) for number in range(40)]
    assert {AHEAD - local_day(next_due_at(each, VIEWS)) for each in persons} == {
        number * DAY for number in range(22, 29)
    }
    ahead = [AHEAD + number * DAY for number in range(40)]
    gaps = {day - local_day(next_due_at(with_review(day), VIEWS)) for day in ahead}
    assert len(gaps) == 7


@pytest.mark.parametrize(
    "person",
    [
        wanting(HowOften.NEVER),
        wanting(HowOften.NEVER, answers=True),
        replace(wanting(), linked=False),
        follow(wanting(), say_phone_use(OWN, PhoneUse.SHARED, MONDAY_NOON)),
    ],
    ids=["never", "answers only", "no chat", "others read it"],
)
def test_nobody_is_asked_who_does_not_want_to_be_or_is_not_there(person: Person) -> None:
    day = told(told(person, CareDay.REVIEW, AHEAD), CareDay.MOVE, AHEAD)
    assert next_due_at(day, VIEWS) is None


def test_nobody_is_asked_or_told_why_before_a_worker_said_that_it_is_them() -> None:
    fresh = follow(with_review(), join(OWN, VIEWS, MONDAY_NOON))
    waits = wanting(person=replace(fresh, phone_use=PhoneUse.OWN))
    assert occasions_at(waits, VIEWS) == {}
    assert open_on(waits, VIEWS, AHEAD - 20 * DAY) == ()
    known = follow(waits, confirm(waits, CLEO, MONDAY_NOON, allowed=True))
    assert set(occasions_at(known, VIEWS)) == {REVIEW}
    assert open_on(known, VIEWS, AHEAD - 20 * DAY) == (REVIEW,)


def test_they_are_asked_once_and_not_again_however_little_the_review_moves() -> None:
    person = with_review()
    at = there(next_due_at(person, VIEWS))
    asked = follow(person, say_something_new(person, VIEWS, at))
    assert next_due_at(asked, VIEWS) is None
    sooner = told(asked, CareDay.REVIEW, AHEAD - 2 * DAY, at)
    assert next_due_at(sooner, VIEWS) is None
    later = told(asked, CareDay.REVIEW, AHEAD + 60 * DAY, at)
    assert local_day(next_due_at(later, VIEWS)) >= AHEAD + 32 * DAY


def test_a_review_that_moves_moves_its_question_and_one_that_goes_takes_it_along() -> None:
    moved = told(with_review(), CareDay.REVIEW, AHEAD + 30 * DAY, MONDAY_NOON + DAY)
    assert local_day(next_due_at(moved, VIEWS)) >= AHEAD + 2 * DAY
    assert next_due_at(told(moved, CareDay.REVIEW, None), VIEWS) is None


def test_a_day_set_late_is_asked_about_from_then_on_while_it_can_be_read_in_time() -> None:
    late = with_review(TODAY + 9 * DAY)
    window = window_of(REVIEW, late.care_days, VIEWS)
    assert window is not None
    at = there(next_due_at(late, VIEWS))
    assert at > MONDAY_NOON
    assert TODAY <= local_day(at) <= window.shuts == date(2026, 11, 5)
    assert next_due_at(with_review(TODAY + 3 * DAY), VIEWS) is None


def test_after_an_outage_nobody_is_asked_about_a_day_that_has_gone_by() -> None:
    person = with_review()
    back = there(next_due_at(person, VIEWS)) + 28 * DAY
    (missed,) = say_something_new(person, VIEWS, back)
    assert isinstance(missed, SafeTimeMissed)
    assert next_due_at(follow(person, (missed,)), VIEWS) is None
    sooner = there(next_due_at(person, VIEWS)) + timedelta(hours=3)
    once_more = follow(person, say_something_new(person, VIEWS, sooner))
    assert local_day(next_due_at(once_more, VIEWS)) == local_day(sooner) + DAY


def test_before_a_move_and_after_it() -> None:
    person = told(wanting(), CareDay.MOVE, AHEAD)
    before = there(next_due_at(person, VIEWS))
    assert AHEAD - 28 * DAY <= local_day(before) <= AHEAD - 22 * DAY
    assert said(person, before).occasions == (MOVE,)
    person = follow(person, say_something_new(person, VIEWS, before))
    after = there(next_due_at(person, VIEWS))
    assert AHEAD + 7 * DAY <= local_day(after) <= AHEAD + 13 * DAY
    assert said(person, after).occasions == (MOVED,)
    person = follow(person, say_something_new(person, VIEWS, after))
    assert next_due_at(person, VIEWS) is None


def test_one_message_for_a_review_a_move_and_an_answer() -> None:
    person = told(wanting(answers=True), CareDay.REVIEW, AHEAD)
    person = told(person, CareDay.MOVE, AHEAD)
    first = min(occasions_at(person, VIEWS).values())
    person = follow(person, keep_waiting(person, UUID(int=7), CLEO, first - timedelta(hours=1)))
    event = said(person, first)
    assert event.answers
    assert not event.asked
    assert set(event.occasions) == {REVIEW, MOVE}
    assert set(occasions_at(follow(person, (event,)), VIEWS)) == {MOVED}


def test_a_schedule_of_their_own_asks_for_both_and_keeps_its_day() -> None:
    person, weeks = with_review(often=HowOften.WEEKLY), set()
    for _ in range(20):
        at = there(next_due_at(person, VIEWS))
        weeks.add(at.astimezone(LONDON).weekday())
        event = said(person, at)
        assert event.asked
        assert bool(event.occasions) == (AHEAD - 28 * DAY <= local_day(at) <= AHEAD - 6 * DAY)
        person = follow(person, (event,))
    assert len(weeks) == 1


def test_a_monthly_question_counts_for_both_if_it_is_near_and_is_not_waited_for_if_not() -> None:
    together = set()
    for number in range(28):
        last = MONDAY_NOON + (30 + number) * DAY
        person = with_review(often=HowOften.MONTHLY)
        before = SomethingNewSaid(at=last, subject=person.id, answers=False, asked=True)
        person = follow(person, (before,))
        at = there(next_due_at(person, VIEWS))
        while not said(person, at).occasions:
            person = follow(person, (said(person, at),))
            at = there(next_due_at(person, VIEWS))
        assert AHEAD - 28 * DAY <= local_day(at) <= AHEAD - 15 * DAY
        together.add(said(person, at).asked)
        assert occasions_at(follow(person, (said(person, at),)), VIEWS) == {}
    assert together == {True, False}


def test_only_on_their_days_and_never_too_late_for_that() -> None:
    weekend = told(wanting(days=Days.WEEKENDS), CareDay.REVIEW, AHEAD)
    assert local_day(next_due_at(weekend, VIEWS)).weekday() >= 5
    # What is left of the time to ask holds no Saturday.
    soon = told(wanting(days=Days.WEEKENDS), CareDay.REVIEW, TODAY + 9 * DAY)
    assert next_due_at(soon, VIEWS) is None


def test_their_first_screen_says_so_only_after_they_were_asked_and_while_it_counts() -> None:
    person = with_review()
    at = there(next_due_at(person, VIEWS))
    assert not asked_now(OWN, VIEWS, local_day(at))
    assert not asked_now(person, VIEWS, local_day(at))
    asked = follow(person, say_something_new(person, VIEWS, at))
    assert asked_now(asked, VIEWS, local_day(at))
    assert not asked_now(asked, VIEWS, AHEAD)
    # Asked for a review that has moved far away since: not for this one.
    moved = told(asked, CareDay.REVIEW, AHEAD + 60 * DAY, at)
    assert not asked_now(moved, VIEWS, AHEAD + 40 * DAY)


def test_no_day_no_window() -> None:
    for occasion in Occasion:
        assert window_of(occasion, None, VIEWS) is None
        assert window_of(occasion, CareDays(), VIEWS) is None
