"""What may be done with a request, and what it is afterwards (practice 1, 3, 7, 11, 30)."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from fostering import requests as rules
from fostering.events import (
    MistakeSaid,
    PagePassedOn,
    RequestRaised,
    WordsRead,
    WorkerPaged,
)
from fostering.priority import Priority
from fostering.refusals import (
    AlreadyClosed,
    AlreadyTaken,
    NotSaidMistake,
    NotTaken,
    NotYours,
    OutcomeMissing,
)
from fostering.requests import RequestState as State
from tests.rules.cast import CARER, MONDAY_NIGHT, ONA, OTHER_CARER, TWO
from tests.rules.requests_told import follow, raised, raising

MINUTE = timedelta(minutes=1)
LATER = MONDAY_NIGHT + MINUTE


def taken(**how):
    """A request that Ona has acknowledged as it was raised."""
    request = raised(**how)
    return follow(request, rules.acknowledge(request, ONA, MONDAY_NIGHT))


def climbed_again(paged):
    """A request that Ona took and that has climbed again; these workers have the page."""
    request = taken()
    escalation = replace(request.escalation, paged=paged)
    return replace(request, state=State.RAISED, escalation=escalation)


def spoken(**how):
    """A request about which Ona has noted a call."""
    request = taken(**how)
    return follow(request, rules.record_contact(request, ONA, MONDAY_NIGHT))


def closed():
    """A request that Ona has dealt with."""
    request = spoken()
    return follow(request, rules.close(request, ONA, "spoke", "", LATER))


def test_the_first_press_takes_it():
    request = taken()
    assert (request.state, request.acknowledged_by) == (State.ACKNOWLEDGED, ONA.id)
    assert request.escalation.next_at == MONDAY_NIGHT + 30 * MINUTE


def test_a_second_press_is_told_who_has_it():
    with pytest.raises(AlreadyTaken) as refused:
        rules.acknowledge(taken(), TWO, LATER, holder="Ona")
    assert refused.value.details == {"worker": "Ona"}


def test_pressing_twice_is_no_harm():
    assert rules.acknowledge(taken(), ONA, LATER) == ()


def test_a_routine_request_taken_waits_for_no_contact():
    request = taken(priority=Priority.P3)
    assert request.state is State.ACKNOWLEDGED
    assert rules.contact_by(request, LATER) is None


def test_once_spoken_to_no_contact_is_expected_again():
    request = taken()
    request = follow(request, rules.record_contact(request, ONA, LATER))
    assert rules.contact_by(request, LATER) is None


def test_a_reply_is_not_contact():
    request = taken()
    request = follow(request, rules.reply(request, ONA, "We are coming.", LATER))
    assert request.state is State.ANSWERED
    assert request.escalation.next_at == MONDAY_NIGHT + 30 * MINUTE


def test_a_reply_after_it_climbed_again_does_not_take_it():
    request = climbed_again(paged=(ONA.id,))
    request = follow(request, rules.reply(request, ONA, "On my way.", LATER))
    assert request.state is State.RAISED


@pytest.mark.parametrize(
    "act",
    [
        lambda r: rules.reply(r, ONA, "Hello", LATER),
        lambda r: rules.record_contact(r, ONA, LATER),
        lambda r: rules.lower(r, ONA, Priority.P3, LATER),
        lambda r: rules.close(r, ONA, "spoke", "", LATER),
    ],
)
def test_somebody_takes_an_urgent_request_before_anything_else(act):
    with pytest.raises(NotTaken):
        act(raised())


def test_who_is_paged_and_speaks_after_it_climbed_again_has_it():
    request = climbed_again(paged=(ONA.id, TWO.id))
    request = follow(request, rules.record_contact(request, TWO, LATER))
    assert (request.acknowledged_by, request.state) == (TWO.id, State.ANSWERED)
    # When Ona took it is not when Tom did.
    assert request.acknowledged_at is None


def test_who_had_it_and_speaks_after_it_climbed_again_keeps_their_own_time():
    request = replace(taken(), state=State.RAISED)
    request = follow(request, rules.record_contact(request, ONA, LATER))
    assert (request.acknowledged_by, request.acknowledged_at) == (ONA.id, MONDAY_NIGHT)


def test_lowering_below_urgent_stops_the_climb():
    request = taken()
    request = follow(request, rules.lower(request, ONA, Priority.P2, LATER))
    assert (request.priority, request.escalation.next_at) == (Priority.P2, None)


@pytest.mark.parametrize(("worker", "when"), [(TWO, None), (ONA, MONDAY_NIGHT)])
def test_who_lowers_what_climbed_from_another_has_it_so_that_it_is_never_nobodys(worker, when):
    request = climbed_again(paged=(ONA.id, TWO.id))
    request = follow(request, rules.lower(request, worker, Priority.P2, LATER))
    assert (request.state, request.acknowledged_by) == (State.ACKNOWLEDGED, worker.id)
    assert (request.acknowledged_at, request.escalation.next_at) == (when, None)


def test_lowering_within_urgent_goes_on_climbing():
    request = taken(priority=Priority.P0)
    request = follow(request, rules.lower(request, ONA, Priority.P1, LATER))
    assert request.escalation.next_at is not None


def test_lowering_never_raises():
    assert rules.lower(taken(), ONA, Priority.P0, LATER) == ()


def test_an_urgent_request_is_closed_only_with_an_outcome():
    with pytest.raises(OutcomeMissing):
        rules.close(spoken(), ONA, "", "", LATER)


def test_a_routine_request_may_be_closed_at_once():
    request = raised(priority=Priority.P3)
    request = follow(request, rules.close(request, ONA, "", "", LATER))
    assert (request.state, request.closed_at) == (State.CLOSED, LATER)


def test_a_closed_request_climbs_no_more():
    request = closed()
    assert not request.open
    assert request.escalation.next_at is None


@pytest.mark.parametrize(
    "act",
    [
        lambda r: rules.acknowledge(r, ONA, LATER),
        lambda r: rules.promise_ring(r, ONA, LATER + MINUTE, LATER),
        lambda r: rules.reply(r, ONA, "Hello", LATER),
        lambda r: rules.record_contact(r, ONA, LATER),
        lambda r: rules.lower(r, ONA, Priority.P3, LATER),
        lambda r: rules.close(r, ONA, "spoke", "", LATER),
        lambda r: rules.add_words(r, CARER, "More", LATER),
        lambda r: rules.say_mistake(r, CARER, LATER),
        lambda r: rules.say_back_safe(r, CARER, LATER),
    ],
)
def test_nothing_is_done_with_a_closed_request(act):
    with pytest.raises(AlreadyClosed):
        act(closed())


@pytest.mark.parametrize(
    "act",
    [
        lambda r: rules.add_words(r, OTHER_CARER, "More", LATER),
        lambda r: rules.say_mistake(r, OTHER_CARER, LATER),
        lambda r: rules.say_back_safe(r, OTHER_CARER, LATER),
    ],
)
def test_only_its_author_speaks_for_a_request(act):
    with pytest.raises(NotYours):
        act(raised())


def test_a_mistake_is_confirmed_by_a_human_and_goes_on_climbing():
    request = raised()
    before = request.escalation
    request = follow(request, rules.say_mistake(request, CARER, LATER))
    assert (request.mistaken, request.open, request.escalation) == (True, True, before)
    assert rules.say_mistake(request, CARER, LATER) == ()


def test_mistake_is_an_outcome_only_where_it_was_said():
    with pytest.raises(NotSaidMistake):
        rules.close(spoken(), ONA, rules.MISTAKE, "", LATER)
    request = spoken()
    request = follow(request, rules.say_mistake(request, CARER, LATER))
    assert not follow(request, rules.close(request, ONA, rules.MISTAKE, "", LATER)).open


def test_back_safe_closes_nothing_and_can_be_undone():
    request = raised()
    assert rules.say_back_safe(request, CARER, LATER, undone=True) == ()
    back = follow(request, rules.say_back_safe(request, CARER, LATER))
    assert (back.back_safe_at, back.state) == (LATER, State.RAISED)
    assert back.escalation == request.escalation
    assert rules.say_back_safe(back, CARER, LATER) == ()
    undone = follow(back, rules.say_back_safe(back, CARER, LATER, undone=True))
    assert undone.back_safe_at is None


def test_words_and_corrections_change_nothing_else():
    request = raised()
    said = rules.add_words(request, CARER, "It was Tuesday.", LATER, correction=True)
    assert said[0].correction
    assert follow(request, said) == request


def test_an_event_of_another_request_is_a_fault():
    stranger = MistakeSaid(at=LATER, subject=CARER.id, request=UUID(int=5))
    with pytest.raises(ValueError, match="not about this request"):
        rules.after(raised(), stranger)
    with pytest.raises(ValueError, match="not about this request"):
        rules.after(None, stranger)


def test_a_request_without_an_id_is_a_fault():
    event = next(e for e in raising() if isinstance(e, RequestRaised))
    with pytest.raises(ValueError, match="without an id"):
        rules.after(None, replace(event, request=None))


def test_pages_of_a_routine_request_change_nothing():
    request = raised(priority=Priority.P3)
    paged = WorkerPaged(
        at=LATER,
        subject=CARER.id,
        request=request.id,
        workers=(ONA.id,),
        step=0,
        round=1,
        next_at=LATER,
    )
    passed = PagePassedOn(at=LATER, subject=CARER.id, actor=ONA.id, request=request.id)
    read = WordsRead(at=LATER, subject=CARER.id, actor=ONA.id, request=request.id)
    assert follow(request, (paged, passed, read)) == request
