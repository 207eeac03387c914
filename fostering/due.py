"""Due: what a request, a draft, a meeting or an advocacy asks of the clock, and when.

"Due and not done", never "due today": what was missed while we were away is due still.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from fostering.advice import advice_matters
from fostering.advocacy import Advocacy, advocacy_matters
from fostering.annual_review import AnnualReview
from fostering.annual_review_reminders import annual_review_due, annual_review_next_due_at
from fostering.chasing import chasing_due, untold
from fostering.delegated_authority import DelegatedAuthority
from fostering.drafts import Draft
from fostering.filing import filing_matters
from fostering.handing_over import offer_matters
from fostering.home_check import HomeCheck, check_matters
from fostering.invitations import Invitation
from fostering.matters import Due as Due
from fostering.matters import Rule as Rule
from fostering.newcomers import newcomer_matters
from fostering.one_time_links import OneTimeLink
from fostering.paging_tests import paging_test_matters
from fostering.people import Person
from fostering.placement_start import PlacementStart, start_due, start_matters
from fostering.policy import Policy
from fostering.private_home_states import PrivateHome
from fostering.quiet_hours import when_awake
from fostering.reminders import supervision_due, supervision_next_due_at
from fostering.requests import Request
from fostering.safe_times import safe_time_matters
from fostering.shifts import shift_matters
from fostering.social_worker_task import task_matters
from fostering.supervision import Supervision

Subject = (
    Request
    | Draft
    | Supervision
    | AnnualReview
    | Person
    | Invitation
    | OneTimeLink
    | Advocacy
    | DelegatedAuthority
    | PlacementStart
    | HomeCheck
    | PrivateHome
)


def due(entity: Subject, policy: Policy, at: datetime) -> tuple[Due, ...]:
    """What is due now (`at` aware UTC), the oldest first; nothing for links."""
    match entity:
        case Supervision():
            return supervision_due(entity, policy, at)
        case AnnualReview():
            return annual_review_due(entity, policy, at)
        case Request() if entity.private:
            return ()
        case Request():
            now = [matter for matter in _of_request(entity, policy) if matter.at <= at]
            now += chasing_due(entity, policy, at)
            return tuple(sorted(now, key=lambda matter: matter.at))
        case Draft():
            now = [matter for matter in _of_draft(entity, policy) if matter.at <= at]
            return _without_nudge_too_late(sorted(now, key=lambda matter: matter.at))
        case Advocacy():
            late = [matter for matter in advocacy_matters(entity, policy) if matter.at <= at]
            return tuple(sorted(late, key=lambda matter: matter.at)[-1:])
        case PlacementStart():
            return start_due(entity, policy, at)
        case HomeCheck():
            return tuple(m for m in check_matters(entity, policy) if m.at <= at)
        case Person():
            return tuple(matter for matter in _of_person(entity, policy) if matter.at <= at)
        case _:
            return ()


def next_due_at(entity: Subject, policy: Policy) -> datetime | None:
    """When something is due next as things stand (aware UTC, perhaps past); None: never."""
    match entity:
        case Supervision():
            return supervision_next_due_at(entity, policy)
        case AnnualReview():
            return annual_review_next_due_at(entity, policy)
        case Request() if entity.private:
            return None
        case Request():
            matters = (*_of_request(entity, policy), *untold(entity, policy))
            return min((matter.at for matter in matters), default=None)
        case Person():
            return min((matter.at for matter in _of_person(entity, policy)), default=None)
        case Draft():
            return min((matter.at for matter in _of_draft(entity, policy)), default=None)
        case PlacementStart():
            return min((matter.at for matter in start_matters(entity, policy)), default=None)
        case HomeCheck():
            return min((matter.at for matter in check_matters(entity, policy)), default=None)
        case Advocacy():
            return min((matter.at for matter in advocacy_matters(entity, policy)), default=None)
        case _:
            return None


def _of_request(request: Request, policy: Policy) -> Iterator[Due]:
    """It climbs, and a promised ring passes, only while it is open; a task outlives it."""
    yield from task_matters(request, policy)
    yield from offer_matters(request)
    yield from advice_matters(request)
    yield from filing_matters(request, policy)
    escalation = request.escalation
    if request.open and escalation is not None and escalation.next_at is not None:
        occurrence = f"{escalation.round}:{escalation.step}:{escalation.next_at.isoformat()}"
        yield Due(rule=Rule.CLIMB, subject=request.id, occurrence=occurrence, at=escalation.next_at)
    if request.taken and request.ring_by is not None:
        yield Due(
            rule=Rule.RING_PASSED,
            subject=request.id,
            occurrence=request.ring_by.isoformat(),
            at=request.ring_by,
        )


def _of_person(person: Person, policy: Policy) -> Iterator[Due]:
    yield from shift_matters(person)
    yield from paging_test_matters(person, policy)
    yield from newcomer_matters(person)
    yield from safe_time_matters(person, policy)


def _of_draft(draft: Draft, policy: Policy) -> Iterator[Due]:
    """One nudge by day, then the answers are thrown away; a request raised from it stays."""
    if not draft.nudged and draft.request is None:
        quiet_end = when_awake(draft.touched_at + timedelta(hours=policy.nudge_after_hours), policy)
        yield Due(rule=Rule.DRAFT_NUDGE, subject=draft.id, occurrence="once", at=quiet_end)
    ends = draft.touched_at + timedelta(days=policy.draft_days)
    yield Due(
        rule=Rule.DRAFT_EXPIRY, subject=draft.id, occurrence=draft.touched_at.isoformat(), at=ends
    )


def _without_nudge_too_late(matters: list[Due]) -> tuple[Due, ...]:
    """Nobody is nudged about answers that are being thrown away in the same breath."""
    expired = any(matter.rule is Rule.DRAFT_EXPIRY for matter in matters)
    return tuple(m for m in matters if not (expired and m.rule is Rule.DRAFT_NUDGE))
