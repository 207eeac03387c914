"""A young person says how things are: who may read it, its clocks, its answer, and the way back."""

from datetime import date
from uuid import UUID

import pytest

from fostering.chasing import chase
from fostering.check_in import (
    CHECK_IN,
    check_answers,
    judge_answer,
    may_take_back,
    open_to_read,
    take_back,
)
from fostering.due import due
from fostering.permission import may_see
from fostering.priority import Priority
from fostering.refusals import (
    AlreadyAnswered,
    AlreadyClosed,
    AlreadyRead,
    AnsweredInParts,
    NobodyChosen,
    NotAnswered,
    NotRead,
    NotYours,
    OutOfDate,
    ReasonMissing,
)
from fostering.requests import RequestState, close, record_contact, reply
from fostering.unsettled import raise_unsettled
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    HOME,
    MONDAY_NOON,
    ONA,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    YOUNG,
)
from tests.rules.requests_told import follow
from tests.rules.said import (
    ANSWERED_BY,
    NIA,
    RAY,
    SEEN_BY,
    STAFF,
    answered,
    answering,
    judged,
    opened,
    sending,
    sent,
)


def sees(person, request, covered=frozenset()):
    """Whether they may see it."""
    return may_see(person, request, HOME, phone_only=False, covered=covered)


def test_it_goes_to_whom_they_chose_with_two_clocks_and_pages_nobody():
    request = sent()
    assert request.form == CHECK_IN
    assert request.is_said
    assert request.priority is Priority.P3
    assert (request.owner, request.readers) == (CLEO.id, {CLEO.id, NIA.id})
    assert (request.take_by, request.answer_by) == (SEEN_BY, ANSWERED_BY)
    assert request.escalation is None
    assert SAM.id in request.excluded
    assert sent(RAY, household=None).household is None


def test_nobody_but_the_chosen_sees_it_whatever_they_do_in_the_service():
    request = sent(RAY)
    assert sees(YOUNG, request)
    assert sees(RAY, request)
    assert not any(sees(worker, request) for worker in (*ROSTER, NIA, CARER))


def test_without_a_reader_it_is_not_sent():
    with pytest.raises(NobodyChosen):
        sending()
    with pytest.raises(NobodyChosen):
        sending(SAM, TIA)
    assert sent(SAM, RAY).readers == {RAY.id}


def test_seen_means_that_a_reader_opened_it_and_the_first_has_it():
    request = opened(worker=NIA)
    assert request.state is RequestState.ACKNOWLEDGED
    assert request.acknowledged_by == NIA.id
    assert open_to_read(request, CLEO, MONDAY_NOON) == ()
    assert open_to_read(judged(answered(), makes_sense=True), CLEO, MONDAY_NOON) == ()


def test_it_is_answered_after_it_was_read_and_once():
    with pytest.raises(NotRead):
        check_answers(sent())
    request = answered()
    assert request.state is RequestState.ANSWERED
    with pytest.raises(AlreadyAnswered):
        answering(request)
    other = follow(opened(), answering(opened(), NIA))
    assert other.acknowledged_by == NIA.id


def test_the_answer_has_three_parts_and_a_no_has_its_reason():
    with pytest.raises(ReasonMissing):
        answering(opened(), refused=True, why_not=" ")
    (event,) = answering(
        opened(),
        said="It is loud.",
        done_by=date(2026, 11, 9),
        refused=True,
        why_not="Your own room is not free.",
    )
    assert (event.said, event.done) == ("It is loud.", "We moved your bed.")
    assert (event.done_by, event.why_not) == (date(2026, 11, 9), "Your own room is not free.")
    (event,) = answering(opened(), refused=False, why_not="left over")
    assert event.why_not == ""


