"""A private process begins by a manager's switch alone, and ends with a reason."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering.contact_denied import deny_contact
from fostering.due import due, next_due_at
from fostering.handing_over import offer
from fostering.permission import may_see
from fostering.priority import Priority
from fostering.private_matters import REASONS, end_private, may_turn, start_private
from fostering.refusals import AlreadyClosed, ContactMissing, NotYours
from fostering.requests import RequestState
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    HOME,
    MEG,
    MONDAY_NIGHT,
    MONDAY_NOON,
    ONA,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    TWO,
    YOUNG,
)
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import closed, spoken, taken

FAR = MONDAY_NIGHT + timedelta(days=60)
ROUTINE = replace(raised(priority=Priority.P3, at=MONDAY_NOON), answer_by=MONDAY_NIGHT)


def made_private(request=ROUTINE, worker=TIA, at=MONDAY_NIGHT):
    """Tia has pressed the switch."""
    return follow(request, start_private(request, worker, CARER, POLICY, at))


@pytest.mark.parametrize("worker", ROSTER, ids=lambda worker: worker.name)
def test_only_the_roles_of_the_policy_press_the_switch(worker):
    assert may_turn(worker, POLICY) is (worker in (TIA, SVEN))
    if worker not in (TIA, SVEN):
        with pytest.raises(NotYours):
            start_private(ROUTINE, worker, CARER, POLICY, MONDAY_NIGHT)
        with pytest.raises(NotYours):
            end_private(made_private(), worker, REASONS[0], POLICY, MONDAY_NIGHT)


def test_a_service_names_other_roles_and_leavers_have_none():
    lead = replace(POLICY, private_roles=("childs_social_worker",))
    assert may_turn(CLEO, lead)
    assert not may_turn(TIA, lead)
    assert not may_turn(replace(TIA, active=False), POLICY)
    assert not may_turn(CARER, POLICY)


def test_from_then_on_it_is_with_who_pressed_and_nobody_but_managers_sees_it():
    request = made_private()
    assert (request.owner, request.acknowledged_by, request.state) == (
        TIA.id,
        TIA.id,
        RequestState.ACKNOWLEDGED,
    )
    sees = {w.name for w in ROSTER if may_see(w, request, HOME, phone_only=False)}
    assert sees == {"Tia", "Sven"}
    assert may_see(CARER, request, HOME, phone_only=False)
    assert start_private(request, SVEN, CARER, POLICY, MONDAY_NIGHT) == ()


def test_whoever_pressed_it_sees_it_also_without_being_a_manager():
    lead = replace(POLICY, private_roles=("childs_social_worker",))
    request = follow(ROUTINE, start_private(ROUTINE, CLEO, CARER, lead, MONDAY_NIGHT))
    assert may_see(CLEO, request, HOME, phone_only=False)
    assert not may_see(SAM, request, HOME, phone_only=False)


def test_a_manager_who_is_left_out_stays_left_out():
    request = made_private(replace(ROUTINE, excluded=frozenset({SVEN.id})))
    assert not may_see(SVEN, request, HOME, phone_only=False)


def test_nothing_of_it_falls_due_and_it_is_never_late():
    assert next_due_at(ROUTINE, POLICY) is not None
    assert ROUTINE.overdue(FAR)
    request = made_private()
    assert (next_due_at(request, POLICY), due(request, POLICY, FAR)) == (None, ())
    assert not request.overdue(FAR)


def test_no_alarm_goes_out_of_sight_before_somebody_has_spoken():
    for request in (raised(), taken()):
        with pytest.raises(ContactMissing):
            start_private(request, TIA, CARER, POLICY, MONDAY_NIGHT)
    private = made_private(spoken())
    assert private.state is RequestState.ANSWERED
    assert deny_contact(private, CARER, ROSTER, HOME, POLICY, MONDAY_NIGHT) == ()


def test_it_is_for_what_a_carer_asked_and_is_open():
    with pytest.raises(NotYours):
        start_private(ROUTINE, TIA, YOUNG, POLICY, MONDAY_NIGHT)
    with pytest.raises(AlreadyClosed):
        start_private(closed(), TIA, CARER, POLICY, MONDAY_NIGHT)


def test_whoever_answers_a_complaint_cannot_stop_its_clocks_by_it():
    with pytest.raises(NotYours):
        start_private(replace(ROUTINE, form="concern"), TIA, CARER, POLICY, MONDAY_NIGHT)


def test_whoever_was_asked_to_take_it_is_asked_no_more():
    asked = follow(
        spoken(),
        offer(
            spoken(), ONA, TWO, HOME, POLICY, MONDAY_NIGHT.date(), MONDAY_NIGHT, phone_only=False
        ),
    )
    assert made_private(asked).offered_to is None


def test_it_ends_with_a_reason_and_is_seen_as_before():
    request = made_private()
    with pytest.raises(ValueError, match="so"):
        end_private(request, TIA, "so", POLICY, MONDAY_NIGHT)
    after = follow(request, end_private(request, SVEN, "over", POLICY, MONDAY_NIGHT))
    assert not after.private
    assert may_see(SAM, after, HOME, phone_only=False)
    assert end_private(after, TIA, "over", POLICY, MONDAY_NIGHT) == ()
    assert not may_see(DEE, after, HOME, phone_only=False)
    assert not may_see(MEG, after, HOME, phone_only=False)
