"""The annual review: within a year, told in its order, held by what both sides say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fostering.annual_review import (
    AnnualReview,
    after,
    children_are_asked,
    review_by,
    say_how_they_do,
    send_views,
    wants_views,
)
from fostering.due import due, next_due_at
from fostering.events import AnnualReviewTold, LanguageChosen
from fostering.matters import Rule
from fostering.meeting import MeetingState as State
from fostering.meeting import confirm, count_as_held, dispute, dispute_ends, plan, say_held
from fostering.refusals import NotYours
from fostering.supervisors import asks_the_child, service_managers
from tests.rules.cast import CARER, CLEO, HOME, OTHER_CARER, POLICY, ROSTER, SAM, SVEN, TIA, utc

LAST = date(2026, 5, 7)
REVIEW = AnnualReview(carer=CARER.id, worker=None, last_held=LAST, approved=date(2024, 6, 6))
DAY = date(2027, 5, 7)
MEETING = utc(2027, 4, 20, 13)


def follow(review, events):
    """The annual review after all of the events."""
    for event in events:
        review = after(review, event)
    return review


def morning(days_left):
    """Nine in the morning, in London, so many days before it is due."""
    day = DAY - timedelta(days=days_left)
    summer = day >= date(2027, 3, 28)
    return utc(day.year, day.month, day.day, 8 if summer else 9)


def rules(review, at):
    """The rules that are due, in their order."""
    return [matter.rule for matter in due(review, POLICY, at)]


def tell(review, at):
    """The annual review after everything that is due was told."""
    for matter in due(review, POLICY, at):
        told = AnnualReviewTold(
            at=at, subject=CARER.id, rule=matter.rule, occurrence=matter.occurrence
        )
        review = after(review, told)
    return review


def fixed(review=REVIEW, at=None):
    """The annual review with its date fixed."""
    return follow(review, plan(review, SAM, MEETING, "uid", at or morning(100)))


def test_the_next_review_is_a_year_after_the_last():
    assert review_by(date(2026, 3, 14)) == date(2027, 3, 14)


def test_after_a_leap_day_it_is_the_last_of_february():
    assert review_by(date(2028, 2, 29)) == date(2029, 2, 28)


def test_the_first_year_is_counted_from_approval_and_the_others_from_the_last_review():
    assert REVIEW.due_day(POLICY) == DAY
    assert replace(REVIEW, last_held=None).due_day(POLICY) == date(2025, 6, 6)
    assert replace(REVIEW, approved=None).due_day(POLICY) == DAY


def test_approved_anew_the_year_begins_anew():
    assert replace(REVIEW, approved=date(2026, 9, 1)).due_day(POLICY) == date(2027, 9, 1)


def test_without_any_day_nothing_is_due_and_nobody_is_asked():
    unknown = replace(REVIEW, last_held=None, approved=None)
    assert unknown.due_day(POLICY) is None
    assert next_due_at(unknown, POLICY) is None
    assert not wants_views(unknown, POLICY, DAY)


def test_each_is_told_in_its_order_once():
    review = REVIEW
    for days_left, rule in (
        (90, Rule.ANNUAL_REVIEW_BEGIN),
        (60, Rule.ANNUAL_REVIEW_VIEWS),
        (30, Rule.ANNUAL_REVIEW_CHILD),
        (14, Rule.ANNUAL_REVIEW_NO_DATE),
        (-1, Rule.ANNUAL_REVIEW_OVERDUE),
    ):
        assert next_due_at(review, POLICY) == morning(days_left)
        assert rules(review, morning(days_left)) == [rule]
        review = tell(review, morning(days_left))
        assert rules(review, morning(days_left)) == []
    assert next_due_at(review, POLICY) is None


def test_after_an_outage_the_worker_hears_the_newest_alone_and_the_others_are_asked_still():
    assert rules(REVIEW, morning(10)) == [
        Rule.ANNUAL_REVIEW_VIEWS,
        Rule.ANNUAL_REVIEW_CHILD,
        Rule.ANNUAL_REVIEW_NO_DATE,
    ]
    assert rules(REVIEW, morning(-40)) == [
        Rule.ANNUAL_REVIEW_VIEWS,
        Rule.ANNUAL_REVIEW_CHILD,
        Rule.ANNUAL_REVIEW_OVERDUE,
    ]


def test_who_has_said_how_the_year_was_is_not_asked_for_it():
    said = follow(REVIEW, send_views(REVIEW, CARER, morning(80)))
    assert said.views_at == morning(80)
    assert Rule.ANNUAL_REVIEW_VIEWS not in rules(said, morning(10))
    assert not wants_views(said, POLICY, DAY)


def test_only_the_carer_says_how_their_year_was():
    with pytest.raises(NotYours):
        send_views(REVIEW, OTHER_CARER, morning(80))


def test_the_carer_and_the_children_are_asked_in_their_time():
    before = DAY - timedelta(days=61)
    assert not wants_views(REVIEW, POLICY, before)
    assert wants_views(REVIEW, POLICY, before + timedelta(days=1))
    assert not children_are_asked(REVIEW, POLICY, DAY - timedelta(days=31))
    assert children_are_asked(REVIEW, POLICY, DAY - timedelta(days=30))


def test_a_fixed_date_is_reminded_and_nobody_says_that_none_is_fixed():
    review = tell(fixed(), morning(30))
    assert rules(review, utc(2027, 4, 13, 13)) == [Rule.ANNUAL_REVIEW_REMINDER]
    review = tell(review, utc(2027, 4, 13, 13))
    assert rules(review, utc(2027, 4, 19, 13)) == [Rule.ANNUAL_REVIEW_REMINDER]
    assert Rule.ANNUAL_REVIEW_NO_DATE not in rules(tell(review, morning(15)), morning(14))
    assert next_due_at(tell(review, morning(14)), POLICY) == morning(-1)


def test_a_moved_date_keeps_its_name():
    later = MEETING + timedelta(days=1)
    moved = follow(fixed(), plan(fixed(), SAM, later, "another", morning(100)))
    assert (moved.uid, moved.moves, moved.planned_for) == ("uid", 1, later)
    confirmed = follow(moved, confirm(moved, CARER, morning(99)))
    assert confirmed.state is State.CONFIRMED


def test_held_by_what_both_say_the_next_year_begins_and_is_asked_anew():
    asked = follow(fixed(), send_views(fixed(), CARER, morning(50)))
    said = follow(asked, say_held(asked, SAM, MEETING.date(), MEETING, POLICY))
    assert said.state is State.SAID_HELD
    assert rules(said, MEETING) == []
    assert not wants_views(said, POLICY, MEETING.date())
    held = follow(said, say_held(said, CARER, MEETING.date(), MEETING, POLICY))
    assert (held.last_held, held.views_at, held.state) == (MEETING.date(), None, State.DUE)
    assert held.due_day(POLICY) == date(2028, 4, 20)


def test_a_day_no_later_than_the_last_one_held_asks_nobody_anew_how_the_year_was():
    said = replace(REVIEW, views_at=morning(50), said_held_by=SAM.id, said_held_on=LAST)
    held = follow(said, say_held(said, CARER, LAST, morning(40), POLICY))
    assert (held.last_held, held.views_at) == (LAST, morning(50))


def test_what_nobody_disputes_in_five_working_days_counts_as_held():
    said = follow(fixed(), say_held(fixed(), SAM, MEETING.date(), MEETING, POLICY))
    ends = dispute_ends(said, POLICY)
    assert rules(said, ends) == [Rule.ANNUAL_REVIEW_HELD]
    assert ends is not None
    assert follow(said, count_as_held(said, POLICY, ends)).last_held == MEETING.date()


def test_it_did_not_happen_and_is_overdue_all_the_same():
    said = follow(fixed(), say_held(fixed(), SAM, MEETING.date(), MEETING, POLICY))
    disputed = follow(said, dispute(said, CARER, MEETING))
    assert (disputed.state, disputed.last_held) == (State.DISPUTED, LAST)
    assert Rule.ANNUAL_REVIEW_OVERDUE in rules(disputed, morning(-1))


def test_other_events_leave_it_as_it_is():
    event = LanguageChosen(at=MEETING, subject=CARER.id, language="ar")
    assert after(REVIEW, event) == REVIEW


def test_overdue_is_heard_by_the_service_manager_or_by_who_manages_the_team():
    day = DAY
    assert service_managers(HOME, ROSTER, day) == (SVEN,)
    others = tuple(worker for worker in ROSTER if worker.id != SVEN.id)
    assert service_managers(None, others, day) == (TIA,)
    assert service_managers(replace(HOME, kept_from=frozenset({SVEN.id})), ROSTER, day) == (TIA,)


def test_a_child_is_asked_by_their_own_social_worker_where_that_one_can_be_told():
    placement = HOME.placements[0]
    assert asks_the_child(placement, HOME, ROSTER, DAY) == CLEO
    nobody = replace(placement, childs_social_worker=None)
    assert asks_the_child(nobody, HOME, ROSTER, DAY) is None
    unlinked = tuple(replace(p, linked=False) for p in ROSTER)
    assert asks_the_child(placement, HOME, unlinked, DAY) is None


def test_the_carer_is_told_how_they_do_only_in_words():
    [told] = say_how_they_do(REVIEW, SAM, "Steady.", MEETING)
    assert (told.subject, told.actor, told.words) == (CARER.id, SAM.id, "Steady.")
    assert say_how_they_do(REVIEW, SAM, " ", MEETING) == ()
