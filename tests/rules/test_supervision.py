"""Supervision: planned, moved, confirmed, held, disputed (practice 21)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fostering.events import LanguageChosen, ReminderTold
from fostering.meeting import MeetingState as State
from fostering.meeting import (
    ask_another_time,
    confirm,
    count_as_held,
    dispute,
    dispute_ends,
    plan,
    say_held,
)
from fostering.refusals import NotYours, OutOfDate
from fostering.supervision import Supervision, after
from tests.rules.cast import CARER, MONDAY_NOON, OTHER_CARER, POLICY, SAM, utc

HELD_ON = date(2026, 10, 1)
FRESH = Supervision(carer=CARER.id, worker=SAM.id, last_held=HELD_ON)
MEETING = utc(2026, 11, 10, 14)
AFTERWARDS = utc(2026, 11, 10, 16)


def follow(supervision, events):
    """The supervision after all of the events."""
    for event in events:
        supervision = after(supervision, event)
    return supervision


PLANNED = follow(FRESH, plan(FRESH, SAM, MEETING, "uid-1", MONDAY_NOON))
SAID = follow(PLANNED, say_held(PLANNED, SAM, MEETING.date(), AFTERWARDS, POLICY))


def test_it_is_due_six_weeks_after_the_last_one_held():
    assert FRESH.due_day(POLICY) == date(2026, 11, 12)
    assert replace(FRESH, last_held=None).due_day(POLICY) is None


def test_planning_sets_the_time_and_names_the_meeting():
    assert (PLANNED.state, PLANNED.planned_for) == (State.PLANNED, MEETING)
    assert (PLANNED.uid, PLANNED.moves) == ("uid-1", 0)


def test_a_moved_meeting_keeps_its_name_and_must_be_confirmed_again():
    confirmed = follow(PLANNED, confirm(PLANNED, CARER, MONDAY_NOON))
    moved = follow(
        confirmed, plan(confirmed, SAM, MEETING + timedelta(days=1), "uid-2", MONDAY_NOON)
    )
    assert (moved.uid, moved.moves, moved.state) == ("uid-1", 1, State.PLANNED)


def test_planning_the_same_time_again_is_no_move():
    assert plan(PLANNED, SAM, MEETING, "uid-2", MONDAY_NOON) == ()


def test_nothing_is_planned_in_the_past():
    with pytest.raises(OutOfDate):
        plan(FRESH, SAM, MONDAY_NOON, "uid-1", MONDAY_NOON)


def test_the_carer_confirms_once():
    confirmed = follow(PLANNED, confirm(PLANNED, CARER, MONDAY_NOON))
    assert confirmed.state is State.CONFIRMED
    assert confirm(confirmed, CARER, MONDAY_NOON) == ()


def test_there_must_be_something_to_confirm_and_it_must_be_ones_own():
    with pytest.raises(OutOfDate):
        confirm(FRESH, CARER, MONDAY_NOON)
    with pytest.raises(NotYours):
        confirm(PLANNED, OTHER_CARER, MONDAY_NOON)


def test_when_both_say_so_it_is_held_and_the_next_is_counted_from_that_day():
    held = follow(SAID, say_held(SAID, CARER, MEETING.date(), AFTERWARDS, POLICY))
    assert (held.state, held.last_held) == (State.DUE, date(2026, 11, 10))
    assert (held.planned_for, held.uid, held.moves, held.said_held_by) == (None, "", 0, None)
    assert held.due_day(POLICY) == date(2026, 12, 22)


def test_the_carer_may_say_it_first():
    said = follow(PLANNED, say_held(PLANNED, CARER, MEETING.date(), AFTERWARDS, POLICY))
    assert (said.state, said.said_held_by) == (State.SAID_HELD, CARER.id)
    held = follow(said, say_held(said, SAM, MEETING.date(), AFTERWARDS, POLICY))
    assert held.last_held == MEETING.date()


def test_one_side_saying_it_twice_is_still_one_side():
    assert say_held(SAID, SAM, MEETING.date(), AFTERWARDS, POLICY) == ()


def test_nothing_was_held_in_the_future_or_for_somebody_else():
    with pytest.raises(OutOfDate):
        say_held(PLANNED, SAM, date(2026, 11, 11), AFTERWARDS, POLICY)
    with pytest.raises(NotYours):
        say_held(PLANNED, OTHER_CARER, MEETING.date(), AFTERWARDS, POLICY)


def test_undisputed_for_five_working_days_it_counts():
    ends = dispute_ends(SAID, POLICY)
    assert ends == utc(2026, 11, 18, 9)
    assert count_as_held(SAID, POLICY, ends - timedelta(minutes=1)) == ()
    assert follow(SAID, count_as_held(SAID, POLICY, ends)).last_held == MEETING.date()


def test_nothing_counts_that_nobody_said():
    assert dispute_ends(PLANNED, POLICY) is None
    assert count_as_held(PLANNED, POLICY, AFTERWARDS + timedelta(days=90)) == ()


def test_a_day_no_later_than_the_last_one_held_moves_nothing_and_tells_nothing_again():
    told = replace(FRESH, told_until=MONDAY_NOON)
    for day in (HELD_ON, HELD_ON - timedelta(days=7)):
        said = follow(told, say_held(told, SAM, day, MONDAY_NOON, POLICY))
        held = follow(said, say_held(said, CARER, day, MONDAY_NOON, POLICY))
        assert (held.last_held, held.state, held.told_until) == (HELD_ON, State.DUE, MONDAY_NOON)


def test_planning_by_a_clock_that_was_set_back_tells_nothing_again():
    told = replace(FRESH, told_until=MONDAY_NOON)
    early = MONDAY_NOON - timedelta(hours=3)
    assert follow(told, plan(told, SAM, MEETING, "uid-1", early)).told_until == MONDAY_NOON


def test_it_did_not_happen_and_must_be_planned_again():
    disputed = follow(SAID, dispute(SAID, CARER, AFTERWARDS))
    assert (disputed.state, disputed.planned_for) == (State.DISPUTED, None)
    assert disputed.last_held == HELD_ON
    again = follow(
        disputed, plan(disputed, SAM, AFTERWARDS + timedelta(days=3), "uid-2", AFTERWARDS)
    )
    assert (again.uid, again.moves) == ("uid-2", 0)


def test_a_meeting_that_has_passed_may_be_disputed_before_anybody_says_it_was_held():
    assert dispute(PLANNED, CARER, AFTERWARDS)


def test_what_is_still_to_come_cannot_be_disputed():
    with pytest.raises(OutOfDate):
        dispute(PLANNED, CARER, MONDAY_NOON)
    with pytest.raises(OutOfDate):
        dispute(FRESH, CARER, MONDAY_NOON)
    with pytest.raises(NotYours):
        dispute(SAID, OTHER_CARER, AFTERWARDS)


def test_telling_is_remembered_and_other_reminders_are_not_its_own():
    told = ReminderTold(at=AFTERWARDS, subject=CARER.id, rule="supervision_overdue", occurrence="x")
    assert after(PLANNED, told).told_until == AFTERWARDS
    nudge = replace(told, rule="draft_nudge")
    assert after(PLANNED, nudge) == PLANNED


def test_other_events_leave_it_as_it_is():
    event = LanguageChosen(at=AFTERWARDS, subject=CARER.id, language="ar")
    assert after(PLANNED, event) == PLANNED


def test_another_time_is_asked_once_and_nothing_moves():
    confirmed = follow(PLANNED, confirm(PLANNED, CARER, MONDAY_NOON))
    asked = follow(confirmed, ask_another_time(confirmed, CARER, MONDAY_NOON))
    assert (asked.state, asked.planned_for) == (State.PLANNED, MEETING)
    assert asked.another_time_at == MONDAY_NOON
    assert ask_another_time(asked, CARER, MONDAY_NOON) == ()


def test_another_time_is_settled_by_moving_it_or_by_being_there_after_all():
    asked = follow(PLANNED, ask_another_time(PLANNED, CARER, MONDAY_NOON))
    moved = follow(asked, plan(asked, SAM, MEETING + timedelta(days=1), "uid-2", MONDAY_NOON))
    assert moved.another_time_at is None
    there = follow(asked, confirm(asked, CARER, MONDAY_NOON))
    assert (there.state, there.another_time_at) == (State.CONFIRMED, None)
    held = follow(asked, say_held(asked, SAM, MEETING.date(), AFTERWARDS, POLICY))
    assert held.another_time_at is None


@pytest.mark.parametrize(("supervision", "at"), [(FRESH, MONDAY_NOON), (PLANNED, AFTERWARDS)])
def test_another_time_is_asked_only_of_a_meeting_that_lies_ahead(supervision, at):
    with pytest.raises(OutOfDate):
        ask_another_time(supervision, CARER, at)


def test_only_the_carer_of_the_supervision_asks_for_another_time():
    with pytest.raises(NotYours):
        ask_another_time(PLANNED, OTHER_CARER, MONDAY_NOON)
