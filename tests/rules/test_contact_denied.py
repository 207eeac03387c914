"""The person says that nobody has spoken with them: it climbs again at once."""

from datetime import timedelta

import pytest

from fostering import requests as rules
from fostering.contact_denied import deny_contact
from fostering.events import ContactDenied, WorkerPaged
from fostering.priority import Priority
from fostering.raising import add_answers
from fostering.refusals import AlreadyClosed, NotYours
from fostering.requests import RequestState as State
from tests.rules.cast import CARER, HOME, MONDAY_NIGHT, ONA, OTHER_CARER, POLICY, ROSTER, TWO
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import closed, spoken, taken

LATER = MONDAY_NIGHT + timedelta(minutes=3)


def denied(request, person=CARER):
    """The events by which this person says so."""
    return deny_contact(request, person, ROSTER, HOME, POLICY, LATER)


def test_it_pages_the_next_step_at_once_and_keeps_who_noted_the_call():
    events = denied(spoken())
    assert [type(e) for e in events] == [ContactDenied, WorkerPaged]
    assert events[1].workers == (TWO.id,)
    request = follow(spoken(), events)
    assert (request.state, request.spoken_at) == (State.RAISED, None)
    assert request.acknowledged_by == ONA.id
    assert request.escalation.next_at == LATER + timedelta(minutes=10)
    assert request.still_climbs


def test_without_a_noted_call_there_is_nothing_to_deny():
    assert denied(taken()) == ()


def test_what_was_lowered_or_is_routine_waits_with_who_has_it():
    lowered = follow(spoken(), rules.lower(spoken(), ONA, Priority.P2, LATER))
    routine = raised(priority=Priority.P3)
    routine = follow(routine, rules.acknowledge(routine, ONA, LATER))
    routine = follow(routine, rules.record_contact(routine, ONA, LATER))
    for before in (lowered, routine):
        request = follow(before, denied(before))
        assert (request.state, request.spoken_at) == (State.ACKNOWLEDGED, None)


def test_where_who_had_it_was_left_out_since_it_stays_open_to_whoever_takes_it():
    routine = raised(priority=Priority.P3)
    routine = follow(routine, rules.acknowledge(routine, ONA, LATER))
    routine = follow(routine, rules.record_contact(routine, ONA, LATER))
    left_out = frozenset({ONA.id})
    added = add_answers(
        routine,
        CARER,
        HOME,
        ROSTER,
        POLICY,
        LATER,
        priority=Priority.P3,
        finished=True,
        excluded=left_out,
    )
    routine = follow(routine, added)
    routine = follow(routine, denied(routine))
    assert (routine.state, routine.acknowledged_by) == (State.RAISED, None)
    assert rules.acknowledge(routine, TWO, LATER)


def test_only_who_asked_denies_it_and_only_while_it_is_open():
    with pytest.raises(NotYours):
        denied(spoken(), OTHER_CARER)
    with pytest.raises(AlreadyClosed):
        denied(closed())
