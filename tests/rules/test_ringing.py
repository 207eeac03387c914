"""When a worker says that they will ring, and what it does not hold up (practice 7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering import requests as rules
from fostering.priority import Priority
from fostering.refusals import AlreadyTaken, NotTaken, OutOfDate
from tests.rules.cast import MONDAY_NIGHT, ONA, POLICY, TWO
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import taken

MINUTE = timedelta(minutes=1)
LATER = MONDAY_NIGHT + MINUTE


def test_only_the_one_who_has_it_promises_to_ring():
    ring_by = LATER + 10 * MINUTE
    with pytest.raises(NotTaken):
        rules.promise_ring(raised(), ONA, ring_by, LATER)
    with pytest.raises(AlreadyTaken):
        rules.promise_ring(taken(), TWO, ring_by, LATER, holder="Ona")
    with pytest.raises(OutOfDate):
        rules.promise_ring(taken(), ONA, LATER, LATER)


@pytest.mark.parametrize("promised", [5, 15, 30])
def test_a_promise_to_ring_never_stretches_the_wait_for_contact(promised):
    request, ring_by = taken(), LATER + promised * MINUTE
    request = follow(request, rules.promise_ring(request, ONA, ring_by, LATER))
    assert request.ring_by == ring_by
    assert request.escalation.next_at == MONDAY_NIGHT + 30 * MINUTE


def test_what_climbs_is_not_promised_for_later_than_the_contact_time():
    request = taken()
    assert rules.ring_minutes(request) == (5, 15, 30)
    with pytest.raises(OutOfDate):
        rules.promise_ring(request, ONA, LATER + 31 * MINUTE, LATER)


def test_a_short_contact_time_leaves_one_promise():
    request = taken(policy=replace(POLICY, contact_within_minutes=4))
    assert rules.ring_minutes(request) == (5,)


def test_what_is_routine_or_was_spoken_about_may_be_promised_for_an_hour():
    spoken = follow(taken(), rules.record_contact(taken(), ONA, LATER))
    for request in (taken(priority=Priority.P3), spoken):
        assert rules.ring_minutes(request) == (5, 15, 30, 60)
        assert rules.promise_ring(request, ONA, LATER + 60 * MINUTE, LATER)


def test_a_promise_after_contact_starts_no_climb():
    request = taken()
    request = follow(request, rules.record_contact(request, ONA, LATER))
    request = follow(request, rules.promise_ring(request, ONA, LATER + MINUTE, LATER))
    assert request.escalation.next_at is None


def test_a_promise_on_a_routine_request_is_only_a_promise():
    request = taken(priority=Priority.P3)
    request = follow(request, rules.promise_ring(request, ONA, LATER + MINUTE, LATER))
    assert (request.ring_by, request.escalation) == (LATER + MINUTE, None)


def test_a_missed_promise_ends_and_the_contact_time_goes_on():
    request = taken()
    assert rules.miss_ring(request, LATER) == ()
    request = follow(request, rules.promise_ring(request, ONA, LATER + MINUTE, LATER))
    assert rules.miss_ring(request, LATER) == ()
    missed = follow(request, rules.miss_ring(request, LATER + MINUTE))
    assert missed.ring_by is None
    assert missed.escalation.next_at == MONDAY_NIGHT + 30 * MINUTE


def test_nothing_can_be_missed_where_nobody_has_it():
    assert rules.miss_ring(raised(), LATER) == ()
