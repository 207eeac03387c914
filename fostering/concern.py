"""Concerns and complaints: sent above whom they are about, with the clocks of two stages.

Stage 1 is the service's own answer, stage 2 that of somebody independent whom a manager above
appoints (Representations Procedure Regulations 2006, SI 2006/1738; FSR 2011 reg 18). Answering
closes a stage: a reply on the way does not stop its clock.
"""

from datetime import datetime
from uuid import UUID

from fostering.concern_route import HOME as HOME
from fostering.concern_route import SERVICE as SERVICE
from fostering.concern_route import UNSAID as UNSAID
from fostering.concern_route import above
from fostering.events import AnswerExtended, Event, RequestClosed, RequestRaised
from fostering.holding import check_holds, check_open
from fostering.kinds import Clock, Span
from fostering.office_hours import local_date
from fostering.people import Household, Person, Standing
from fostering.policy import Policy
from fostering.priority import Priority
from fostering.refusals import NotClosed, NotYours, OutOfDate, ReasonMissing, TooLate
from fostering.request_states import CONCERN as CONCERN
from fostering.request_states import YOUNG_CONCERN as YOUNG_CONCERN
from fostering.request_states import Request
from fostering.routing import Roster
from fostering.working_days import answer_by

FIRST, SECOND = "stage_1", "stage_2"
"""The stage, kept as the request's kind."""
TAKEN_BACK = "taken_back"
"""The outcome by which the person who asked ends it themselves."""
FORMS_OF = {Standing.CARER: CONCERN, Standing.YOUNG_PERSON: YOUNG_CONCERN}
FINDINGS = ("upheld", "partly", "not_upheld")
"""What the one who answers finds."""


def raise_concern(
    *,
    request: UUID,
    reference: str,
    author: Person,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
    about: str,
    answers: str,
    chosen: frozenset[UUID] = frozenset(),
) -> tuple[Event, ...]:
    """Send a concern to the manager above it; nobody else reads it but whom the person `chosen`.

    Raises NobodyAbove, and then nothing is sent.
    """
    if author.standing not in FORMS_OF:
        raise NotYours
    day = local_date(at, policy.office_hours)
    young = author.standing is Standing.YOUNG_PERSON
    goes = above(about, household, roster, day, young=young)
    wanted = chosen - _names(about)
    return (
        RequestRaised(
            at=at,
            subject=author.id,
            actor=author.id,
            request=request,
            reference=reference,
            form=FORMS_OF[author.standing],
            household=household.id if household is not None else None,
            priority=Priority.P3,
            language=author.language,
            finished=True,
            owner=goes.owner.id,
            answer_by=_days(policy.complaints.answer, policy, at),
            excluded=goes.excluded - wanted,
            take_by=_days(policy.complaints.acknowledge, policy, at),
            readers=wanted | {goes.owner.id},
            kind=FIRST,
            answers=answers,
        ),
    )


def ask_second_stage(
    before: Request,
    person: Person,
    *,
    request: UUID,
    reference: str,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
    about: str,
    answers: str,
    chosen: frozenset[UUID] = frozenset(),
) -> tuple[Event, ...]:
    """ "I am not satisfied": the second stage, above whoever answered the first.

    It may be asked for as long as the policy's days run from the answer. `about` and `answers` are
    as they were told before.
    """
    if before.author != person.id or not before.is_concern:
        raise NotYours
    if before.open or before.kind != FIRST or before.closed_at is None:
        raise NotClosed
    if at >= ask_until(before.closed_at, policy):
        raise TooLate
    day = local_date(at, policy.office_hours)
    goes = above(
        about,
        household,
        roster,
        day,
        young=person.standing is Standing.YOUNG_PERSON,
        answered_by=before.acknowledged_by or before.owner,
    )
    wanted = chosen - _names(about)
    return (
        RequestRaised(
            at=at,
            subject=person.id,
            actor=person.id,
            request=request,
            reference=reference,
            form=before.form,
            household=before.household,
            priority=Priority.P3,
            language=person.language,
            finished=True,
            owner=goes.owner.id,
            answer_by=_days(policy.complaints.second_answer, policy, at),
            excluded=(goes.excluded | before.excluded) - wanted - {goes.owner.id},
            take_by=_days(policy.complaints.acknowledge, policy, at),
            earlier=before.reference,
            readers=wanted | {goes.owner.id},
            kind=SECOND,
            answers=answers,
        ),
    )


def answer(
    request: Request, worker: Person, finding: str, words: str, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """The answer of this stage, by the one who has it, with what was found and why; it closes it.

    Raises ValueError for a finding that is none of FINDINGS.
    """
    if finding not in FINDINGS:
        raise ValueError(finding)
    check_holds(request, worker, holder=holder)
    if not words.strip():
        raise ReasonMissing
    return (
        RequestClosed(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            outcome=finding,
            words=words,
        ),
    )


def extend(
    request: Request, worker: Person, why: str, policy: Policy, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """ "I need more time": once, to the longest that the stage allows, and the person is told why.

    The days run from when it was sent. Raises OutOfDate where it was done already.
    """
    check_holds(request, worker, holder=holder)
    if not why.strip():
        raise ReasonMissing
    longest = _days(_longest(request, policy), policy, request.raised_at)
    if request.answer_by is None or longest <= request.answer_by or longest <= at:
        raise OutOfDate
    return (
        AnswerExtended(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            answer_by=longest,
            words=why,
        ),
    )


def take_back(request: Request, person: Person, at: datetime) -> tuple[Event, ...]:
    """ "Take it back": the person who asked does not want it any more."""
    if request.author != person.id or not request.is_concern:
        raise NotYours
    check_open(request)
    return (
        RequestClosed(
            at=at,
            subject=request.author,
            actor=person.id,
            request=request.id,
            outcome=TAKEN_BACK,
        ),
    )


def ask_until(answered_at: datetime, policy: Policy) -> datetime:
    """Until when the second stage may be asked for (aware UTC): days in working days."""
    return _days(policy.complaints.ask_second, policy, answered_at)


def may_extend(request: Request, policy: Policy, at: datetime) -> bool:
    """Whether more time may still be taken."""
    longest = _days(_longest(request, policy), policy, request.raised_at)
    return request.answer_by is not None and max(request.answer_by, at) < longest


def _longest(request: Request, policy: Policy) -> int:
    days = policy.complaints
    return days.extend_to if request.kind == FIRST else days.second_extend_to


def _days(count: int, policy: Policy, at: datetime) -> datetime:
    within = Clock(count=count, span=Span.WORKING_DAYS)
    return answer_by(within, at, policy.office_hours, policy.bank_holidays)


def _names(about: str) -> frozenset[UUID]:
    """The worker it is about, if it names one."""
    return frozenset() if about in (SERVICE, UNSAID, HOME) else frozenset({UUID(hex=about)})
