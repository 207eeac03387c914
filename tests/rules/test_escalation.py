"""Telling the next person because the last has not acknowledged in time (practice 5 to 7)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fostering.escalation import begin, climb, nobody_paged, pass_on
from fostering.events import PagePassedOn, WorkerPaged
from fostering.ladders import steps_of
from fostering.priority import Priority
from fostering.refusals import AlreadyClosed, AlreadyTaken, NobodyElse
from fostering.requests import Request, acknowledge, after, close, record_contact
from fostering.requests import RequestState as State
from fostering.steps import Filler
from tests.rules.cast import (
    CARER,
    HOME,
    MEG,
    MONDAY_NIGHT,
    MONDAY_NOON,
    ONA,
    POLICY,
    ROSTER,
    SVEN,
    TIA,
    TWO,
    absence,
    kind,
    utc,
)
from tests.rules.requests_told import follow, raised

MINUTE = timedelta(minutes=1)


def climbed(request: Request, at, roster=ROSTER):
    """The events of the climb and the request after them."""
    events = climb(request, roster, HOME, POLICY, at)
    return events, follow(request, events)


def names(event: WorkerPaged) -> list[str]:
    """Who was paged."""
    return [p.name for p in ROSTER if p.id in event.workers]


def test_at_night_the_first_on_call_is_paged_at_once():
    request = raised(at=MONDAY_NIGHT)
    assert request.escalation.paged == (ONA.id,)
    assert request.escalation.next_at == MONDAY_NIGHT + 5 * MINUTE


def test_in_office_hours_the_households_worker_and_duty_are_paged_whatever_the_policy_says():
    policy = replace(POLICY, office_steps=(POLICY.office_steps[1],))
    steps = steps_of(policy, in_office=True)
    assert steps[0].fillers == (
        Filler.SUPERVISING_SOCIAL_WORKER,
        Filler.DUTY_WORKER,
        Filler.TEAM_MANAGER,
    )


def test_not_safe_pages_duty_and_a_manager_and_never_the_carers_worker():
    by_day = steps_of(POLICY, in_office=True, not_safe=True)
    assert by_day[0].fillers == (Filler.DUTY_WORKER, Filler.TEAM_MANAGER)
    at_night = steps_of(POLICY, in_office=False, not_safe=True)
    assert at_night[0].fillers == (Filler.FIRST_ON_CALL, Filler.ON_CALL_MANAGER)
    everybody = [f for step in (*by_day, *at_night) for f in step.fillers]
    assert Filler.SUPERVISING_SOCIAL_WORKER not in everybody


def test_phone_only_begins_with_the_managers():
    by_phone = kind(phone_only=True, priority=Priority.P1)
    assert steps_of(POLICY, by_phone, in_office=True)[0].fillers == (Filler.TEAM_MANAGER,)
    at_night = steps_of(POLICY, by_phone, in_office=False)
    assert at_night[0].fillers == (Filler.TEAM_MANAGER, Filler.ON_CALL_MANAGER)
    assert at_night[1:] == POLICY.out_of_hours_steps


def test_nobody_is_told_before_the_wait_is_over():
    request = raised(at=MONDAY_NIGHT)
    assert climb(request, ROSTER, HOME, POLICY, MONDAY_NIGHT + 4 * MINUTE) == ()


def test_then_the_next_person_is_paged_and_the_first_keeps_the_page():
    request = raised(at=MONDAY_NIGHT)
    events, request = climbed(request, MONDAY_NIGHT + 5 * MINUTE)
    assert [names(e) for e in events] == [["Tom"]]
    assert request.escalation.paged == (ONA.id, TWO.id)


def test_who_was_told_since_is_counted_after_the_first_page():
    request = raised(at=MONDAY_NIGHT)
    assert request.escalation.told_since == frozenset()
    _, request = climbed(request, MONDAY_NIGHT + 5 * MINUTE)
    assert request.escalation.told_since == {TWO.id}
    unknown = replace(request.escalation, first=None)
    assert unknown.told_since == frozenset()


def test_steps_that_nobody_fills_have_told_nobody_more():
    office = tuple(p for p in ROSTER if p.id not in (TIA.id, SVEN.id))
    request = raised(at=MONDAY_NOON, roster=office)
    _, request = climbed(request, MONDAY_NOON + 10 * MINUTE, office)
    assert len(request.escalation.paged) == 2
    assert request.escalation.told_since == frozenset()


def test_who_fills_a_step_is_looked_up_when_it_fires():
    request = raised(at=MONDAY_NIGHT)
    gone = tuple(replace(p, linked=False) if p.id == TWO.id else p for p in ROSTER)
    events, _ = climbed(request, MONDAY_NIGHT + 5 * MINUTE, gone)
    assert [(e.step, e.unfilled) for e in events] == [(1, True), (2, False)]
    assert names(events[1]) == ["Meg", "Sven"]


def test_after_the_last_step_it_goes_round_again():
    request, at = raised(at=MONDAY_NIGHT), MONDAY_NIGHT
    for _ in range(3):
        at += 20 * MINUTE
        events, request = climbed(request, at)
    assert (events[-1].round, events[-1].step, names(events[-1])) == (2, 0, ["Ona"])


def test_with_nobody_at_all_it_says_so_and_goes_on_trying():
    begun, workers = begin(POLICY.out_of_hours_steps, 30, (), HOME, POLICY, MONDAY_NIGHT)
    assert workers == ()
    assert begun.next_at == MONDAY_NIGHT + 5 * MINUTE
    request = raised(at=MONDAY_NIGHT)
    events, later = climbed(request, MONDAY_NIGHT + 5 * MINUTE, ())
    assert nobody_paged(events)
    assert len(events) == 1
    events, _ = climbed(later, later.escalation.next_at)
    assert not nobody_paged(events)


def test_no_paging_is_not_a_paging_of_nobody():
    assert not nobody_paged(())


def test_an_excluded_worker_is_never_paged():
    request = replace(raised(at=MONDAY_NIGHT), excluded=frozenset({TWO.id, MEG.id}))
    events, _ = climbed(request, MONDAY_NIGHT + 5 * MINUTE)
    assert names(events[-1]) == ["Sven"]


def test_a_routine_request_never_climbs():
    request = raised(at=MONDAY_NIGHT, priority=Priority.P3)
    assert request.escalation is None
    assert climb(request, ROSTER, HOME, POLICY, MONDAY_NIGHT + 99 * MINUTE) == ()


def test_contact_stops_the_climb():
    request = raised(at=MONDAY_NIGHT)
    request = follow(request, acknowledge(request, ONA, MONDAY_NIGHT + MINUTE))
    request = follow(request, record_contact(request, ONA, MONDAY_NIGHT + 2 * MINUTE))
    assert climb(request, ROSTER, HOME, POLICY, MONDAY_NIGHT + timedelta(days=9)) == ()


def test_acknowledged_without_contact_it_climbs_again_and_says_who_had_it():
    request = raised(at=MONDAY_NIGHT)
    request = follow(request, acknowledge(request, ONA, MONDAY_NIGHT + MINUTE))
    assert climb(request, ROSTER, HOME, POLICY, MONDAY_NIGHT + 30 * MINUTE) == ()
    events, request = climbed(request, MONDAY_NIGHT + 31 * MINUTE)
    assert names(events[0]) == ["Tom"]
    assert request.state is State.RAISED
    assert request.acknowledged_by == ONA.id


def test_another_worker_then_takes_it_over():
    request = raised(at=MONDAY_NIGHT)
    request = follow(request, acknowledge(request, ONA, MONDAY_NIGHT))
    _, request = climbed(request, MONDAY_NIGHT + 31 * MINUTE)
    request = follow(request, acknowledge(request, TWO, MONDAY_NIGHT + 32 * MINUTE))
    assert request.acknowledged_by == TWO.id
    assert request.escalation.next_at == MONDAY_NIGHT + 62 * MINUTE


def test_passing_on_pages_the_next_and_takes_the_page_away():
    request = raised(at=MONDAY_NIGHT)
    events = pass_on(request, ONA, ROSTER, HOME, POLICY, MONDAY_NIGHT + MINUTE)
    assert isinstance(events[0], PagePassedOn)
    request = follow(request, events)
    assert request.escalation.paged == (TWO.id,)
    assert request.escalation.next_at == MONDAY_NIGHT + 11 * MINUTE


def test_a_second_press_burns_no_step():
    request = raised(at=MONDAY_NIGHT)
    request = follow(request, pass_on(request, ONA, ROSTER, HOME, POLICY, MONDAY_NIGHT))
    assert pass_on(request, ONA, ROSTER, HOME, POLICY, MONDAY_NIGHT) == ()
    assert request.escalation.paged == (TWO.id,)


def test_who_was_not_paged_passes_nothing_on():
    assert pass_on(raised(at=MONDAY_NIGHT), TIA, ROSTER, HOME, POLICY, MONDAY_NIGHT) == ()


def test_who_passes_is_not_paged_by_passing():
    alone = tuple(replace(p, absences=absence()) if p.id != ONA.id else p for p in ROSTER)
    with pytest.raises(NobodyElse):
        pass_on(raised(at=MONDAY_NIGHT), ONA, alone, HOME, POLICY, MONDAY_NIGHT)


def test_who_has_it_may_pass_it_on_until_contact_is_recorded():
    request = raised(at=MONDAY_NIGHT)
    request = follow(request, acknowledge(request, ONA, MONDAY_NIGHT))
    passed = follow(request, pass_on(request, ONA, ROSTER, HOME, POLICY, MONDAY_NIGHT))
    assert passed.state is State.RAISED
    spoken = follow(request, record_contact(request, ONA, MONDAY_NIGHT))
    with pytest.raises(AlreadyTaken):
        pass_on(spoken, ONA, ROSTER, HOME, POLICY, MONDAY_NIGHT)


def test_what_somebody_else_has_cannot_be_passed_on():
    request = raised(at=MONDAY_NIGHT)
    request = follow(request, acknowledge(request, ONA, MONDAY_NIGHT))
    with pytest.raises(AlreadyTaken) as refused:
        pass_on(request, TWO, ROSTER, HOME, POLICY, MONDAY_NIGHT)
    assert refused.value.details == {"worker": "Ona"}


def test_a_routine_or_closed_request_has_no_next_person():
    with pytest.raises(NobodyElse):
        pass_on(raised(priority=Priority.P3), TIA, ROSTER, HOME, POLICY, MONDAY_NIGHT)
    request = raised(at=MONDAY_NIGHT)
    request = follow(request, acknowledge(request, ONA, MONDAY_NIGHT))
    request = follow(request, record_contact(request, ONA, MONDAY_NIGHT))
    request = follow(request, close(request, ONA, "spoke", "", MONDAY_NIGHT))
    with pytest.raises(AlreadyClosed):
        pass_on(request, ONA, ROSTER, HOME, POLICY, MONDAY_NIGHT)


FRIDAY_EVENING = utc(2026, 11, 6, 18)
"""Sixty hours before the office opens again."""
ALWAYS_THERE = (ONA.id, TWO.id, MEG.id, SVEN.id)


@given(
    st.lists(st.integers(0, 300), max_size=12),
    st.sets(st.sampled_from(ALWAYS_THERE[:3])),
)
def test_no_step_is_lost_or_doubled_through_jumps(jumps, absent):
    roster = tuple(p for p in ROSTER if p.id not in absent)
    request, at = raised(at=FRIDAY_EVENING, roster=roster), FRIDAY_EVENING
    there = [0] * (ONA.id not in absent or TWO.id not in absent)
    there += [1] * (ONA.id not in absent and TWO.id not in absent)
    there += [2]
    waits = [5, 10, 15]
    place, expected_at = 0, at + timedelta(minutes=waits[there[0]])
    assert request.escalation.step == there[0]
    for jump in jumps:
        at += jump * MINUTE
        events = climb(request, roster, HOME, POLICY, at)
        assert bool(events) == (at >= expected_at)
        if not events:
            continue
        place += 1
        step = there[place % len(there)]
        expected_at = at + timedelta(minutes=waits[step])
        paged = [e for e in events if not e.unfilled]
        assert [(e.step, e.round) for e in paged] == [(step, 1 + place // len(there))]
        for event in events:
            request = after(request, event)
        assert request.escalation.next_at == expected_at


def test_a_carer_is_never_paged():
    odd = replace(CARER, roles=frozenset(), turn=1)
    request = raised(at=MONDAY_NIGHT, roster=(odd, *ROSTER))
    assert request.escalation.paged == (ONA.id,)
