"""Concerns and complaints: above whom they are about, two stages, and nobody else reads them."""

from dataclasses import replace
from uuid import UUID

import pytest

from fostering import concern as rules
from fostering.chasing import chase, chasing_due
from fostering.concern import FIRST, HOME, SECOND, SERVICE, TAKEN_BACK, UNSAID
from fostering.concern_route import above
from fostering.holding import check_open
from fostering.matters import Rule
from fostering.people import Absence, Role
from fostering.permission import may_see
from fostering.refusals import (
    AlreadyClosed,
    NobodyAbove,
    NotClosed,
    NotTaken,
    NotYours,
    OutOfDate,
    ReasonMissing,
    TooLate,
)
from fostering.requests import Request, RequestState, acknowledge, after, reply
from fostering.unsettled import raise_unsettled
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    MONDAY_NOON,
    OTHER_CARER,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    YOUNG,
    staff,
    utc,
)
from tests.rules.cast import (
    HOME as HOUSE,
)
from tests.rules.requests_told import follow

RUTH = staff(9, "Ruth", Role.RESPONSIBLE_INDIVIDUAL)
STAFF = (*ROSTER, RUTH)
DAY = MONDAY_NOON.date()


def goes(about, roster=STAFF, **more):
    """Who answers it."""
    return above(about, HOUSE, roster, DAY, **more)


def sent(about=SAM.id.hex, author=CARER, at=MONDAY_NOON, **more) -> Request:
    """A concern as it stands just after it was sent."""
    given = {"roster": STAFF, "household": HOUSE, "policy": POLICY, "answers": "{}", **more}
    return follow(
        None,
        rules.raise_concern(
            request=UUID(int=99), reference="R-22222F", author=author, at=at, about=about, **given
        ),
    )


def answered(at=MONDAY_NOON, **more) -> Request:
    """A concern that the team manager has answered."""
    taken = follow(sent(**more), acknowledge(sent(**more), TIA, at))
    return follow(taken, rules.answer(taken, TIA, "partly", "We could have rung.", at))


@pytest.mark.parametrize(
    ("about", "owner"),
    [
        (SAM.id.hex, TIA),
        (CLEO.id.hex, TIA),
        (DEE.id.hex, TIA),
        (TIA.id.hex, SVEN),
        (SVEN.id.hex, RUTH),
        (SERVICE, RUTH),
        (UNSAID, SVEN),
        (HOME, TIA),
    ],
)
def test_it_goes_above_whom_it_is_about(about, owner):
    found = goes(about)
    assert found.owner == owner
    assert owner.id not in found.excluded


def test_whom_it_is_about_and_everybody_below_the_answerer_are_left_out():
    assert SAM.id in goes(SAM.id.hex).excluded
    assert {TIA.id} <= goes(TIA.id.hex).excluded
    assert {TIA.id, SVEN.id} <= goes(SVEN.id.hex).excluded
    assert {TIA.id, SAM.id, CLEO.id} <= goes(UNSAID).excluded
    assert {TIA.id, SVEN.id} <= goes(SERVICE).excluded


def test_another_of_the_same_rank_is_not_above():
    second = staff(16, "Una", Role.TEAM_MANAGER)
    assert goes(TIA.id.hex, (*STAFF, second)).owner == SVEN
    assert second.id in goes(TIA.id.hex, (*STAFF, second)).excluded


def test_a_young_person_s_concern_passes_by_the_household_s_own_workers():
    assert {SAM.id, CLEO.id} <= goes(HOME, young=True).excluded
    assert above(HOME, None, STAFF, DAY, young=True).owner == TIA


def test_cover_answers_for_who_is_away_but_never_whom_it_is_about():
    away = Absence(first=DAY, last=DAY, cover=DEE.id)
    roster = tuple(replace(w, absences=(away,)) if w == TIA else w for w in STAFF)
    assert goes(SAM.id.hex, roster).owner == DEE
    assert goes(DEE.id.hex, roster).owner == SVEN


def test_where_nobody_is_above_it_is_not_sent():
    with pytest.raises(NobodyAbove):
        goes(SVEN.id.hex, ROSTER)
    with pytest.raises(NobodyAbove):
        sent(SERVICE, roster=(SAM, DEE))
    assert goes(SERVICE, ROSTER).owner == SVEN
    with pytest.raises(NotYours):
        sent(author=SAM)


def test_it_is_for_its_one_reader_and_its_clocks_are_those_of_the_policy():
    request = sent()
    assert (request.owner, request.readers, request.kind) == (TIA.id, frozenset({TIA.id}), FIRST)
    assert request.take_by == utc(2026, 11, 5, 17)
    assert request.answer_by == utc(2026, 11, 16, 17)
    for worker in STAFF:
        assert may_see(worker, request, HOUSE, phone_only=False) is (worker == TIA)
    assert may_see(CARER, request, HOUSE, phone_only=False)
    assert not may_see(OTHER_CARER, request, HOUSE, phone_only=False)


def test_a_young_person_may_choose_a_reader_but_not_whom_it_is_about():
    chosen = frozenset({CLEO.id})
    assert sent(HOME, YOUNG, chosen=chosen).readers == {TIA.id, CLEO.id}
    assert may_see(CLEO, sent(HOME, YOUNG, chosen=chosen), HOUSE, phone_only=False)
    assert sent(CLEO.id.hex, YOUNG, chosen=chosen).readers == {TIA.id}


