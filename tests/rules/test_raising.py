"""How a request begins, and what later answers add (practice 1, 4, 15, 18)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering.events import RequestRaised, SocialWorkerTaskMade, WorkerPaged
from fostering.priority import Priority
from fostering.raising import add_answers
from fostering.refusals import AlreadyClosed, NotYours
from fostering.requests import RequestState, acknowledge, lower
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    HOME,
    MONDAY_NIGHT,
    MONDAY_NOON,
    ONA,
    OTHER_CARER,
    POLICY,
    ROSTER,
    SAM,
    TWO,
    kind,
    utc,
)
from tests.rules.requests_told import follow, raised, raising

LATER = MONDAY_NIGHT + timedelta(minutes=2)
UNLINKED = tuple(replace(p, linked=False) if p.id == CLEO.id else p for p in ROSTER)


def adding(request, author=CARER, roster=ROSTER, at=LATER, **more):
    """The events of later answers."""
    given = {"priority": Priority.P1, "finished": True, **more}
    return add_answers(request, author, HOME, roster, POLICY, at, **given)


def test_an_urgent_request_is_raised_and_paged_in_one_breath():
    events = raising(finished=False)
    assert [type(e) for e in events] == [RequestRaised, WorkerPaged]
    assert events[1].workers == (ONA.id,)
    request = follow(None, events)
    assert (request.state, request.finished) == (RequestState.RAISED, False)
    assert request.escalation.paged == (ONA.id,)


def test_an_urgent_request_that_nobody_can_be_paged_for_says_so():
    events = raising(roster=())
    assert events[1].unfilled
    assert events[1].workers == ()


def test_a_routine_request_has_an_owner_and_a_day_to_be_answered():
    events = raising(at=MONDAY_NOON, priority=Priority.P2, kind=kind())
    request = follow(None, events)
    assert len(events) == 1
    assert (request.owner, request.kind) == (SAM.id, "D12")
    assert request.answer_by == utc(2026, 11, 4, 17)


def test_without_a_kind_no_day_is_promised():
    request = raised(priority=Priority.P2, code="hello", household=None)
    assert (request.kind, request.answer_by, request.household) == ("hello", None, None)


def test_a_request_added_after_a_phone_call_says_who_added_it():
    event = raising(entered_by=DEE.id)[0]
    assert (event.actor, event.entered_by, event.subject) == (DEE.id, DEE.id, CARER.id)


def test_a_social_worker_who_is_not_linked_becomes_a_dated_task():
    about = kind(concerns_child=True)
    task = raising(at=MONDAY_NOON, priority=Priority.P2, kind=about, roster=UNLINKED)[-1]
    assert isinstance(task, SocialWorkerTaskMade)
    assert task.due == utc(2026, 11, 3, 17)


def test_a_young_persons_call_is_never_paged_to_the_carers_worker():
    request = raised(at=MONDAY_NOON, not_safe=True)
    assert SAM.id not in request.escalation.paged
    assert SAM.id in request.excluded


def test_the_policy_is_frozen_when_it_is_raised():
    request = raised(at=utc(2026, 11, 2, 16, 55))
    assert request.escalation.steps == POLICY.office_steps
    changed = adding(request, at=utc(2026, 11, 2, 17, 5))
    assert follow(request, changed).escalation.steps == POLICY.office_steps


def test_later_answers_never_lower_the_priority():
    request = raised(finished=False)
    request = follow(request, adding(request, priority=Priority.P3, kind=kind()))
    assert (request.priority, request.finished) == (Priority.P1, True)
    assert request.kind == "D12"


def test_answers_without_a_kind_keep_the_kind():
    request = raised(kind=kind())
    assert follow(request, adding(request)).kind == "D12"


def test_what_becomes_urgent_later_is_paged_then():
    request = raised(priority=Priority.P3)
    events = adding(request)
    assert isinstance(events[1], WorkerPaged)
    request = follow(request, events)
    assert request.escalation.paged == (ONA.id,)


def test_what_stays_routine_is_not_paged():
    request = raised(priority=Priority.P3)
    assert len(adding(request, priority=Priority.P2)) == 1


def test_no_promise_gets_later():
    request = raised(at=MONDAY_NOON, priority=Priority.P2, kind=kind())
    later = MONDAY_NOON + timedelta(days=5)
    request = follow(request, adding(request, priority=Priority.P2, kind=kind(), at=later))
    assert request.answer_by == utc(2026, 11, 4, 17)


def test_who_is_excluded_later_loses_the_page():
    request = raised()
    request = follow(request, adding(request, excluded=frozenset({ONA.id})))
    assert request.escalation.paged == ()
    assert request.excluded == {ONA.id}
    again = follow(request, adding(request, excluded=frozenset({TWO.id})))
    assert again.excluded == {ONA.id, TWO.id}


def test_the_social_workers_task_is_made_once():
    about = kind(concerns_child=True)
    request = raised(finished=False)
    first = adding(request, roster=UNLINKED, kind=about)
    assert isinstance(first[-1], SocialWorkerTaskMade)
    second = adding(follow(request, first), roster=UNLINKED, kind=about)
    assert not any(isinstance(e, SocialWorkerTaskMade) for e in second)


def test_later_answers_do_not_take_it_from_who_has_it():
    request = raised(finished=False)
    request = follow(request, acknowledge(request, ONA, MONDAY_NIGHT))
    request = follow(request, adding(request))
    assert (request.state, request.acknowledged_by) == (RequestState.ACKNOWLEDGED, ONA.id)


def test_only_its_author_adds_answers_and_only_while_it_is_open():
    with pytest.raises(NotYours):
        adding(raised(), author=OTHER_CARER)
    with pytest.raises(AlreadyClosed):
        adding(replace(raised(), state=RequestState.CLOSED))


def test_who_has_it_and_is_excluded_loses_it_and_the_next_is_due_now():
    request = follow(raised(), acknowledge(raised(), ONA, MONDAY_NIGHT))
    request = follow(request, adding(request, excluded=frozenset({ONA.id})))
    assert (request.state, request.acknowledged_by) == (RequestState.RAISED, None)
    assert request.escalation.next_at == LATER


def test_what_was_lowered_climbs_again_when_something_urgent_is_told():
    request = follow(raised(), acknowledge(raised(), ONA, MONDAY_NIGHT))
    request = follow(request, lower(request, ONA, Priority.P2, MONDAY_NIGHT))
    same = follow(request, adding(request, priority=Priority.P2))
    assert same.escalation.next_at is None
    worse = follow(request, adding(request, priority=Priority.P0))
    assert (worse.priority, worse.escalation.next_at) == (Priority.P0, LATER)
    assert worse.still_climbs
