"""Advice: who has a request needs their manager, and keeps the request meanwhile.

Asked is the on-call manager, in office hours the team manager; whoever says nothing in time leaves
it to the next managers. Nobody is asked who must not see it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from fostering.events import AdviceAnswered, AdviceAsked, AdviceClimbed, AdviceUnanswered, Event
from fostering.holding import check_holds
from fostering.ladders import in_office_hours
from fostering.matters import Due, Rule
from fostering.people import Household, Person
from fostering.permission import may_know
from fostering.policy import Policy
from fostering.refusals import NobodyElse, NotTaken, OutOfDate
from fostering.request_states import Request
from fostering.routing import Roster, fill
from fostering.steps import Filler, Step

BY_DAY = (Filler.TEAM_MANAGER, Filler.SERVICE_MANAGER)
BY_NIGHT = (Filler.ON_CALL_MANAGER, Filler.SERVICE_MANAGER)


def may_ask(request: Request, worker: Person) -> bool:
    """Whether this worker may ask for a manager: they have it, and nobody is asked just now.

    Never about a concern or what was said to chosen readers: these have readers of their own.
    """
    asks = request.taken and request.acknowledged_by == worker.id
    asks &= not (request.is_said or request.is_concern or request.readers)
    return asks and not is_asked(request)


def is_asked(request: Request) -> bool:
    """Whether managers were asked by who has it now, and one may still say that they will ring."""
    advice = request.advice
    if advice is None or not advice.waits or advice.next_at is None:
        return False
    return request.taken and advice.by == request.acknowledged_by


def may_answer(request: Request, manager: Person) -> bool:
    """Whether this manager was asked and nobody has said yet that they will ring."""
    advice = request.advice
    held = request.taken and advice is not None and advice.by == request.acknowledged_by
    return held and advice is not None and advice.waits and manager.id in advice.told


def ask(
    request: Request,
    worker: Person,
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
    *,
    holder: str = "",
) -> tuple[Event, ...]:
    """ "Need my manager": it stays with who has it; `()` while managers are asked already.

    Raises NobodyElse where no manager can be reached who may know of it.
    """
    check_holds(request, worker, holder=holder)
    if is_asked(request):
        return ()
    if not may_ask(request, worker):
        raise NotTaken
    asked = _next(request, worker, (), roster, household, policy, at)
    if not asked:
        raise NobodyElse
    return (
        AdviceAsked(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            managers=tuple(manager.id for manager in asked),
            next_at=at + timedelta(minutes=policy.advice_minutes),
        ),
    )


def see(request: Request, manager: Person, at: datetime) -> tuple[Event, ...]:
    """ "I've seen it: I'll ring you", by a manager who was asked; the first press counts."""
    advice = request.advice
    if advice is not None and advice.seen_by == manager.id:
        return ()
    if not may_answer(request, manager):
        raise OutOfDate
    return (AdviceAnswered(at=at, subject=request.author, actor=manager.id, request=request.id),)


def climb(
    request: Request, roster: Roster, household: Household | None, policy: Policy, at: datetime
) -> tuple[Event, ...]:
    """No manager has said in time that they have seen it: the next are asked, or the owner told."""
    advice = request.advice
    if advice is None or advice.next_at is None or at < advice.next_at or not is_asked(request):
        return ()
    worker = next((person for person in roster if person.id == advice.by), None)
    asked = _next(request, worker, advice.told, roster, household, policy, at)
    if not asked:
        return (AdviceUnanswered(at=at, subject=request.author, request=request.id),)
    return (
        AdviceClimbed(
            at=at,
            subject=request.author,
            request=request.id,
            managers=tuple(manager.id for manager in asked),
            next_at=at + timedelta(minutes=policy.advice_minutes),
        ),
    )


def advice_matters(request: Request) -> Iterator[Due]:
    """When the managers' time to answer ends."""
    advice = request.advice
    if advice is not None and advice.next_at is not None and is_asked(request):
        yield Due(
            rule=Rule.ADVICE_CLIMB,
            subject=request.id,
            occurrence=advice.next_at.isoformat(),
            at=advice.next_at,
        )


def _next(
    request: Request,
    worker: Person | None,
    told: tuple[UUID, ...],
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
) -> tuple[Person, ...]:
    """The first managers of this hour who were not asked yet and may know of it."""
    for filler in BY_DAY if in_office_hours(policy, at) else BY_NIGHT:
        step = Step(fillers=(filler,), wait_minutes=policy.advice_minutes)
        found = fill(step, roster, household, policy, at, request.excluded)
        asked = tuple(
            person
            for person in found
            if person != worker and person.id not in told and may_know(person, request, household)
        )
        if asked:
            return asked
    return ()
