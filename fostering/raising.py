"""Raising: how a request begins, and what later answers add to it (practice 1)."""

from datetime import date, datetime
from uuid import UUID

from fostering.escalation import begin, find_rung, paging
from fostering.events import AnswersAdded, Event, RequestRaised
from fostering.kinds import Kind
from fostering.ladders import in_office_hours, steps_of
from fostering.people import Household, Person
from fostering.permission import ABOUT_APPROVAL
from fostering.policy import Policy
from fostering.priority import Priority, highest
from fostering.refusals import AlreadyClosed, NotYours
from fostering.requests import Request, after
from fostering.routing import Roster, Route, route
from fostering.social_worker_task import lift_task, make_task
from fostering.steps import Escalation
from fostering.working_days import answer_by, before, take_by


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
    about_child: bool = True,
    not_safe: bool = False,
    finished: bool = True,
    entered_by: UUID | None = None,
    excluded: frozenset[UUID] = frozenset(),
    wanted: date | None = None,
    latest: datetime | None = None,
    earlier: str = "",
) -> tuple[Event, ...]:
    """Raise a request: who owns it, by when it is answered and, if it is urgent, who is paged.

    Urgent ones are raised the moment danger, an urgent kind or the help button is pressed, with
    `finished` False; the later answers come by `add_answers`. `code` is the kind's code where there
    is no such kind of ours. `entered_by` is the worker who added it after a telephone call. The
    answer is owed before the local day it is `wanted` for, and not after `latest`. `earlier` is the
    reference of what the person told before about the same.
    """
    way = route(
        kind,
        household,
        roster,
        policy,
        at,
        excluded=excluded,
        child=child,
        about_child=about_child,
        not_safe=not_safe,
        of_approval=form in ABOUT_APPROVAL,
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
        answer_by=_soonest(_answer_by(kind, policy, at, priority, wanted), latest),
        entered_by=entered_by,
        excluded=way.excluded,
        escalation=escalation,
        take_by=None if escalation is not None else take_by(at, policy),
        earlier=earlier,
        kind=kind.code if kind is not None else code,
        answers=answers,
    )
    return (raised, *pages, *make_task(after(None, raised), way, policy, at))


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
    about_child: bool = True,
    not_safe: bool = False,
    excluded: frozenset[UUID] = frozenset(),
    wanted: date | None = None,
) -> tuple[Event, ...]:
    """Add later answers to an open request: the priority can only rise, no promise gets later.

    If it becomes urgent only now, it is paged now. Its kind may become known and change the owner;
    a social worker's task is made once, and lifted where these answers show that it never was one.
    """
    if request.author != author.id:
        raise NotYours
    if not request.open:
        raise AlreadyClosed
    left_out = request.excluded | excluded
    way = route(
        kind,
        household,
        roster,
        policy,
        at,
        excluded=left_out,
        child=child,
        about_child=about_child,
        not_safe=not_safe,
        of_approval=request.form in ABOUT_APPROVAL,
    )
    now = highest(request.priority, priority)
    escalation: Escalation | None = None
    pages: tuple[Event, ...] = ()
    if now.urgent and request.escalation is None:
        escalation, pages = _paged(
            request.id, author.id, kind, household, roster, policy, at, way, not_safe=not_safe
        )
    promised = _answer_by(kind, policy, at, now, wanted)
    added = AnswersAdded(
        at=at,
        subject=author.id,
        actor=author.id,
        request=request.id,
        finished=finished,
        priority=now,
        owner=way.owner,
        answer_by=_soonest(request.answer_by, promised),
        escalation=escalation,
        excluded=way.excluded,
        kind=kind.code if kind is not None else "",
        answers=answers,
    )
    if kind is None and not not_safe:
        return (added, *pages)
    wide = route(
        kind,
        household,
        roster,
        policy,
        at,
        excluded=request.excluded,
        child=child if not_safe else None,
        not_safe=not_safe,
    )
    task = make_task(request, way, policy, at) or lift_task(request, wide, way, at)
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


def _soonest(*promised: datetime | None) -> datetime | None:
    return min((moment for moment in promised if moment is not None), default=None)


def _answer_by(
    kind: Kind | None,
    policy: Policy,
    at: datetime,
    priority: Priority,
    wanted: date | None = None,
) -> datetime | None:
    if kind is None:
        return None
    hours, holidays = policy.office_hours, policy.bank_holidays
    promised = answer_by(kind.answer_within, at, hours, holidays, urgent=priority.urgent)
    return promised if wanted is None else before(wanted, promised, at, hours, holidays)
