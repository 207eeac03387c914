"""Raising: how a request begins, and what later answers add to it (practice 1)."""

from datetime import datetime
from uuid import UUID

from fostering.escalation import begin, find_rung, paging
from fostering.events import AnswersAdded, Event, RequestRaised, SocialWorkerTaskMade
from fostering.kinds import Clock, Kind, Span
from fostering.ladders import in_office_hours, steps_of
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.priority import Priority, highest
from fostering.refusals import AlreadyClosed, NotYours
from fostering.requests import Request
from fostering.routing import Roster, Route, route
from fostering.steps import Escalation
from fostering.working_days import answer_by, take_by

TELL_SOCIAL_WORKER_WITHIN = Clock(count=1, span=Span.WORKING_DAYS)


def raise_request(
    *,
    request: UUID,
    reference: str,
    form: str,
    author: Person,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
    priority: Priority,
    kind: Kind | None = None,
    code: str = "",
    answers: str = "",
    child: UUID | None = None,
    not_safe: bool = False,
    finished: bool = True,
    entered_by: UUID | None = None,
    excluded: frozenset[UUID] = frozenset(),
    earlier: str = "",
) -> tuple[Event, ...]:
    """Raise a request: who owns it, by when it is answered and, if it is urgent, who is paged.

    Urgent ones are raised the moment danger, an urgent kind or the help button is pressed, with
    `finished` False; the later answers come by `add_answers`. `code` is the kind's code where there
    is no such kind of ours. `entered_by` is the worker who added it after a telephone call.
    `earlier` is the reference of what the person told before about the same.
    """
    way = route(
        kind, household, roster, policy, at, excluded=excluded, child=child, not_safe=not_safe
    )
    escalation: Escalation | None = None
    pages: tuple[Event, ...] = ()
    if priority.urgent:
        escalation, pages = _paged(
            request, author.id, kind, household, roster, policy, at, way, not_safe=not_safe
        )
    raised = RequestRaised(
        at=at,
        subject=author.id,
        actor=entered_by or author.id,
        request=request,
        reference=reference,
        form=form,
        household=household.id if household is not None else None,
        priority=priority,
        language=author.language,
        finished=finished,
        owner=way.owner,
        answer_by=_answer_by(kind, policy, at, priority),
        entered_by=entered_by,
        excluded=way.excluded,
        escalation=escalation,
        take_by=None if escalation is not None else take_by(at, policy),
        earlier=earlier,
        kind=kind.code if kind is not None else code,
        answers=answers,
    )
    return (raised, *pages, *_task(request, author.id, policy, at, way))


def add_answers(
    request: Request,
    author: Person,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
    *,
    priority: Priority,
    finished: bool,
    kind: Kind | None = None,
    answers: str = "",
    child: UUID | None = None,
    not_safe: bool = False,
    excluded: frozenset[UUID] = frozenset(),
) -> tuple[Event, ...]:
    """Add later answers to an open request: the priority can only rise, no promise gets later.

    If it becomes urgent only now, it is paged now. Its kind may become known and change the owner;
    a social worker's task is made once, when the request is finished.
    """
    if request.author != author.id:
        raise NotYours
    if not request.open:
        raise AlreadyClosed
    left_out = request.excluded | excluded
    way = route(
        kind, household, roster, policy, at, excluded=left_out, child=child, not_safe=not_safe
    )
    now = highest(request.priority, priority)
    escalation: Escalation | None = None
    pages: tuple[Event, ...] = ()
    if now.urgent and request.escalation is None:
        escalation, pages = _paged(
            request.id, author.id, kind, household, roster, policy, at, way, not_safe=not_safe
        )
    promised = (request.answer_by, _answer_by(kind, policy, at, now))
    added = AnswersAdded(
        at=at,
        subject=author.id,
        actor=author.id,
        request=request.id,
        finished=finished,
        priority=now,
        owner=way.owner,
        answer_by=min((moment for moment in promised if moment is not None), default=None),
        escalation=escalation,
        excluded=way.excluded,
        kind=kind.code if kind is not None else "",
        answers=answers,
    )
    newly_finished = finished and not request.finished
    task = _task(request.id, author.id, policy, at, way) if newly_finished else ()
    return (added, *pages, *task)


def _paged(
    request: UUID,
    author: UUID,
    kind: Kind | None,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
    way: Route,
    *,
    not_safe: bool,
) -> tuple[Escalation, tuple[Event, ...]]:
    """The escalation as it begins, and the event of its first page."""
    by_day = in_office_hours(policy, at)
    begun, _ = begin(
        steps_of(policy, kind, in_office=by_day, not_safe=not_safe),
        policy.contact_within_minutes,
        roster,
        household,
        policy,
        at,
        way.excluded,
        other_steps=steps_of(policy, kind, in_office=not by_day, not_safe=not_safe),
    )
    rung = find_rung(begun, (begun.step, begun.round), roster, household, policy, at, way.excluded)
    return begun, (paging(request, author, begun, rung, at),)


def _answer_by(
    kind: Kind | None, policy: Policy, at: datetime, priority: Priority
) -> datetime | None:
    if kind is None:
        return None
    hours, holidays = policy.office_hours, policy.bank_holidays
    return answer_by(kind.answer_within, at, hours, holidays, urgent=priority.urgent)


def _task(
    request: UUID, author: UUID, policy: Policy, at: datetime, way: Route
) -> tuple[Event, ...]:
    """Staff still have to tell a child's social worker, by the next working day (practice 18)."""
    if not way.social_worker_task:
        return ()
    hours, holidays = policy.office_hours, policy.bank_holidays
    due = answer_by(TELL_SOCIAL_WORKER_WITHIN, at, hours, holidays)
    return (SocialWorkerTaskMade(at=at, subject=author, request=request, due=due),)
