"""Who cannot take pages hands the night on; nothing changes until somebody says yes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering import people
from fostering.due import Rule, due, next_due_at
from fostering.on_call import has_shift, on_call
from fostering.people import Relief
from fostering.refusals import NotOnCall, OutOfDate
from fostering.routing import fill
from fostering.shifts import (
    accept_shift,
    has_shift_now,
    keep_shift,
    next_to_ask,
    offer_shift,
    refuse_shift,
    shift_unanswered,
)
from fostering.steps import Filler, Step
from tests.rules.cast import (
    DEE,
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

MINUTE = timedelta(minutes=1)
MORNING = MONDAY_NIGHT + timedelta(hours=10)
FIRST = Step(fillers=(Filler.FIRST_ON_CALL,), wait_minutes=5)
SECOND = Step(fillers=(Filler.SECOND_ON_CALL,), wait_minutes=5)


def follow(worker, events):
    """The worker after the events, and the roster with them in it."""
    for event in events:
        worker = people.after(worker, event)
    return worker, tuple(worker if w.id == worker.id else w for w in ROSTER)


def asked():
    """Ona cannot take pages, and Tom was asked."""
    return follow(ONA, offer_shift(ONA, ROSTER, POLICY, MONDAY_NIGHT))


def held():
    """Tom has accepted Ona's shift."""
    worker, _ = asked()
    return follow(worker, accept_shift(worker, TWO, MONDAY_NIGHT))


def paged(step, roster, at=MONDAY_NIGHT):
    """Whom a step of the night pages."""
    return [worker.name for worker in fill(step, roster, None, POLICY, at)]


def test_the_next_on_the_ladder_is_asked_and_nothing_changes_yet():
    worker, roster = asked()
    assert worker.relief == Relief(
        until=MORNING,
        asked=TWO.id,
        ends_at=MONDAY_NIGHT + POLICY.shift_answer_minutes * MINUTE,
        tried=(TWO.id,),
    )
    assert (paged(FIRST, roster), paged(SECOND, roster)) == (["Ona"], ["Tom"])
    assert offer_shift(worker, roster, POLICY, MONDAY_NIGHT) == ()


def test_who_accepts_has_the_pages_until_the_office_opens():
    worker, roster = held()
    assert (worker.relief.held_by, worker.relief.asked) == (TWO.id, None)
    assert (paged(FIRST, roster), paged(SECOND, roster)) == (["Tom"], [])
    assert paged(FIRST, roster, MORNING) == ["Ona"]
    assert offer_shift(worker, roster, POLICY, MONDAY_NIGHT) == ()
    assert worker.relief_at(MORNING) is None


def test_a_no_asks_the_next_and_at_the_end_the_managers_are_told():
    worker, roster = asked()
    for colleague, following in ((TWO, MEG), (MEG, SVEN)):
        events = refuse_shift(worker, colleague, roster, POLICY, MONDAY_NIGHT)
        assert events[1].to == following.id
        worker, roster = follow(worker, events)
    refused, uncovered = refuse_shift(worker, SVEN, roster, POLICY, MONDAY_NIGHT)
    assert refused.asked == SVEN.id
    assert uncovered.managers == (MEG.id, TIA.id, SVEN.id)
    worker, roster = follow(worker, (refused, uncovered))
    assert (worker.relief.asked, worker.relief.held_by) == (None, None)
    assert paged(FIRST, roster) == ["Ona"]
    again = offer_shift(worker, roster, POLICY, MONDAY_NIGHT)
    assert again[1].to == TWO.id


def test_no_answer_in_time_is_a_no():
    worker, roster = asked()
    ends = worker.relief.ends_at
    assert next_due_at(worker, POLICY) == ends
    assert [matter.rule for matter in due(worker, POLICY, ends)] == [Rule.SHIFT_UNANSWERED]
    assert due(worker, POLICY, ends - MINUTE) == ()
    assert shift_unanswered(worker, roster, POLICY, ends - MINUTE) == ()
    passed, offered = shift_unanswered(worker, roster, POLICY, ends)
    assert (passed.actor, passed.asked, offered.to) == (None, TWO.id, MEG.id)
    assert shift_unanswered(ONA, ROSTER, POLICY, ends) == ()
    assert next_due_at(ONA, POLICY) is None


def test_in_the_morning_nobody_is_asked_any_more():
    worker, roster = asked()
    (passed,) = shift_unanswered(worker, roster, POLICY, MORNING)
    assert passed.asked == TWO.id
    with pytest.raises(OutOfDate):
        accept_shift(worker, TWO, MORNING)


def test_pages_are_taken_again_by_a_press():
    worker, roster = held()
    after, roster = follow(worker, keep_shift(worker, MONDAY_NIGHT))
    assert after.relief is None
    assert paged(FIRST, roster) == ["Ona"]
    assert keep_shift(ONA, MONDAY_NIGHT) == ()


def test_only_who_is_asked_answers():
    worker, roster = asked()
    for colleague in (ONA, MEG):
        with pytest.raises(OutOfDate):
            accept_shift(worker, colleague, MONDAY_NIGHT)
        with pytest.raises(OutOfDate):
            refuse_shift(worker, colleague, roster, POLICY, MONDAY_NIGHT)
    with pytest.raises(OutOfDate):
        accept_shift(ONA, TWO, MONDAY_NIGHT)


def test_a_shift_is_handed_over_at_night_by_who_has_one():
    assert has_shift_now(ONA, ROSTER, POLICY, MONDAY_NIGHT)
    assert has_shift_now(TWO, ROSTER, POLICY, MONDAY_NIGHT)
    for worker, at in ((ONA, MONDAY_NOON), (DEE, MONDAY_NIGHT), (SVEN, MONDAY_NIGHT)):
        with pytest.raises(NotOnCall):
            offer_shift(worker, ROSTER, POLICY, at)


def test_a_shift_may_be_handed_on_and_never_goes_in_circles():
    ona, _ = held()
    tom = replace(TWO, relief=Relief(until=MORNING, held_by=MEG.id, tried=(MEG.id,)))
    roster = tuple({ONA.id: ona, TWO.id: tom}.get(w.id, w) for w in ROSTER)
    assert has_shift(ona, roster, MONDAY_NIGHT) == MEG.id
    assert [w.name for w in on_call(roster, POLICY, MONDAY_NIGHT)] == ["Meg"]
    assert next_to_ask(ona, roster, POLICY, MONDAY_NIGHT).name == "Meg"
    round_ = replace(ona, relief=Relief(until=MORNING, held_by=ONA.id))
    assert has_shift(round_, (round_,), MONDAY_NIGHT) == ONA.id
    gone = replace(ona, relief=Relief(until=MORNING, held_by=DEE.id))
    assert has_shift(gone, (gone,), MONDAY_NIGHT) == DEE.id


def test_where_there_is_nobody_at_all_the_managers_are_told_at_once():
    alone = (ONA, TIA)
    (event,) = offer_shift(ONA, alone, POLICY, MONDAY_NIGHT)
    assert event.managers == (TIA.id,)
    assert people.after(ONA, event).relief is None
