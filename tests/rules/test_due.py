"""What falls due, and when it is told."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from fostering.drafts import Draft
from fostering.due import due, next_due_at
from fostering.events import ReminderTold
from fostering.matters import SUPERVISION_RULES, Rule
from fostering.meeting import MeetingState as State
from fostering.meeting import plan, say_held
from fostering.office_hours import local
from fostering.quiet_hours import is_quiet, when_awake
from fostering.requests import acknowledge, promise_ring, record_contact
from fostering.supervision import Supervision, after
from tests.rules.cast import CARER, HOURS, MONDAY_NIGHT, MONDAY_NOON, ONA, POLICY, SAM, utc
from tests.rules.requests_told import follow, raised
from tests.rules.test_invitations import NEWLY_INVITED

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
FRESH = Supervision(carer=CARER.id, worker=SAM.id, last_held=date(2026, 10, 1))
DRAFT = Draft(
    id=UUID(int=80),
    person=CARER.id,
    form="difficulty",
    form_version=1,
    language="en",
    begun_at=MONDAY_NOON,
    touched_at=MONDAY_NOON,
)


def rules(entity, at, policy=POLICY):
    """The rules that are due."""
    return [matter.rule for matter in due(entity, policy, at)]


def planned(meeting, at=MONDAY_NOON, supervision=FRESH):
    """The supervision with a meeting planned at this instant."""
    for event in plan(supervision, SAM, meeting, "uid", at):
        supervision = after(supervision, event)
    return supervision


def tell(supervision, at):
    """The supervision after everything that is due was told."""
    for matter in due(supervision, POLICY, at):
        told = ReminderTold(at=at, subject=CARER.id, rule=matter.rule, occurrence=matter.occurrence)
        supervision = after(supervision, told)
    return supervision


def test_what_is_told_at_its_very_moment_is_not_due_again():
    at = next_due_at(FRESH, POLICY)
    assert at is not None
    assert rules(FRESH, at) != []
    told = tell(FRESH, at)
    assert rules(told, at) == []
    later = next_due_at(told, POLICY)
    assert later is not None
    assert later > at


def test_an_urgent_request_is_due_to_climb():
    request = raised(at=MONDAY_NIGHT)
    assert next_due_at(request, POLICY) == MONDAY_NIGHT + 5 * MINUTE
    assert rules(request, MONDAY_NIGHT + 4 * MINUTE) == []
    assert rules(request, MONDAY_NIGHT + 5 * MINUTE) == [Rule.CLIMB]


def test_a_promised_ring_passes_before_it_climbs():
    request = raised(at=MONDAY_NIGHT)
    request = follow(request, acknowledge(request, ONA, MONDAY_NIGHT))
    ring_by = MONDAY_NIGHT + 15 * MINUTE
    request = follow(request, promise_ring(request, ONA, ring_by, MONDAY_NIGHT))
    assert next_due_at(request, POLICY) == ring_by
    assert rules(request, ring_by) == [Rule.RING_PASSED]
    assert rules(request, MONDAY_NIGHT + 40 * MINUTE) == [Rule.RING_PASSED, Rule.CLIMB]
    spoken = follow(request, record_contact(request, ONA, MONDAY_NIGHT))
    assert next_due_at(spoken, POLICY) is None


def test_people_and_invitations_are_never_due():
    assert next_due_at(CARER, POLICY) is None
    assert due(CARER, POLICY, MONDAY_NIGHT) == ()
    assert next_due_at(NEWLY_INVITED, POLICY) is None
    assert due(NEWLY_INVITED, POLICY, MONDAY_NIGHT) == ()


def test_a_draft_is_nudged_once_by_day():
    late = replace(DRAFT, touched_at=MONDAY_NIGHT)
    assert next_due_at(late, POLICY) == utc(2026, 11, 4, 9)
    assert rules(late, utc(2026, 11, 4, 9)) == [Rule.DRAFT_NUDGE]
    assert rules(replace(late, nudged=True), utc(2026, 11, 4, 9)) == []


def test_a_draft_whose_request_is_raised_is_not_nudged():
    assert rules(replace(DRAFT, request=UUID(int=1)), MONDAY_NOON + 2 * DAY) == []


def test_a_draft_ends_after_two_weeks_and_is_not_nudged_in_the_same_breath():
    assert rules(DRAFT, MONDAY_NOON + 14 * DAY) == [Rule.DRAFT_EXPIRY]
    assert next_due_at(replace(DRAFT, nudged=True), POLICY) == MONDAY_NOON + 14 * DAY


def test_a_worker_is_asked_to_plan_two_weeks_and_one_week_before_the_day():
    assert next_due_at(FRESH, POLICY) == utc(2026, 10, 29, 9)
    first = due(FRESH, POLICY, utc(2026, 10, 29, 9))
    assert [m.occurrence for m in first] == ["2026-11-12:14"]
    told = tell(FRESH, utc(2026, 10, 29, 9))
    assert due(told, POLICY, utc(2026, 11, 1, 9)) == ()
    assert next_due_at(told, POLICY) == utc(2026, 11, 5, 9)


def test_overdue_is_told_to_the_worker_and_a_week_later_to_the_manager():
    assert rules(FRESH, utc(2026, 11, 13, 9)) == [Rule.SUPERVISION_OVERDUE]
    told = tell(FRESH, utc(2026, 11, 13, 9))
    assert next_due_at(told, POLICY) == utc(2026, 11, 20, 9)
    assert rules(told, utc(2026, 11, 20, 9)) == [Rule.SUPERVISION_OVERDUE_MANAGER]
    assert next_due_at(tell(told, utc(2026, 11, 20, 9)), POLICY) is None


def test_a_planned_meeting_is_reminded_at_its_own_hour_a_week_and_a_day_before():
    supervision = planned(utc(2026, 11, 11, 14))
    assert next_due_at(supervision, POLICY) == utc(2026, 11, 4, 14)
    told = tell(supervision, utc(2026, 11, 4, 14))
    assert next_due_at(told, POLICY) == utc(2026, 11, 10, 14)
    assert rules(told, utc(2026, 11, 10, 14)) == [Rule.SUPERVISION_REMINDER]


def test_a_meeting_planned_late_is_not_reminded_of_what_has_passed():
    supervision = planned(utc(2026, 11, 5, 14))
    assert due(supervision, POLICY, MONDAY_NOON + MINUTE) == ()
    assert next_due_at(supervision, POLICY) == utc(2026, 11, 4, 14)


def test_after_an_outage_one_reminder_stands_for_all():
    supervision = planned(utc(2026, 11, 11, 14))
    missed = due(supervision, POLICY, utc(2026, 11, 10, 20))
    assert [m.occurrence for m in missed] == ["uid:0:1"]
    assert rules(FRESH, utc(2026, 12, 1, 9)) == [
        Rule.SUPERVISION_OVERDUE,
        Rule.SUPERVISION_OVERDUE_MANAGER,
    ]


def test_a_reminder_never_breaks_the_quiet_hours():
    policy = replace(POLICY, supervision_remind_days=(7, 1))
    supervision = planned(utc(2026, 11, 11, 21, 30))
    assert next_due_at(supervision, policy) == utc(2026, 11, 5, 9)


def test_a_reminder_that_would_come_after_the_meeting_is_left_out():
    policy = replace(POLICY, supervision_remind_days=(0,), supervision_every_days=365)
    supervision = planned(utc(2026, 11, 11, 8))
    assert next_due_at(supervision, policy) == utc(2027, 10, 2, 8)


def test_a_moved_meeting_is_another_occurrence():
    supervision = planned(utc(2026, 11, 11, 14))
    moved = planned(utc(2026, 11, 12, 14), MONDAY_NOON, supervision)
    at = utc(2026, 11, 11, 14)
    assert due(moved, POLICY, at)[0].occurrence == "uid:1:1"


def test_reminders_keep_the_wall_clock_over_the_autumn_change():
    early = replace(FRESH, last_held=date(2026, 9, 20))
    supervision = planned(utc(2026, 10, 26, 14), utc(2026, 10, 1, 12), early)
    assert next_due_at(supervision, POLICY) == utc(2026, 10, 19, 13)


def test_what_was_said_counts_after_the_days_to_dispute_even_if_others_were_told():
    supervision = planned(utc(2026, 11, 10, 14))
    for event in say_held(supervision, SAM, date(2026, 11, 10), utc(2026, 11, 10, 16), POLICY):
        supervision = after(supervision, event)
    assert next_due_at(supervision, POLICY) == utc(2026, 11, 18, 9)
    late = replace(supervision, told_until=utc(2026, 12, 1))
    assert rules(late, utc(2026, 12, 1)) == [Rule.SUPERVISION_HELD]


def test_before_the_first_supervision_nothing_is_due():
    assert next_due_at(replace(FRESH, last_held=None), POLICY) is None


def test_a_plan_without_a_time_reminds_of_nothing():
    odd = replace(FRESH, state=State.PLANNED, last_held=None)
    assert next_due_at(odd, POLICY) is None


def test_quiet_hours_may_lie_within_one_day():
    policy = replace(POLICY, quiet_from=POLICY.quiet_until, quiet_until=POLICY.quiet_from)
    assert when_awake(utc(2026, 11, 2, 12), policy) == utc(2026, 11, 2, 21)
    assert when_awake(utc(2026, 11, 2, 22), policy) == utc(2026, 11, 2, 22)


@given(st.lists(st.integers(1, 400), max_size=20), st.integers(1, 60 * 24 * 60))
def test_nothing_is_told_twice_or_by_night_through_any_outage(jumps, ahead):
    supervision = planned(MONDAY_NOON + ahead * MINUTE)
    at, told = MONDAY_NOON, []
    for jump in jumps:
        at += timedelta(hours=jump)
        matters = due(supervision, POLICY, at)
        assert bool(matters) == ((n := next_due_at(supervision, POLICY)) is not None and n <= at)
        assert len({m.rule for m in matters}) == len(matters)
        told += [(m.rule, m.occurrence) for m in matters]
        assert all(not is_quiet(local(m.at, HOURS).time(), POLICY) for m in matters)
        supervision = tell(supervision, at)
        assert due(supervision, POLICY, at) == ()
    assert len(told) == len(set(told))
    assert {rule for rule, _ in told} <= SUPERVISION_RULES
