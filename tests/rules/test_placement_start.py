"""The start of a placement: asked by day, what is missing is known, the plan has five days."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from fostering.due import due, next_due_at
from fostering.events import PlanTicked
from fostering.information import Fact
from fostering.matters import Due, Rule
from fostering.placement_start import (
    PlacementStart,
    Step,
    after,
    is_recent,
    meeting_by,
    remind,
    tick_information,
    tick_plan,
    urgency_of,
)
from fostering.priority import Priority
from fostering.refusals import NotYours
from tests.rules.cast import CARER, HOME, MONDAY_NIGHT, MONDAY_NOON, OTHER_CARER, POLICY, utc

MONDAY = date(2026, 11, 2)
BEGUN = PlacementStart(
    id=HOME.placements[0].id,
    household=HOME.id,
    young_person=HOME.placements[0].young_person,
    first=MONDAY,
    brought_at=MONDAY_NOON,
)
TUESDAY, THURSDAY = utc(2026, 11, 3, 12), utc(2026, 11, 5, 9)
FIFTH_DAY = utc(2026, 11, 9, 17)


def tick(start, *, not_told=(), out_of_date=(), emergency=None, at=MONDAY_NOON):
    """The start after Rosa has ticked this."""
    events = tick_information(
        start,
        CARER,
        HOME,
        at,
        MONDAY,
        not_told=not_told,
        out_of_date=out_of_date,
        emergency=emergency,
    )
    return follow(start, events)


def tick_all(start):
    """The plan was discussed, agreed and signed."""
    for step in Step:
        start = follow(start, tick_plan(start, CARER, HOME, step, MONDAY_NOON, MONDAY))
    return start


def follow(start, events):
    """The start after these events."""
    for event in events:
        start = after(start, event)
    return start


def rules(start, at):
    """What is due then."""
    return [matter.rule for matter in due(start, POLICY, at)]


def told(start, at):
    """The start after all that was due then was told."""
    return follow(start, [remind(start, matter, at) for matter in due(start, POLICY, at)])


@pytest.mark.parametrize(("days", "recent"), [(0, True), (-7, True), (-8, False), (30, True)])
def test_a_placement_is_new_while_it_begins_and_a_week_after(days, recent):
    assert is_recent(MONDAY + timedelta(days=days), MONDAY) is recent


def test_it_is_asked_at_once_after_a_day_and_on_the_fifth_day():
    assert next_due_at(BEGUN, POLICY) == MONDAY_NOON
    assert rules(BEGUN, MONDAY_NOON) == [Rule.START_ASK]
    once = told(BEGUN, MONDAY_NOON)
    assert next_due_at(once, POLICY) == TUESDAY
    twice = told(once, TUESDAY)
    assert next_due_at(twice, POLICY) == THURSDAY
    thrice = told(twice, THURSDAY)
    assert next_due_at(thrice, POLICY) == utc(2026, 11, 7, 12)
    assert rules(thrice, utc(2026, 11, 7, 12)) == [Rule.START_ASK]


def test_it_is_asked_by_day_only_and_not_before_the_first_day():
    by_night = replace(BEGUN, brought_at=MONDAY_NIGHT)
    assert next_due_at(by_night, POLICY) == utc(2026, 11, 3, 9)
    planned = replace(BEGUN, first=date(2026, 11, 16))
    assert next_due_at(planned, POLICY) == utc(2026, 11, 16, 9)


def test_who_was_told_everything_is_not_asked_again():
    informed = told(tick(BEGUN), MONDAY_NOON)
    assert informed.informed
    assert next_due_at(informed, POLICY) == THURSDAY


@pytest.mark.parametrize(
    "ticks", [{"not_told": (Fact.SCHOOL,)}, {"out_of_date": (Fact.CARE_PLAN,)}]
)
def test_what_is_missing_or_out_of_date_is_asked_about_again(ticks):
    missing = tick(BEGUN, **ticks)
    assert not missing.informed
    assert rules(told(missing, MONDAY_NOON), TUESDAY) == [Rule.START_ASK]
    assert tick(missing).informed


def test_whether_it_is_an_emergency_stays_as_it_was_said():
    assert tick(tick(BEGUN, emergency=True)).emergency is True
    assert tick(BEGUN).emergency is None


def test_the_worker_hears_on_the_third_day_and_a_manager_on_the_fifth():
    informed = tick(BEGUN)
    assert meeting_by(informed, POLICY) == date(2026, 11, 9)
    assert rules(informed, THURSDAY) == [Rule.MEETING_DUE]
    assert rules(told(informed, THURSDAY), FIFTH_DAY) == [Rule.MEETING_OVERDUE]
    assert next_due_at(told(told(informed, THURSDAY), FIFTH_DAY), POLICY) is None


def test_after_an_outage_only_the_manager_hears_and_one_question_is_asked():
    assert sorted(rules(BEGUN, FIFTH_DAY)) == [Rule.MEETING_OVERDUE, Rule.START_ASK]


def test_nobody_hears_of_a_plan_that_is_discussed_agreed_and_signed():
    done = tick_all(tick(BEGUN))
    assert done.plan_done
    assert [done.ticked(step) for step in Step] == [MONDAY] * 3
    assert next_due_at(done, POLICY) is None


@pytest.mark.parametrize("step", Step)
def test_a_tick_can_be_taken_back_and_then_it_is_not_done(step):
    done = tick_all(BEGUN)
    back = follow(done, tick_plan(done, CARER, HOME, step, MONDAY_NOON, MONDAY))
    assert back.ticked(step) is None
    assert not back.plan_done


def test_only_a_carer_of_the_household_ticks():
    with pytest.raises(NotYours):
        tick_plan(BEGUN, OTHER_CARER, HOME, Step.SIGNED, MONDAY_NOON, MONDAY)
    with pytest.raises(NotYours):
        tick_information(BEGUN, OTHER_CARER, HOME, MONDAY_NOON, MONDAY, not_told=(), out_of_date=())


def test_what_happens_in_another_placement_changes_nothing():
    other = replace(BEGUN, id=UUID(int=77))
    matter = Due(rule=Rule.START_ASK, subject=other.id, occurrence="0", at=MONDAY_NOON)
    events = (
        *tick_plan(other, CARER, HOME, Step.SIGNED, MONDAY_NOON, MONDAY),
        *tick_information(
            other, CARER, HOME, MONDAY_NOON, MONDAY, not_told=(Fact.SCHOOL,), out_of_date=()
        ),
        remind(other, matter, MONDAY_NOON),
    )
    assert isinstance(events[0], PlanTicked)
    assert follow(BEGUN, events) == BEGUN


def test_what_is_needed_in_the_first_hour_is_asked_for_the_same_day():
    assert urgency_of((Fact.SCHOOL, Fact.ALLERGIES)) is Priority.P2
    assert urgency_of((Fact.SCHOOL,)) is Priority.P3
    assert urgency_of(()) is Priority.P3
