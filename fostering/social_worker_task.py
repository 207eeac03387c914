"""The dated task: a child's social worker is not linked, so staff have to tell them (practice 18).

The carer sees "your service still has to tell them" until a worker has said that they did.
"""

from collections.abc import Iterator
from datetime import date, datetime

from fostering.events import (
    Event,
    SocialWorkerTaskLifted,
    SocialWorkerTaskMade,
    SocialWorkerTaskReminded,
    SocialWorkerTold,
)
from fostering.kinds import Clock, Span
from fostering.matters import Due, Rule
from fostering.office_hours import local_date
from fostering.people import Person, Role
from fostering.policy import Policy
from fostering.quiet_hours import morning
from fostering.refusals import AlreadyTold, OutOfDate
from fostering.request_states import Request
from fostering.routing import Roster, Route, in_role, stand_in
from fostering.working_days import add_working_days, answer_by

TELL_WITHIN = Clock(count=1, span=Span.WORKING_DAYS)
"""Ours: by the end of the next working day."""


def make_task(request: Request, route: Route, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """Staff have to tell a child's social worker, by the next working day; made once."""
    if not route.social_worker_task or request.task_due is not None:
        return ()
    hours, holidays = policy.office_hours, policy.bank_holidays
    due = answer_by(TELL_WITHIN, at, hours, holidays)
    return (SocialWorkerTaskMade(at=at, subject=request.author, request=request.id, due=due),)


def lift_task(request: Request, wide: Route, route: Route, at: datetime) -> tuple[Event, ...]:
    """The task ends undone where later answers show that it was never for this child's worker.

    `wide` is the route as it would be without those answers, `route` with them: if only the first
    asks for the task, the answers took it away, and not a worker who was linked meanwhile.
    """
    if not request.task_open or route.social_worker_task:
        return ()
    if route.childs_social_workers and not wide.social_worker_task:
        return ()
    return (SocialWorkerTaskLifted(at=at, subject=request.author, request=request.id),)


def say_told(
    request: Request, worker: Person, at: datetime, *, teller: str = ""
) -> tuple[Event, ...]:
    """ "I have told them": the first press wins, a later one is told who did it (`teller`)."""
    if request.task_due is None:
        raise OutOfDate
    if request.task_done_by is not None:
        if request.task_done_by == worker.id:
            return ()
        raise AlreadyTold(worker=teller)
    return (SocialWorkerTold(at=at, subject=request.author, actor=worker.id, request=request.id),)


def remind(request: Request, matter: Due, at: datetime) -> Event:
    """It was due and not done, and who answers for it, or a manager, is told so now."""
    return SocialWorkerTaskReminded(
        at=at,
        subject=request.author,
        request=request.id,
        to_manager=matter.rule is Rule.TASK_OVERDUE_MANAGER,
    )


def who_answers(request: Request, roster: Roster, day: date) -> tuple[Person, ...]:
    """Who answers for the task on that day: the owner, else who has it, else duty, else managers.

    Cover stands in for who is away; who must not see the request never answers for it.
    """
    for worker in (request.owner, request.acknowledged_by):
        found = stand_in(worker, roster, day, request.excluded) if worker is not None else None
        if found is not None:
            return (found,)
    return in_role(Role.DUTY_WORKER, roster, day, request.excluded) or managers(
        request, roster, day
    )


def managers(request: Request, roster: Roster, day: date) -> tuple[Person, ...]:
    """The team managers who may know of it, else the service's own."""
    roles = (Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    found = (in_role(role, roster, day, request.excluded) for role in roles)
    return next((present for present in found if present), ())


def falls_to(request: Request, worker: Person, roster: Roster, day: date) -> bool:
    """Whether the task stands on this worker's list: they own it, have it, or answer for it."""
    if not request.task_open or worker.id in request.excluded:
        return False
    own = worker.id in (request.owner, request.acknowledged_by)
    return own or worker.id in {person.id for person in who_answers(request, roster, day)}


def task_matters(request: Request, policy: Policy) -> Iterator[Due]:
    """One reminder on the first working morning after it was due, a manager on the next one."""
    if request.task_due is None or not request.task_open:
        return
    due = request.task_due
    day = local_date(due, policy.office_hours)
    for count, rule in ((1, Rule.TASK_REMINDER), (2, Rule.TASK_OVERDUE_MANAGER)):
        at = morning(add_working_days(day, count, policy.bank_holidays), policy)
        if request.task_reminded_at is None or at > request.task_reminded_at:
            yield Due(rule=rule, subject=request.id, occurrence=due.isoformat(), at=at)
