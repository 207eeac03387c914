"""A request climbs the ladder of the hour in which a step fires, not of that in which it was raised
(practice 6)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering.escalation import climb, pass_on
from fostering.events import WorkerPaged
from fostering.requests import acknowledge
from fostering.steps import Escalation
from storage.spelling import read_text
from tests.rules.cast import DEE, HOME, MEG, ONA, POLICY, ROSTER, SAM, SVEN, TIA, TWO, kind, utc
from tests.rules.requests_told import follow, raised

BEFORE_CLOSING = utc(2026, 11, 2, 16, 55)
BEFORE_OPENING = utc(2026, 11, 3, 8, 58)
MINUTE = timedelta(minutes=1)


def climbs(request, at, roster=ROSTER):
    """The request after it has climbed, and who was paged now."""
    events = climb(request, roster, HOME, POLICY, at)
    paged = [worker for event in events for worker in event.workers]
    return follow(request, events), {p.name for p in ROSTER if p.id in paged}


@pytest.mark.parametrize(
    ("how", "by_day", "by_night"),
    [
        ({}, {SAM, DEE}, [{ONA}, {TWO}, {MEG, SVEN}, {ONA}]),
        ({"not_safe": True, "form": "not_safe"}, {DEE, TIA}, [{ONA, MEG}, {TWO}, {MEG, SVEN}]),
        ({"kind": kind(phone_only=True)}, {TIA}, [{TIA, MEG}, {ONA}, {TWO}]),
    ],
    ids=["urgent", "not safe", "phone only"],
)
def test_what_was_raised_before_closing_goes_to_the_on_call_team(how, by_day, by_night):
    request = raised(at=BEFORE_CLOSING, **how)
    assert request.escalation.paged == tuple(p.id for p in ROSTER if p in by_day)
    for wanted in by_night:
        request, paged = climbs(request, request.escalation.next_at)
        assert paged == {person.name for person in wanted}


def test_the_night_ladder_begins_at_its_first_step_in_a_new_round():
    request, _ = climbs(raised(at=BEFORE_CLOSING), BEFORE_CLOSING + 10 * MINUTE)
    escalation = request.escalation
    assert (escalation.step, escalation.round, escalation.in_office) == (0, 2, False)
    assert escalation.steps == POLICY.out_of_hours_steps
    assert escalation.next_at == BEFORE_CLOSING + 15 * MINUTE


def test_what_was_raised_before_opening_goes_to_the_office():
    request = raised(at=BEFORE_OPENING)
    assert request.escalation.paged == (ONA.id,)
    request, paged = climbs(request, BEFORE_OPENING + 5 * MINUTE)
    assert paged == {"Sam", "Dee"}
    _, paged = climbs(request, request.escalation.next_at)
    assert paged == {"Tia"}


def test_passing_on_and_a_call_that_was_not_noted_take_the_ladder_of_the_hour_too():
    request = raised(at=BEFORE_CLOSING)
    events = pass_on(request, DEE, ROSTER, HOME, POLICY, BEFORE_CLOSING + 7 * MINUTE)
    assert [e.workers for e in events if isinstance(e, WorkerPaged)] == [(ONA.id,)]
    taken = follow(request, acknowledge(request, DEE, BEFORE_CLOSING))
    _, paged = climbs(taken, BEFORE_CLOSING + 30 * MINUTE)
    assert paged == {"Ona"}


def test_both_ladders_are_frozen_when_it_is_raised():
    request = raised(at=BEFORE_CLOSING)
    changed = replace(POLICY, out_of_hours_steps=POLICY.out_of_hours_steps[2:])
    events = climb(request, ROSTER, HOME, changed, BEFORE_CLOSING + 10 * MINUTE)
    assert events[0].workers == (ONA.id,)


def test_what_was_raised_before_both_were_frozen_goes_on_as_it_began():
    written = (
        '{"steps": [{"fillers": ["duty_worker"], "wait_minutes": 10},'
        ' {"fillers": ["team_manager"], "wait_minutes": 15}], "contact_minutes": 30,'
        ' "step": 0, "round": 1, "next_at": "2026-11-02T17:05:00+00:00", "paged": []}'
    )
    old = replace(raised(at=BEFORE_CLOSING), escalation=read_text(Escalation, written))
    request, paged = climbs(old, BEFORE_CLOSING + 10 * MINUTE)
    assert paged == {"Tia"}
    assert (request.escalation.step, request.escalation.round) == (1, 1)