def test_a_reply_is_not_the_answer():
    request = sent()
    taken = follow(request, acknowledge(request, TIA, MONDAY_NOON))
    written = follow(taken, reply(taken, TIA, "I am looking into it.", MONDAY_NOON))
    assert written.state is RequestState.ANSWERED
    assert written.overdue(utc(2026, 11, 16, 17))
    [due] = chasing_due(written, POLICY, utc(2026, 11, 16, 17))
    assert due.rule is Rule.ANSWER_OVERDUE


def test_late_is_told_to_the_next_above_who_may_then_read_it():
    request = sent()
    late = utc(2026, 11, 16, 17)
    [due] = chasing_due(request, POLICY, late)
    chased = chase(request, due, STAFF, POLICY, late)
    assert chased.manager == SVEN.id
    told = after(request, chased)
    assert may_see(SVEN, told, HOUSE, phone_only=False)
    about_tia = sent(TIA.id.hex)
    assert chase(about_tia, due, STAFF, POLICY, late).manager == RUTH.id
    alone = replace(about_tia, owner=None)
    assert chase(alone, due, STAFF, POLICY, late).manager == SVEN.id


def test_the_answer_closes_its_stage_and_gives_its_reasons():
    request = sent()
    with pytest.raises(NotTaken):
        rules.answer(request, TIA, "upheld", "Yes.", MONDAY_NOON)
    taken = follow(request, acknowledge(request, TIA, MONDAY_NOON))
    with pytest.raises(ReasonMissing):
        rules.answer(taken, TIA, "not_upheld", " ", MONDAY_NOON)
    with pytest.raises(ValueError, match="else"):
        rules.answer(taken, TIA, "else", "Words.", MONDAY_NOON)
    assert not answered().open
    assert not answered().overdue(utc(2027, 1, 1))


def test_more_time_is_taken_once_with_a_reason_and_to_the_longest():
    request = sent()
    taken = follow(request, acknowledge(request, TIA, MONDAY_NOON))
    with pytest.raises(ReasonMissing):
        rules.extend(taken, TIA, "", POLICY, MONDAY_NOON)
    assert rules.may_extend(taken, POLICY, MONDAY_NOON)
    longer = follow(taken, rules.extend(taken, TIA, "Somebody is ill.", POLICY, MONDAY_NOON))
    assert longer.answer_by == utc(2026, 11, 30, 17)
    assert not rules.may_extend(longer, POLICY, MONDAY_NOON)
    with pytest.raises(OutOfDate):
        rules.extend(longer, TIA, "Still ill.", POLICY, MONDAY_NOON)
    with pytest.raises(OutOfDate):
        rules.extend(taken, TIA, "Too late.", POLICY, utc(2026, 12, 24))


def second(before: Request, at=MONDAY_NOON, person=CARER, roster=STAFF, about=SAM.id.hex):
    """The second stage, asked for."""
    return rules.ask_second_stage(
        before,
        person,
        request=UUID(int=98),
        reference="R-33333G",
        household=HOUSE,
        roster=roster,
        policy=POLICY,
        at=at,
        about=about,
        answers="{}",
    )


def test_the_second_stage_is_for_somebody_above_whoever_answered():
    stage = follow(None, second(answered()))
    assert (stage.owner, stage.kind, stage.earlier) == (SVEN.id, SECOND, "R-22222F")
    assert stage.answer_by == utc(2026, 12, 7, 17)
    assert not may_see(TIA, stage, HOUSE, phone_only=False)
    assert not may_see(SAM, stage, HOUSE, phone_only=False)
    taken = follow(stage, acknowledge(stage, SVEN, MONDAY_NOON))
    longer = follow(taken, rules.extend(taken, SVEN, "It is long.", POLICY, MONDAY_NOON))
    assert longer.answer_by == utc(2027, 2, 3, 17)


def test_the_second_stage_is_asked_for_in_time_once_and_by_the_same_person():
    with pytest.raises(NotYours):
        second(answered(), person=OTHER_CARER)
    with pytest.raises(NotClosed):
        second(sent())
    with pytest.raises(NotClosed):
        second(replace(answered(), kind=SECOND))
    assert second(answered(), utc(2026, 11, 30, 16))
    with pytest.raises(TooLate):
        second(answered(), utc(2026, 11, 30, 17))
    with pytest.raises(NobodyAbove):
        second(replace(answered(), acknowledged_by=RUTH.id))


def test_the_person_who_asked_takes_it_back_and_nobody_else():
    request = sent()
    with pytest.raises(NotYours):
        rules.take_back(request, TIA, MONDAY_NOON)
    [event] = rules.take_back(request, CARER, MONDAY_NOON)
    assert event.outcome == TAKEN_BACK
    closed = after(request, event)
    with pytest.raises(AlreadyClosed):
        check_open(closed)
    with pytest.raises(AlreadyClosed):
        rules.take_back(closed, CARER, MONDAY_NOON)


def test_it_is_never_raised_anew_without_its_readers():
    with pytest.raises(OutOfDate):
        raise_unsettled(
            answered(),
            CARER,
            request=UUID(int=97),
            reference="R-44444H",
            household=HOUSE,
            roster=STAFF,
            policy=POLICY,
            at=MONDAY_NOON,
            answers="{}",
        )
