"""What somebody has can be taken over by duty, managers and its owner, and nobody waits longer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering import requests as rules
from fostering.refusals import AlreadyClosed, NotTaken, NotYours
from fostering.requests import RequestState as State
from fostering.taking_over import may_take_over, take_over
from tests.rules.cast import CLEO, DEE, MEG, MONDAY_NIGHT, ONA, SAM, SVEN, TIA, TWO
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import closed, spoken, taken

MINUTE = timedelta(minutes=1)
LATER = MONDAY_NIGHT + 20 * MINUTE


@pytest.mark.parametrize("worker", [DEE, TWO, MEG, TIA, SVEN, SAM], ids=lambda w: w.name)
def test_duty_managers_and_the_owner_take_it_over(worker):
    request = replace(taken(), owner=SAM.id)
    assert may_take_over(request, worker)
    (event,) = take_over(request, worker, LATER)
    assert event.former == ONA.id
    after = follow(request, (event,))
    assert (after.acknowledged_by, after.acknowledged_at) == (worker.id, LATER)


def test_nobody_else_does_and_the_holder_needs_not():
    request = replace(taken(), owner=None)
    for worker in (CLEO, SAM):
        assert not may_take_over(request, worker)
        with pytest.raises(NotYours):
            take_over(request, worker, LATER)
    assert not may_take_over(request, ONA)
    assert take_over(request, ONA, LATER) == ()


def test_only_what_somebody_has_is_taken_over():
    with pytest.raises(NotTaken):
        take_over(raised(), TIA, LATER)
    with pytest.raises(AlreadyClosed):
        take_over(closed(), TIA, LATER)


def test_the_wait_for_contact_goes_on_and_the_promise_of_the_other_ends():
    request = taken()
    request = follow(request, rules.promise_ring(request, ONA, LATER, MONDAY_NIGHT))
    request = follow(request, take_over(request, TIA, LATER - MINUTE))
    assert request.ring_by is None
    assert request.escalation.next_at == MONDAY_NIGHT + 30 * MINUTE


def test_what_was_spoken_about_stays_so():
    request = follow(spoken(), take_over(spoken(), TIA, LATER))
    assert (request.state, request.spoken_at) == (State.ANSWERED, MONDAY_NIGHT)
    assert follow(request, rules.close(request, TIA, "spoke", "", LATER)).state is State.CLOSED
