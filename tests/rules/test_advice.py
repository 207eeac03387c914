"""Need my manager: a manager is asked, the owner keeps the request, and silence climbs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering.advice import ask, climb, is_asked, may_answer, may_ask, see
from fostering.advice_effects import Advice, after_advice
from fostering.due import Rule, due
from fostering.events import AdviceAnswered
from fostering.permission import may_see
from fostering.refusals import AlreadyTaken, NobodyElse, NotTaken, OutOfDate
from fostering.requests import RequestState, acknowledge
from tests.rules.cast import (
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
)
from tests.rules.requests_told import follow, raised

NEXT = MONDAY_NIGHT + timedelta(minutes=POLICY.advice_minutes)


def taken(at=MONDAY_NIGHT):
    """A request that Ona has."""
    request = raised()
    return follow(request, acknowledge(request, ONA, at))


def asked(request=None, at=MONDAY_NIGHT, roster=ROSTER, home=None):
    """The request after Ona asked for her manager."""
    request = request or taken()
    return follow(request, ask(request, ONA, roster, home, POLICY, at))


def test_at_night_the_on_call_manager_is_asked_and_by_day_the_team_manager():
    request = asked()
    assert request.advice == Advice(
        by=ONA.id, asked=(MEG.id,), asked_at=MONDAY_NIGHT, next_at=NEXT, told=(MEG.id,)
    )
    assert (request.acknowledged_by, request.state) == (ONA.id, RequestState.ACKNOWLEDGED)
    assert asked(at=MONDAY_NOON).advice.asked == (TIA.id,)


def test_only_who_has_it_asks_and_once_at_a_time():
    with pytest.raises(AlreadyTaken):
        ask(taken(), TWO, ROSTER, None, POLICY, MONDAY_NIGHT)
    with pytest.raises(NotTaken):
        ask(raised(), ONA, ROSTER, None, POLICY, MONDAY_NIGHT)
    request = asked()
    assert ask(request, ONA, ROSTER, None, POLICY, MONDAY_NIGHT) == ()
    assert may_ask(taken(), ONA)
    assert not may_ask(request, ONA)


def test_a_concern_and_what_has_readers_are_asked_about_nobody():
    for request in (replace(taken(), form="concern"), replace(taken(), readers={ONA.id})):
        assert not may_ask(request, ONA)
        with pytest.raises(NotTaken):
            ask(request, ONA, ROSTER, None, POLICY, MONDAY_NIGHT)


def test_who_must_not_know_is_never_asked():
    left_out = replace(taken(), excluded=frozenset({MEG.id}))
    assert asked(left_out).advice.asked == (SVEN.id,)
    kept = replace(HOME, kept_from=frozenset({MEG.id}))
    assert asked(home=kept).advice.asked == (SVEN.id,)
    private = replace(taken(), private_since=MONDAY_NIGHT, private_by=ONA.id)
    assert asked(private).advice.asked == (SVEN.id,)
    nobody = replace(taken(), excluded=frozenset({MEG.id, SVEN.id}))
    with pytest.raises(NobodyElse):
        ask(nobody, ONA, ROSTER, None, POLICY, MONDAY_NIGHT)


def test_a_manager_who_has_it_asks_the_next_one():
    request = raised()
    request = follow(request, acknowledge(request, MEG, MONDAY_NIGHT))
    [event] = ask(request, MEG, ROSTER, None, POLICY, MONDAY_NIGHT)
    assert event.managers == (SVEN.id,)


def test_whoever_was_asked_may_see_it_and_only_they_say_that_they_ring():
    request = replace(asked(), priority="P3")
    assert may_see(MEG, request, None, phone_only=False)
    assert may_answer(request, MEG)
    with pytest.raises(OutOfDate):
        see(request, SVEN, MONDAY_NIGHT)
    seen = follow(request, see(request, MEG, MONDAY_NIGHT))
    assert (seen.advice.seen_by, seen.advice.seen_at) == (MEG.id, MONDAY_NIGHT)
    assert see(seen, MEG, MONDAY_NIGHT) == ()
    assert not may_answer(seen, MEG)
    assert climb(seen, ROSTER, None, POLICY, NEXT) == ()
    assert may_ask(seen, ONA)
    assert not may_answer(taken(), MEG)


def test_silence_climbs_to_the_service_manager_and_then_the_owner_is_told():
    request = asked()
    assert climb(request, ROSTER, None, POLICY, NEXT - timedelta(minutes=1)) == ()
    assert climb(taken(), ROSTER, None, POLICY, NEXT) == ()
    matters = [matter.rule for matter in due(request, POLICY, NEXT)]
    assert Rule.ADVICE_CLIMB in matters
    request = follow(request, climb(request, ROSTER, None, POLICY, NEXT))
    assert (request.advice.asked, request.advice.told) == ((SVEN.id,), (MEG.id, SVEN.id))
    later = NEXT + timedelta(minutes=POLICY.advice_minutes)
    assert request.advice.next_at == later
    request = follow(request, climb(request, ROSTER, None, POLICY, later))
    assert request.advice.next_at is None
    assert not is_asked(request)
    assert may_answer(request, MEG)
    assert may_ask(request, ONA)


def test_it_is_over_when_somebody_else_has_it():
    request = replace(asked(), acknowledged_by=TWO.id)
    assert not may_answer(request, MEG)
    assert climb(request, ROSTER, None, POLICY, NEXT) == ()
    assert Rule.ADVICE_CLIMB not in [matter.rule for matter in due(request, POLICY, NEXT)]


def test_an_answer_to_nothing_changes_nothing():
    event = AdviceAnswered(at=MONDAY_NIGHT, subject=ONA.id, actor=MEG.id)
    assert after_advice(None, event) is None
