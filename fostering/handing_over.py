"""Handing over: who has a request asks a colleague to take it, and keeps it until they accept.

A request is never without somebody: not while it is offered, and not where the colleague says no or
nothing. What climbs goes on climbing meanwhile (practice 7).
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from fostering.events import (
    Event,
    HandoverAccepted,
    HandoverLapsed,
    HandoverOffered,
    HandoverRecalled,
    HandoverRefused,
)
from fostering.holding import check_open
from fostering.matters import Due, Rule
from fostering.people import Household, Person, Standing
from fostering.permission import may_see
from fostering.policy import Policy
from fostering.quiet_hours import when_awake
from fostering.refusals import AlreadyTaken, NotOffered, NotTaken, NotYours
from fostering.request_states import Request
from fostering.routing import Roster

REASONS = ("no_time", "not_working", "known_to_them", "ring_me")
"""Why a colleague cannot take it, as codes: nothing about the matter itself is written down."""


def may_be_asked(
    request: Request,
    holder: Person,
    worker: Person,
    household: Household | None,
    day: date,
    *,
    phone_only: bool,
) -> bool:
    """Whether this colleague may be asked: linked, there that local day, and may see it anyway.

    Also who covers for the holder now or later, unless it is for the telephone or the person chose
    its readers. Never who must not
    see it (practice 15) or is kept from the household (practice 27).
    """
    if worker.id == holder.id or worker.standing is not Standing.STAFF or not worker.active:
        return False
    if not worker.linked or worker.away(day) or worker.id in request.excluded:
        return False
    if household is not None and worker.id in household.kept_from:
        return False
    covers = {absence.cover for absence in holder.absences if day <= absence.last}
    if worker.id in covers and not phone_only and not request.readers:
        return True
    return may_see(worker, request, household, phone_only=phone_only)


def colleagues(
    request: Request,
    holder: Person,
    household: Household | None,
    roster: Roster,
    day: date,
    *,
    phone_only: bool,
) -> tuple[Person, ...]:
    """Everybody who may be asked, by name."""
    able = (
        worker
        for worker in roster
        if may_be_asked(request, holder, worker, household, day, phone_only=phone_only)
    )
    return tuple(sorted(able, key=lambda worker: (worker.name, worker.id)))


def check_hands_over(request: Request, worker: Person, *, holder: str = "") -> None:
    """Raise a Refusal unless this worker has it; `holder` is the name of who does."""
    check_open(request)
    if not request.taken:
        raise NotTaken
    if request.acknowledged_by != worker.id:
        raise AlreadyTaken(worker=holder)


def offer(
    request: Request,
    worker: Person,
    colleague: Person,
    household: Household | None,
    policy: Policy,
    day: date,
    at: datetime,
    *,
    phone_only: bool,
    holder: str = "",
) -> tuple[Event, ...]:
    """Ask one colleague; asking another one ends the first question. `day` is the local day."""
    check_hands_over(request, worker, holder=holder)
    if not may_be_asked(request, worker, colleague, household, day, phone_only=phone_only):
        raise NotYours
    if request.offered_to == colleague.id:
        return ()
    return (
        *take_back(request, worker, at),
        HandoverOffered(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            to=colleague.id,
            ends_at=answer_by(request, policy, at),
        ),
    )


def answer_by(request: Request, policy: Policy, at: datetime) -> datetime:
    """By when the colleague must have answered (aware UTC); what can wait waits for the morning."""
    if request.priority.urgent:
        return at + timedelta(minutes=policy.handover_urgent_minutes)
    return when_awake(at + timedelta(hours=policy.handover_routine_hours), policy)


def accept(
    request: Request, worker: Person, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """ "I take it": from now on it is theirs; the wait for contact goes on as it was."""
    _check_asked(request, worker, holder)
    return (
        HandoverAccepted(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            former=request.acknowledged_by,
        ),
    )


def refuse(
    request: Request, worker: Person, reason: str, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """ "I can't", with a reason; raises ValueError for one that is none of REASONS."""
    if reason not in REASONS:
        raise ValueError(reason)
    _check_asked(request, worker, holder)
    return (
        HandoverRefused(
            at=at, subject=request.author, actor=worker.id, request=request.id, reason=reason
        ),
    )


def take_back(
    request: Request, worker: Person, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """Who has it keeps it after all; `()` where nobody is asked (any more)."""
    check_hands_over(request, worker, holder=holder)
    if request.offered_to is None:
        return ()
    return (
        HandoverRecalled(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            asked=request.offered_to,
        ),
    )


def lapse(request: Request, at: datetime) -> tuple[Event, ...]:
    """The time to answer has passed: it stays with who has it, and both are told."""
    if request.offered_to is None or request.offer_ends_at is None or at < request.offer_ends_at:
        return ()
    return (
        HandoverLapsed(at=at, subject=request.author, request=request.id, asked=request.offered_to),
    )


def offer_matters(request: Request) -> Iterator[Due]:
    """When the colleague's time to answer ends."""
    if request.offer_ends_at is not None:
        yield Due(
            rule=Rule.HANDOVER_LAPSED,
            subject=request.id,
            occurrence=request.offer_ends_at.isoformat(),
            at=request.offer_ends_at,
        )


def _check_asked(request: Request, worker: Person, holder: str) -> None:
    check_open(request)
    if request.offered_to != worker.id:
        raise NotOffered(worker=holder)
