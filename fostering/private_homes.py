"""Private homes: a manager's switch for a whole household (practice 14).

Nothing changes before it is pressed. From then on what its carers have open, and what they send,
is for managers; what is urgent still pages, because a child may be in danger. Its promises stand
still. The young people who live there keep everything of theirs, and a complaint keeps its course.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from fostering.events import (
    Event,
    PrivateHomeEnded,
    PrivateHomeStarted,
    PrivateHomeTold,
    RequestDrawnIn,
)
from fostering.office_hours import local_date
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.private_home_states import PrivateHome
from fostering.private_matters import may_turn
from fostering.quiet_hours import morning, when_awake
from fostering.refusals import NotYours, OutOfDate
from fostering.request_states import Request

RESUMES = {"supervision": 0, "draft": 1, "placement_start": 1, "annual_review": 2, "home_check": 7}
"""What stands still meanwhile, and how many days after the end it goes on: never all at once."""
LOOKS_AGAIN = timedelta(hours=1)


def may_turn_home(
    worker: Person, home: Household, theirs: Iterable[Request], policy: Policy
) -> bool:
    """Whether this worker may press the switch of this household.

    `theirs` are the open requests of its carers. Never who is kept from the household (practice 27)
    or was left out of one of these by its carers (practice 15).
    """
    left_out = home.kept_from.union(*(r.excluded for r in theirs if r.open))
    return may_turn(worker, policy) and worker.id not in left_out and bool(home.carers)


def start_home(
    home: Household,
    worker: Person,
    theirs: Iterable[Request],
    reason: str,
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """Put the household into private process; `()` where it is in one already.

    All that its carers have open goes to this manager, but for what still climbs: no alarm goes out
    of sight. Raises ValueError where no reason is given.
    """
    known = tuple(theirs)
    if not may_turn_home(worker, home, known, policy):
        raise NotYours
    if home.private:
        return ()
    subject = _subject(home, reason)
    begun = PrivateHomeStarted(
        at=at, subject=subject, actor=worker.id, household=home.id, reason=reason
    )
    return (begun, *(_drawn_in(request, worker, at) for request in known if _goes(request, home)))


def end_home(
    home: Household,
    worker: Person,
    theirs: Iterable[Request],
    reason: str,
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """End it with a reason; `()` where it has ended. Raises ValueError where none is given."""
    if not may_turn_home(worker, home, theirs, policy):
        raise NotYours
    if not home.private:
        return ()
    subject = _subject(home, reason)
    return (
        PrivateHomeEnded(at=at, subject=subject, actor=worker.id, household=home.id, reason=reason),
    )


def say_home_told(
    home: Household,
    worker: Person,
    theirs: Iterable[Request],
    told: tuple[date, UUID],
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """*They have been told*: on which local day and by which worker; only now they see who helps.

    `()` where that was said already. Raises OutOfDate where it is over, or the day lies ahead.
    """
    if not may_turn_home(worker, home, theirs, policy):
        raise NotYours
    day, teller = told
    process = home.process
    if process is None or not process.running or day > local_date(at, policy.office_hours):
        raise OutOfDate
    if process.told_on is not None:
        return ()
    return (
        PrivateHomeTold(
            at=at,
            subject=min(home.carers),
            actor=worker.id,
            household=home.id,
            day=day,
            teller=teller,
        ),
    )


def drawn_into(home: Household | None, request: Request) -> PrivateHome | None:
    """The household's private process that holds this request: for managers, and frozen.

    What its carers ask, open or closed since it began; but no complaint, whose reader is its own,
    and nothing of a young person.
    """
    if home is None or not home.private_for(request.author) or request.is_concern:
        return None
    process = home.process
    closed_before = process and request.closed_at and request.closed_at < process.since
    return None if closed_before else process


def knows(home: Household | None, person: Person) -> bool:
    """Whether this carer has been told, so that they are shown who helps them from outside."""
    process = home.process if home is not None and home.private_for(person.id) else None
    return process is not None and process.told_on is not None


def stands_still_until(
    home: Household | None, noun: str, policy: Policy, at: datetime
) -> datetime | None:
    """When what is due about this household is looked at again (aware UTC); None: it goes on now.

    `noun` is the sort of matter. While the process runs nothing of it is told. After its end each
    sort goes on by itself on another morning, so that nobody is flooded.
    """
    process = home.process if home is not None else None
    if process is None or noun not in RESUMES:
        return None
    if process.ended_at is None:
        return when_awake(at + LOOKS_AGAIN, policy)
    days = timedelta(days=RESUMES[noun])
    resumes = morning(local_date(process.ended_at, policy.office_hours) + days, policy)
    return resumes if at < resumes else None


def _goes(request: Request, home: Household) -> bool:
    """Whether it goes to the manager by the switch."""
    theirs = request.author in home.carers and request.open
    kept = request.private or request.is_concern or bool(request.readers)
    return theirs and not kept and not request.still_climbs


def _drawn_in(request: Request, worker: Person, at: datetime) -> Event:
    return RequestDrawnIn(
        at=at,
        subject=request.author,
        actor=worker.id,
        request=request.id,
        former=request.acknowledged_by,
    )


def _subject(home: Household, reason: str) -> UUID:
    """The carer under whose key the reason is sealed."""
    if not reason.strip():
        raise ValueError("no reason")
    return min(home.carers)