def test_nothing_but_such_an_answer_ends_it():
    request = opened()
    for other in (
        lambda: reply(request, CLEO, "Hello", MONDAY_NOON),
        lambda: record_contact(request, CLEO, MONDAY_NOON),
        lambda: close(request, CLEO, "done", "", MONDAY_NOON),
        lambda: close(sent(), CLEO, "done", "", MONDAY_NOON),
    ):
        with pytest.raises(AnsweredInParts):
            other()


def test_yes_ends_it_and_no_opens_it_again_with_new_clocks_and_a_manager():
    ended = judged(answered(), makes_sense=True)
    assert ended.state is RequestState.CLOSED
    assert ended.closed_by == CLEO.id
    assert not ended.filed
    again = judged(answered(), makes_sense=False)
    assert again.state is RequestState.RAISED
    assert (again.take_by, again.answer_by) == (SEEN_BY, ANSWERED_BY)
    assert again.chased_to == TIA.id
    assert sees(TIA, again)
    assert not sees(SVEN, again)
    assert not may_take_back(again)
    assert judged(ended, makes_sense=False).state is RequestState.RAISED
    assert (
        judge_answer(ended, YOUNG, MONDAY_NOON, makes_sense=True, roster=STAFF, policy=POLICY) == ()
    )


def test_a_no_with_no_manager_there_opens_it_all_the_same():
    again = judged(answered(), makes_sense=False, roster=(CLEO, NIA))
    assert again.state is RequestState.RAISED
    assert again.readers == {CLEO.id, NIA.id}


@pytest.mark.parametrize(
    "request_", [sent(), opened(), follow(sent(), take_back(sent(), YOUNG, MONDAY_NOON))]
)
def test_only_an_answer_is_judged(request_):
    with pytest.raises(NotAnswered):
        judged(request_, makes_sense=True)


def test_only_its_author_judges_it_or_takes_it_back():
    with pytest.raises(NotYours):
        judge_answer(answered(), CARER, MONDAY_NOON, makes_sense=True, roster=STAFF, policy=POLICY)
    with pytest.raises(NotYours):
        take_back(sent(), CARER, MONDAY_NOON)


def test_what_is_taken_back_unopened_is_seen_by_no_worker_ever():
    request = follow(sent(), take_back(sent(), YOUNG, MONDAY_NOON))
    assert request.taken_back
    assert request.state is RequestState.CLOSED
    assert request.filed
    assert sees(YOUNG, request)
    assert not any(sees(worker, request, frozenset({CLEO.id})) for worker in STAFF)
    assert take_back(request, YOUNG, MONDAY_NOON) == ()


def test_what_was_opened_or_has_ended_is_not_taken_back():
    with pytest.raises(AlreadyRead):
        take_back(opened(), YOUNG, MONDAY_NOON)
    with pytest.raises(AlreadyClosed):
        take_back(judged(answered(), makes_sense=True), YOUNG, MONDAY_NOON)


def test_a_late_one_is_told_to_its_owner_and_a_manager_who_may_then_read_it():
    request = sent()
    (matter,) = due(request, POLICY, SEEN_BY)
    event = chase(request, matter, STAFF, POLICY, SEEN_BY)
    assert event.workers == (CLEO.id, TIA.id)
    late = follow(request, [event])
    assert sees(TIA, late)
    assert late.chased_until == SEEN_BY
    assert not sees(DEE, late)


def test_who_only_covered_is_not_chased_after_they_stopped_covering():
    request = opened(worker=ONA)
    matter = due(request, POLICY, ANSWERED_BY)[-1]
    assert chase(request, matter, STAFF, POLICY, ANSWERED_BY).workers == (CLEO.id, TIA.id)


def test_it_is_not_raised_anew_by_the_way_that_asks_no_readers():
    with pytest.raises(OutOfDate):
        raise_unsettled(
            judged(answered(), makes_sense=True),
            YOUNG,
            request=UUID(int=98),
            reference="R-33333F",
            household=HOME,
            roster=STAFF,
            policy=POLICY,
            at=MONDAY_NOON,
            answers="{}",
        )
