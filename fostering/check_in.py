"""The check-in: a young person says how things are or asks for something, and sees what came of it.

They choose who reads it. It is seen by a named person, answered in three parts, and the young
person says whether the answer makes sense (OFS-08; NMS 1: "no" is allowed, silence is not).
"""

from datetime import date, datetime
from uuid import UUID

from fostering.answerers import answerers
from fostering.events import (
    AnswerJudged,
    CheckInAnswered,
    CheckInTakenBack,
    Event,
    RequestAcknowledged,
    RequestRaised,
)
from fostering.holding import check_open
from fostering.kinds import Clock, Span
from fostering.office_hours import local_date
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.priority import Priority
from fostering.refusals import (
    AlreadyAnswered,
    AlreadyRead,
    NobodyChosen,
    NotAnswered,
    NotRead,
    NotYours,
    ReasonMissing,
)
from fostering.request_states import ASK as ASK
from fostering.request_states import CHECK_IN as CHECK_IN
from fostering.request_states import SAID as SAID
from fostering.request_states import Request, RequestState
from fostering.routing import Roster, excluded_by_rule
from fostering.social_worker_task import managers
from fostering.working_days import answer_by


def send_check_in(
    *,
    request: UUID,
    reference: str,
    author: Person,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
    chosen: frozenset[UUID],
    answers: str,
    form: str = CHECK_IN,
) -> tuple[Event, ...]:
    """Send it to the chosen answerers, and to nobody else; the first of them owns it.

    `answers` are kept as the young person gave them; `form` is one of SAID. Whoever
    was chosen and may not be any more is left out; raises NobodyChosen where nobody is left.
    """
    offered = answerers(author, household, roster, policy, at)
    readers = [each.person.id for each in offered if each.person.id in chosen]
    if not readers:
        raise NobodyChosen
    seen_by, answered_by = clocks(policy, at)
    return (
        RequestRaised(
            at=at,
            subject=author.id,
            actor=author.id,
            request=request,
            reference=reference,
            form=form,
            household=household.id if household is not None else None,
            priority=Priority.P3,
            language=author.language,
            finished=True,
            owner=readers[0],
            readers=frozenset(readers),
            excluded=excluded_by_rule(household, not_safe=True),
            take_by=seen_by,
            answer_by=answered_by,
            answers=answers,
        ),
    )


def clocks(policy: Policy, at: datetime) -> tuple[datetime, datetime]:
    """By when what is sent now is seen by a named person, and answered (aware UTC)."""
    seen, answered = (
        Clock(count=days, span=Span.WORKING_DAYS)
        for days in (
            policy.views_seen_within_working_days,
            policy.views_answered_within_working_days,
        )
    )
    hours, holidays = policy.office_hours, policy.bank_holidays
    return answer_by(seen, at, hours, holidays), answer_by(answered, at, hours, holidays)


def open_to_read(request: Request, worker: Person, at: datetime) -> tuple[Event, ...]:
    """ "Open and read it": seen means that a worker pressed this; the first who does has it.

    What has ended may be read by its readers still: it has to be filed.
    """
    if request.taken or not request.open:
        return ()
    return (
        RequestAcknowledged(at=at, subject=request.author, actor=worker.id, request=request.id),
    )


def check_answers(request: Request) -> None:
    """Raise a Refusal unless it may be answered now: somebody has read it, nobody has answered."""
    check_open(request)
    if request.state is RequestState.RAISED:
        raise NotRead
    if request.state is RequestState.ANSWERED:
        raise AlreadyAnswered


def answer(
    request: Request,
    worker: Person,
    at: datetime,
    *,
    said: str,
    done: str,
    done_by: date | None,
    refused: bool,
    why_not: str,
) -> tuple[Event, ...]:
    """Answer in three parts; whoever of its readers answers has it from then on.

    `refused`: something cannot be, and then the reason is not left out.
    """
    check_answers(request)
    if refused and not why_not.strip():
        raise ReasonMissing
    return (
        CheckInAnswered(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            said=said,
            done=done,
            done_by=done_by,
            why_not=why_not if refused else "",
        ),
    )


def judge_answer(
    request: Request,
    person: Person,
    at: datetime,
    *,
    makes_sense: bool,
    roster: Roster,
    policy: Policy,
) -> tuple[Event, ...]:
    """ "Does this answer make sense?": a no goes to the answerer and a manager, with new clocks.

    Whoever said yes may still say no; the other way there is nothing to judge any more.
    """
    if request.author != person.id:
        raise NotYours
    ended = request.state is RequestState.CLOSED and not request.taken_back
    if ended and makes_sense:
        return ()
    if request.state is not RequestState.ANSWERED and not ended:
        raise NotAnswered
    if makes_sense:
        return (
            AnswerJudged(
                at=at,
                subject=request.author,
                actor=person.id,
                request=request.id,
                makes_sense=True,
            ),
        )
    day = local_date(at, policy.office_hours)
    told = managers(request, roster, day)[:1]
    seen_by, answered_by = clocks(policy, at)
    return (
        AnswerJudged(
            at=at,
            subject=request.author,
            actor=person.id,
            request=request.id,
            makes_sense=False,
            manager=told[0].id if told else None,
            take_by=seen_by,
            answer_by=answered_by,
        ),
    )


def take_back(request: Request, person: Person, at: datetime) -> tuple[Event, ...]:
    """Take it back before anybody has opened it; afterwards it can only be answered."""
    if request.author != person.id:
        raise NotYours
    if request.taken_back:
        return ()
    check_open(request)
    if not may_take_back(request):
        raise AlreadyRead
    return (
        CheckInTakenBack(
            at=at,
            subject=request.author,
            actor=person.id,
            request=request.id,
            readers=request.readers,
        ),
    )


def may_take_back(request: Request) -> bool:
    """Whether nobody has opened it yet."""
    return request.state is RequestState.RAISED and request.acknowledged_by is None
