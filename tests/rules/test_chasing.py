"""A routine request is taken within a working day and answered when promised, or it is chased."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering.chasing import chase
from fostering.due import due, next_due_at
from fostering.matters import CHASED, Due, Rule
from fostering.priority import Priority
from fostering.requests import acknowledge, close, record_contact, reply
from tests.rules.cast import (
    CARER,
    MONDAY_NOON,
    ONA,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    absence,
    kind,
    utc,
)
from tests.rules.requests_told import follow, raised

HOUR = timedelta(hours=1)
TAKE_BY = utc(2026, 11, 3, 17)
ANSWER_DAY = utc(2026, 11, 4, 9)
ANSWER_BY = utc(2026, 11, 4, 17)
AGAIN = utc(2026, 11, 6, 9)


def asked(**how):
    """A routine request of Monday noon, to be answered in two working days."""
    return raised(at=MONDAY_NOON, priority=Priority.P3, kind=kind(), **how)


def taken():
    """The same, taken by its owner."""
    return follow(asked(), acknowledge(asked(), SAM, MONDAY_NOON))


def rules(request, at):
    """The rules that are due."""
    return [matter.rule for matter in due(request, POLICY, at)]


def chased(request, at, roster=ROSTER):
    """The request after what is due was told, and the event."""
    (matter,) = due(request, POLICY, at)
    event = chase(request, matter, roster, POLICY, at)
    return follow(request, [event]), event


def test_somebody_takes_it_within_a_working_day():
    request = asked()
    assert request.take_by == TAKE_BY
    assert next_due_at(request, POLICY) == TAKE_BY
    assert rules(request, TAKE_BY - HOUR) == []
    assert rules(request, TAKE_BY) == [Rule.TAKE_OVERDUE]


def test_what_is_taken_waits_for_the_morning_of_the_promised_day():
    assert next_due_at(taken(), POLICY) == ANSWER_DAY
    request, event = chased(taken(), ANSWER_DAY)
    assert (event.rule, event.workers, event.manager) == (Rule.ANSWER_DUE, (SAM.id,), None)
    assert request.chased_to is None
    assert next_due_at(request, POLICY) == ANSWER_BY


def test_a_late_answer_goes_to_the_team_manager_and_then_to_the_service_manager():
    request, event = chased(taken(), ANSWER_BY)
    assert event.workers == (SAM.id, TIA.id)
    assert request.chased_to == TIA.id
    assert next_due_at(request, POLICY) == AGAIN
    request, event = chased(request, AGAIN)
    assert event.workers == (SAM.id, SVEN.id)
    assert request.chased_to == SVEN.id
    assert next_due_at(request, POLICY) is None


def test_after_an_outage_only_the_newest_is_told():
    request, event = chased(asked(), AGAIN + 99 * HOUR)
    assert event.rule == Rule.ANSWER_OVERDUE_AGAIN
    assert due(request, POLICY, AGAIN + 999 * HOUR) == ()


def test_an_answer_by_word_or_phone_ends_it():
    for answer in (
        reply(taken(), SAM, "Yes", MONDAY_NOON),
        record_contact(taken(), SAM, ANSWER_BY),
    ):
        assert next_due_at(follow(taken(), answer), POLICY) is None


def test_what_is_closed_is_not_chased():
    request = follow(taken(), close(taken(), SAM, "advised", "", MONDAY_NOON))
    assert not {matter.rule for matter in due(request, POLICY, AGAIN)} & CHASED
    assert not request.overdue(AGAIN)


def test_what_climbs_is_not_chased_until_it_is_less_urgent():
    request = raised(at=MONDAY_NOON, kind=kind())
    assert request.take_by is None
    assert rules(request, AGAIN) == [Rule.CLIMB]
    calm = replace(request, priority=Priority.P2, escalation=None)
    assert Rule.ANSWER_OVERDUE_AGAIN in rules(calm, AGAIN)


def test_without_a_promise_only_the_taking_is_chased():
    request = raised(at=MONDAY_NOON, priority=Priority.P3)
    assert request.answer_by is None
    assert rules(request, AGAIN) == [Rule.TAKE_OVERDUE]
    assert not request.overdue(AGAIN)


def test_an_answer_owed_today_is_not_announced_this_morning():
    request = replace(taken(), answer_by=utc(2026, 11, 2, 17))
    assert next_due_at(request, POLICY) == utc(2026, 11, 2, 17)


def test_a_promise_that_ends_at_night_is_chased_in_the_morning():
    request = replace(taken(), answer_by=utc(2026, 11, 2, 22))
    assert next_due_at(request, POLICY) == utc(2026, 11, 3, 9)


def test_who_covers_hears_of_it_and_who_must_not_see_it_never():
    away = replace(SAM, absences=absence(cover=ONA.id))
    roster = (away, *ROSTER[1:])
    _, event = chased(taken(), ANSWER_BY, roster)
    assert event.workers == (ONA.id, TIA.id)
    kept = replace(taken(), excluded=frozenset({TIA.id}))
    _, event = chased(kept, ANSWER_BY)
    assert event.workers == (SAM.id, SVEN.id)


def test_nobody_there_is_no_failure():
    _, event = chased(replace(asked(), owner=None), TAKE_BY, roster=())
    assert (event.workers, event.manager) == ((), None)


@pytest.mark.parametrize("rule", sorted(set(Rule) - CHASED))
def test_only_promises_are_chased(rule):
    matter = Due(rule=rule, subject=CARER.id, occurrence="", at=MONDAY_NOON)
    with pytest.raises(ValueError, match=rule.value):
        chase(asked(), matter, ROSTER, POLICY, MONDAY_NOON)


def test_late_is_late_from_the_promised_minute():
    assert not taken().overdue(ANSWER_BY - HOUR)
    assert taken().overdue(ANSWER_BY)


def test_the_manager_who_hears_that_it_is_late_may_read_what_only_some_may():
    request = replace(asked(), readers=frozenset({SAM.id}))
    late, event = chased(request, TAKE_BY)
    assert event.manager == TIA.id
    assert late.readers == {SAM.id, TIA.id}
    _, near = chased(taken(), ANSWER_DAY)
    assert near.manager is None
    assert follow(request, [near]).readers == {SAM.id}
    assert chased(asked(), TAKE_BY)[0].readers == frozenset()
