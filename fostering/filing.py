"""Filing: Hearthline is not the case record, so every request ends in the service's own.

Nothing is copied from here: a worker says that it is there, by name and day (practice, what makes
a service say yes; UK GDPR, articles 5 and 30).
"""

from collections.abc import Iterator
from datetime import datetime

from fostering.closing import about_missing_child
from fostering.events import Event, FilingReminded, RequestFiled
from fostering.matters import Due, Rule
from fostering.office_hours import local_date
from fostering.people import Person
from fostering.permission import MANAGES
from fostering.policy import Policy
from fostering.quiet_hours import morning
from fostering.refusals import AlreadyFiled, ChronologyMissing
from fostering.request_states import Request, RequestState
from fostering.working_days import add_working_days


def needs_chronology(request: Request, policy: Policy) -> bool:
    """Whether the whole chronology belongs into the file, and not the outcome alone.

    A missing child, a child who was held, and what else the policy names ([case_file]).
    """
    return about_missing_child(request) or request.kind in policy.chronology_kinds


def may_be_filed(request: Request) -> bool:
    """Whether it can be laid into the case file: not there yet, and no alarm that nobody has."""
    alarm = request.state is RequestState.RAISED and request.priority.urgent
    return not (request.filed or alarm)


def file_request(
    request: Request,
    worker: Person,
    policy: Policy,
    at: datetime,
    *,
    whole: bool = False,
    filer: str = "",
) -> tuple[Event, ...]:
    """ "It is in the case file": the first press stands, a later one is told who did it (`filer`).

    What was filed before it was closed is filed again after it. Raises ChronologyMissing where the
    whole chronology is needed and was not said to be there.
    """
    if request.filed:
        if request.filed_by == worker.id:
            return ()
        raise AlreadyFiled(worker=filer)
    if needs_chronology(request, policy) and not whole:
        raise ChronologyMissing
    return (
        RequestFiled(
            at=at, subject=request.author, actor=worker.id, request=request.id, whole=whole
        ),
    )


def falls_to(request: Request, worker: Person) -> bool:
    """Whether it stands on this worker's list of what is not filed: theirs, or they manage."""
    if request.open or request.filed:
        return False
    own = worker.id in (request.closed_by, request.acknowledged_by, request.owner)
    return own or bool(worker.roles & MANAGES)


def remind(request: Request, at: datetime) -> Event:
    """Who closed it is reminded now."""
    return FilingReminded(at=at, subject=request.author, request=request.id)


def filing_matters(request: Request, policy: Policy) -> Iterator[Due]:
    """A reminder each working morning, from the policy's days after closing, to who closed it."""
    if request.closed_at is None or request.closed_by is None or request.filed:
        return
    hours, holidays = policy.office_hours, policy.bank_holidays
    day = add_working_days(
        local_date(request.closed_at, hours), policy.file_within_working_days, holidays
    )
    if request.filing_reminded_at is not None:
        told = local_date(request.filing_reminded_at, hours)
        day = max(day, add_working_days(told, 1, holidays))
    at = morning(day, policy)
    yield Due(rule=Rule.FILING_REMINDER, subject=request.id, occurrence=at.isoformat(), at=at)
