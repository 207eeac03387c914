"""A chat says first that something is new only where they chose it, and only at a safe time."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from fostering import people
from fostering.due import Rule, due, next_due_at
from fostering.events import NewcomerJoined, PersonUnlinked, SafeTimeMissed, SomethingNewSaid
from fostering.newcomers import say_phone_use
from fostering.people import Person
from fostering.phone_use import PhoneUse
from fostering.safe_choices import Days, HowOften, PartOfDay, SafeTimes
from fostering.safe_times import (
    ask_at,
    asks_once_more,
    choose,
    keep_waiting,
    news_at,
    next_safe,
    open_answer,
    safe_on,
    say_something_new,
    times_of,
)
from tests.rules.cast import CARER, CLEO, MONDAY_NOON, POLICY, YOUNG, utc

LONDON = ZoneInfo("Europe/London")
VIEWS = replace(POLICY, views=True)
ANSWER, OTHER = UUID(int=99), UUID(int=98)
OWN = replace(YOUNG, linked=True, phone_use=PhoneUse.OWN)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def follow(person: Person, events) -> Person:
    """The person after these events."""
    for event in events:
        person = people.after(person, event)
    return person


def chosen(person: Person = OWN, at: datetime = MONDAY_NOON, **wanted) -> Person:
    """The person after they chose this."""
    return follow(person, choose(person, replace(times_of(person), **wanted), at, sure=True))


def waiting(at: datetime = MONDAY_NOON, **wanted) -> Person:
    """Ari wants to hear of answers, and there is one."""
    person = chosen(answers=True, **wanted)
    return follow(person, keep_waiting(person, ANSWER, CLEO, at))


def due_at(person: Person) -> datetime:
    """When something is due of them; it is."""
    return there(next_due_at(person, VIEWS))


def there(at: datetime | None) -> datetime:
    """An instant that is expected to be there."""
    assert at is not None
    return at


def local(at: datetime | None) -> datetime:
    """The same instant in London."""
    return there(at).astimezone(LONDON)


def test_nothing_is_ever_said_first_unless_they_chose_it() -> None:
    assert not times_of(OWN).on
    assert keep_waiting(OWN, ANSWER, CLEO, MONDAY_NOON) == ()
    assert next_due_at(OWN, VIEWS) is None
    assert due(OWN, VIEWS, MONDAY_NOON + 30 * DAY) == ()
    assert say_something_new(OWN, VIEWS, MONDAY_NOON) == ()


def test_only_a_young_person_chooses_and_the_same_choice_changes_nothing() -> None:
    assert choose(CARER, SafeTimes(answers=True), MONDAY_NOON, sure=True) == ()
    assert choose(OWN, SafeTimes(), MONDAY_NOON, sure=True) == ()


@pytest.mark.parametrize("use", [PhoneUse.SHARED, PhoneUse.UNSURE, PhoneUse.UNKNOWN])
@pytest.mark.parametrize("wanted", [{"answers": True}, {"how_often": HowOften.WEEKLY}])
def test_a_phone_that_others_may_read_is_asked_about_once_more(use, wanted) -> None:
    person, times = replace(OWN, phone_use=use), SafeTimes(**wanted)
    assert asks_once_more(person, times)
    assert choose(person, times, MONDAY_NOON, sure=False) == ()
    assert chosen(person, **wanted).safe_times.on
    assert not asks_once_more(OWN, times)
    # Changing the hour of what is on already asks nothing again.
    later = chosen(person, **wanted)
    assert not asks_once_more(later, replace(times_of(later), part=PartOfDay.EVENING))


@pytest.mark.parametrize("use", [PhoneUse.SHARED, PhoneUse.UNSURE])
def test_who_says_that_others_read_the_phone_is_written_to_no_more(use) -> None:
    person = follow(
        chosen(waiting(), how_often=HowOften.WEEKLY), say_phone_use(OWN, use, MONDAY_NOON)
    )
    assert not person.safe_times.on
    assert next_due_at(person, VIEWS) is None
    assert follow(OWN, say_phone_use(OWN, use, MONDAY_NOON)).safe_times is None
    only = replace(waiting(), phone_use=PhoneUse.UNKNOWN)
    assert follow(only, say_phone_use(only, PhoneUse.OWN, MONDAY_NOON)).safe_times.on


def test_another_phone_begins_without_a_choice() -> None:
    gone = PersonUnlinked(at=MONDAY_NOON, subject=YOUNG.id, reason="lost")
    come = NewcomerJoined(at=MONDAY_NOON, subject=YOUNG.id, confirm_by=MONDAY_NOON)
    assert people.after(waiting(), gone).safe_times is None
    assert people.after(waiting(), come).safe_times is None


@pytest.mark.parametrize(
    ("part", "begins"),
    [
        (PartOfDay.MORNING, time(9)),
        (PartOfDay.AFTER_SCHOOL, time(16)),
        (PartOfDay.EVENING, time(19)),
    ],
)
def test_the_time_is_spread_within_the_part_of_the_day_on_both_sides_of_a_clock_change(
    part: PartOfDay, begins: time
) -> None:
    person = chosen(answers=True, part=part)
    first = date(2026, 10, 20)
    found = [local(safe_on(first + n * DAY, person, VIEWS)) for n in range(14)]
    starts = [datetime.combine(at.date(), begins, LONDON) for at in found]
    spread = [at - start for at, start in zip(found, starts, strict=True)]
    assert all(timedelta(0) <= after <= 40 * MINUTE for after in spread)
    assert len(set(spread)) > 5
    assert {at.utcoffset() for at in found} == {timedelta(0), timedelta(hours=1)}
    other = replace(person, id=UUID(int=4321))
    assert [safe_on(first + n * DAY, other, VIEWS) for n in range(14)] != found


def test_never_in_quiet_hours_whatever_the_policy_says() -> None:
    late = replace(VIEWS, safe_evening=time(22))
    person = chosen(answers=True, part=PartOfDay.EVENING)
    assert local(safe_on(date(2026, 11, 2), person, late)).time() == time(9)


@pytest.mark.parametrize(
    ("days", "on"),
    [(Days.EVERY_DAY, set(range(7))), (Days.WEEKDAYS, {0, 1, 2, 3, 4}), (Days.WEEKENDS, {5, 6})],
)
def test_only_on_the_days_they_chose(days: Days, on: set[int]) -> None:
    person = chosen(answers=True, days=days)
    found = {local(next_safe(MONDAY_NOON + n * DAY, person, VIEWS)).weekday() for n in range(7)}
    assert found == on


def test_what_comes_after_todays_time_waits_for_tomorrow() -> None:
    person = chosen(answers=True)
    today = next_safe(MONDAY_NOON, person, VIEWS)
    assert next_safe(today, person, VIEWS) == today
    tomorrow = next_safe(today + MINUTE, person, VIEWS)
    assert local(tomorrow).date() == local(today).date() + DAY


def test_an_answer_is_told_of_once_at_the_next_safe_time() -> None:
    person = follow(waiting(), keep_waiting(waiting(), OTHER, CLEO, MONDAY_NOON + MINUTE))
    at = due_at(person)
    assert at == news_at(person, VIEWS) == next_safe(MONDAY_NOON, person, VIEWS)
    assert due(person, VIEWS, at - MINUTE) == ()
    (matter,) = due(person, VIEWS, at)
    assert (matter.rule, matter.subject) == (Rule.SAFE_TIME, person.id)
    (said,) = say_something_new(person, VIEWS, at)
    assert said == SomethingNewSaid(at=at, subject=person.id, answers=True, asked=False)
    assert next_due_at(people.after(person, said), VIEWS) is None


def test_what_they_opened_by_themselves_is_not_told() -> None:
    person = waiting()
    assert open_answer(person, OTHER, MONDAY_NOON) == ()
    both = follow(person, keep_waiting(person, OTHER, CLEO, MONDAY_NOON))
    one = follow(both, open_answer(both, ANSWER, MONDAY_NOON))
    assert one.safe_times.waiting == (OTHER,)
    assert next_due_at(one, VIEWS) is not None
    none = follow(one, open_answer(one, OTHER, MONDAY_NOON))
    assert next_due_at(none, VIEWS) is None


@pytest.mark.parametrize(
    ("person", "policy"),
    [
        (waiting(), POLICY),
        (replace(waiting(), linked=False), VIEWS),
        (replace(waiting(), active=False), VIEWS),
        (chosen(waiting(), answers=False), VIEWS),
    ],
)
def test_without_the_switch_the_chat_or_the_choice_nothing_is_said(person, policy) -> None:
    assert next_due_at(person, policy) is None


def test_a_time_that_was_missed_is_over_and_the_next_one_is_waited_for() -> None:
    person = chosen(waiting(), how_often=HowOften.WEEKLY)
    at = due_at(person)
    assert isinstance(say_something_new(person, VIEWS, at + 30 * MINUTE)[0], SomethingNewSaid)
    (missed,) = say_something_new(person, VIEWS, at + 31 * MINUTE)
    assert missed == SafeTimeMissed(at=at + 31 * MINUTE, subject=person.id)
    again = people.after(person, missed)
    assert local(next_due_at(again, VIEWS)).date() == local(at).date() + DAY
    only_answers = people.after(waiting(), missed)
    assert ask_at(only_answers, VIEWS) is None
    only_asked = people.after(chosen(how_often=HowOften.WEEKLY), missed)
    assert news_at(only_asked, VIEWS) is None


@pytest.mark.parametrize(("often", "days"), [(HowOften.WEEKLY, 7), (HowOften.MONTHLY, 28)])
def test_they_are_asked_at_their_time_and_again_only_after_so_many_days(often, days) -> None:
    person = chosen(how_often=often)
    at = there(ask_at(person, VIEWS))
    assert at == next_safe(MONDAY_NOON, person, VIEWS)
    (said,) = say_something_new(person, VIEWS, at)
    assert (said.answers, said.asked) == (False, True)
    person = people.after(person, said)
    again = ask_at(person, VIEWS)
    assert (local(again).date() - local(at).date()).days == days
    # Off and on again does not bring it sooner.
    off = chosen(person, at + MINUTE, how_often=HowOften.NEVER)
    assert ask_at(off, VIEWS) is None
    assert ask_at(chosen(off, at + 2 * MINUTE, how_often=often), VIEWS) == again


def test_an_answer_and_the_question_together_are_one_message() -> None:
    person = chosen(waiting(), how_often=HowOften.MONTHLY)
    at = due_at(person)
    (said,) = say_something_new(person, VIEWS, at)
    assert (said.answers, said.asked) == (True, True)


def test_another_choice_never_reaches_back_to_a_time_that_has_passed() -> None:
    person = waiting(utc(2026, 11, 2, 8))
    later = chosen(person, utc(2026, 11, 2, 17), part=PartOfDay.MORNING)
    assert local(news_at(later, VIEWS)).date() == date(2026, 11, 3)
