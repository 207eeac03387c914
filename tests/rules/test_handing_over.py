"""A request is handed over only by acceptance: it is with somebody at every moment."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering import requests as rules
from fostering.due import Rule, due, next_due_at
from fostering.handing_over import (
    REASONS,
    accept,
    answer_by,
    colleagues,
    lapse,
    may_be_asked,
    offer,
    refuse,
    take_back,
)
from fostering.people import Absence
from fostering.permission import may_see
from fostering.priority import Priority
from fostering.raising import add_answers
from fostering.refusals import AlreadyClosed, AlreadyTaken, NotOffered, NotTaken, NotYours
from fostering.taking_over import take_over
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
    absence,
)
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import closed, spoken, taken

MINUTE = timedelta(minutes=1)
TODAY = MONDAY_NIGHT.date()


def asks(request, colleague=TWO, worker=ONA, at=MONDAY_NIGHT, **more):
    """Ona, who has it, asks a colleague."""
    given = {"phone_only": False, "household": HOME, "policy": POLICY, "day": TODAY, **more}
    return offer(request, worker, colleague, at=at, **given)


def asked(colleague=TWO):
    """A request that Ona has, and that a colleague is asked to take."""
    return follow(taken(), asks(taken(), colleague))


def test_until_they_accept_it_stays_with_who_had_it():
    request = asked()
    assert (request.acknowledged_by, request.offered_to) == (ONA.id, TWO.id)
    (event,) = accept(request, TWO, MONDAY_NIGHT + MINUTE)
    after = follow(request, (event,))
    assert event.former == ONA.id
    assert (after.acknowledged_by, after.acknowledged_at) == (TWO.id, MONDAY_NIGHT + MINUTE)
    assert (after.offered_to, after.offer_ends_at) == (None, None)


def test_a_no_carries_a_reason_and_changes_nothing():
    request = asked()
    assert follow(request, refuse(request, TWO, REASONS[0], MONDAY_NIGHT)) == taken()
    with pytest.raises(ValueError, match="because"):
        refuse(request, TWO, "because", MONDAY_NIGHT)


def test_no_answer_in_time_falls_back_and_not_a_moment_before():
    request = asked()
    ends = request.offer_ends_at
    assert ends == MONDAY_NIGHT + POLICY.handover_urgent_minutes * MINUTE
    assert next_due_at(request, POLICY) == ends
    assert [m.rule for m in due(request, POLICY, ends)] == [Rule.HANDOVER_LAPSED]
    assert lapse(request, ends - MINUTE) == ()
    assert follow(request, lapse(request, ends)) == taken()
    assert lapse(taken(), ends) == ()


def test_what_can_wait_is_answered_by_day():
    request = taken(priority=Priority.P3)
    assert answer_by(request, POLICY, MONDAY_NOON) == MONDAY_NOON + timedelta(hours=4)
    morning = MONDAY_NIGHT + timedelta(hours=10)
    assert answer_by(request, POLICY, MONDAY_NIGHT) == morning


def test_only_who_has_it_asks_and_only_who_is_asked_answers():
    with pytest.raises(AlreadyTaken):
        asks(taken(), worker=TIA)
    with pytest.raises(NotTaken):
        asks(raised())
    with pytest.raises(AlreadyClosed):
        asks(closed())
    request = asked()
    for answer in (accept, lambda r, w, at: refuse(r, w, REASONS[0], at)):
        for worker in (ONA, TIA):
            with pytest.raises(NotOffered):
                answer(request, worker, MONDAY_NIGHT)
        with pytest.raises(AlreadyClosed):
            answer(closed(), TWO, MONDAY_NIGHT)
    with pytest.raises(AlreadyTaken):
        take_back(request, TWO, MONDAY_NIGHT)


def test_it_is_kept_after_all_and_another_colleague_ends_the_first_question():
    request = asked()
    assert follow(request, take_back(request, ONA, MONDAY_NIGHT)) == taken()
    assert take_back(taken(), ONA, MONDAY_NIGHT) == ()
    assert asks(request) == ()
    back, offered = asks(request, TIA)
    assert (back.asked, offered.to) == (TWO.id, TIA.id)
    assert follow(request, (back, offered)).offered_to == TIA.id


@pytest.mark.parametrize(
    ("worker", "may"),
    [
        (TWO, True),
        (TIA, True),
        (SAM, True),
        (CLEO, True),
        (MEG, True),
        (ONA, False),
        (YOUNG, False),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_whoever_may_see_it_may_be_asked(worker, may):
    assert may_be_asked(taken(), ONA, worker, HOME, TODAY, phone_only=False) is may


@pytest.mark.parametrize(
    "worker",
    [
        replace(TWO, active=False),
        replace(TWO, linked=False),
        replace(TWO, absences=absence()),
    ],
)
def test_nobody_is_asked_who_could_not_answer(worker):
    assert not may_be_asked(taken(), ONA, worker, HOME, TODAY, phone_only=False)


def test_who_must_not_see_it_is_never_asked():
    left_out = replace(taken(), excluded=frozenset({TWO.id}))
    kept = replace(HOME, kept_from=frozenset({TIA.id}))
    assert not may_be_asked(left_out, ONA, TWO, HOME, TODAY, phone_only=False)
    assert not may_be_asked(taken(), ONA, TIA, kept, TODAY, phone_only=False)
    with pytest.raises(NotYours):
        asks(left_out)
    with pytest.raises(NotYours):
        asks(taken(), TIA, household=kept)


def test_a_matter_for_the_telephone_goes_to_managers_alone():
    routine = taken(priority=Priority.P3)
    offered = colleagues(routine, ONA, HOME, ROSTER, TODAY, phone_only=True)
    assert {worker.name for worker in offered} <= {"Tia", "Sven", "Sam"}
    assert {TIA.id, SVEN.id} <= {worker.id for worker in offered}


def test_who_covers_for_the_holder_may_be_asked_although_they_did_not_see_it():
    routine = replace(taken(priority=Priority.P3), acknowledged_by=SAM.id)
    away = (Absence(first=TODAY + timedelta(days=1), last=TODAY + timedelta(days=9), cover=DEE.id),)
    leaving = replace(SAM, absences=away)
    assert not may_see(DEE, routine, HOME, phone_only=False)
    assert may_be_asked(routine, leaving, DEE, HOME, TODAY, phone_only=False)
    assert not may_be_asked(routine, leaving, DEE, HOME, TODAY, phone_only=True)
    request = follow(routine, asks(routine, DEE, worker=leaving))
    assert may_see(DEE, request, HOME, phone_only=False)
    assert [
        w.name for w in colleagues(routine, leaving, HOME, ROSTER, TODAY, phone_only=False)
    ] == [
        "Cleo",
        "Dee",
        "Sven",
        "Tia",
    ]


def test_the_wait_for_contact_goes_on_and_a_climb_ends_the_question():
    request = asked()
    assert request.escalation.next_at == taken().escalation.next_at
    climbed = follow(request, rules_climb(request))
    assert (climbed.offered_to, climbed.offer_ends_at) == (None, None)
    with pytest.raises(NotOffered):
        accept(climbed, TWO, MONDAY_NIGHT)


def test_whoever_takes_it_over_has_no_longer_than_who_had_it():
    accepted = follow(asked(), accept(asked(), TWO, MONDAY_NIGHT + MINUTE))
    assert accepted.acknowledged_by == TWO.id
    assert accepted.escalation.next_at == taken().escalation.next_at
    assert rules_climb(accepted)


def rules_climb(request):
    """It climbs for want of contact."""
    from fostering.escalation import climb

    return climb(request, ROSTER, HOME, POLICY, request.escalation.next_at)


def test_taking_over_and_closing_end_the_question():
    request = follow(asked(), take_over(asked(), TIA, MONDAY_NIGHT))
    assert (request.acknowledged_by, request.offered_to) == (TIA.id, None)
    talked = follow(spoken(), asks(spoken()))
    ended = follow(talked, rules.close(talked, ONA, "spoke", "", MONDAY_NIGHT))
    assert ended.offered_to is None


def test_who_is_left_out_by_a_later_answer_is_asked_no_more():
    request = asked()
    events = add_answers(
        request,
        CARER,
        HOME,
        ROSTER,
        POLICY,
        MONDAY_NIGHT,
        priority=request.priority,
        finished=True,
        excluded=frozenset({TWO.id}),
    )
    after = follow(request, events)
    assert (after.acknowledged_by, after.offered_to) == (ONA.id, None)


def test_what_was_written_to_chosen_readers_is_handed_only_to_one_of_them():
    chosen = replace(taken(), readers=frozenset({ONA.id, SAM.id}))
    away = replace(ONA, absences=(Absence(first=TODAY, last=TODAY, cover=DEE.id),))
    offered = colleagues(chosen, away, HOME, ROSTER, TODAY, phone_only=False)
    assert [worker.name for worker in offered] == ["Sam"]
