"""Supervision: planned, reminded, confirmed, held, moved; six weeks from the last one held."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from fostering.events import (
    AnotherTimeAsked,
    Event,
    ReminderTold,
    SupervisionConfirmed,
    SupervisionDisputed,
    SupervisionHeld,
    SupervisionPlanned,
    SupervisionSaidHeld,
)
from fostering.matters import SUPERVISION_RULES
from fostering.office_hours import ONE_DAY, instant, local_date
from fostering.people import Person, Standing
from fostering.policy import Policy
from fostering.refusals import NotYours, OutOfDate
from fostering.working_days import add_working_days


class SupervisionState(StrEnum):
    """Where the next supervision stands."""

    DUE = "due"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    SAID_HELD = "said_held"
    DISPUTED = "disputed"


@dataclass(frozen=True, kw_only=True)
class Supervision:
    """The supervision of one carer: the last one held and the next one.

    `last_held` is a local date. `planned_for` is an aware UTC instant. `uid` stays the same for
    the life of this planned meeting, also when it moves; `moves` counts the moves (the calendar's
    SEQUENCE). `said_held_by` is who said that it was held; it counts as held when both say so or
    after the dispute days (practice 21). What fell due up to `told_until` (aware UTC) has been
    told. `another_time_at` is when the carer asked for another time than the planned one; it is
    settled by moving it, or by the carer who will be there after all. Source: NMS 21; SOU-16 (at
    least six-weekly).
    """

    carer: UUID
    worker: UUID | None
    last_held: date | None
    state: SupervisionState = SupervisionState.DUE
    planned_for: datetime | None = None
    uid: str = ""
    moves: int = 0
    said_held_by: UUID | None = None
    said_held_on: date | None = None
    said_at: datetime | None = None
    version: int = 1
    told_until: datetime | None = None
    another_time_at: datetime | None = None

    def passed(self, at: datetime) -> bool:
        """Whether the planned time has come (`at` aware UTC); not while nothing is planned."""
        return self.planned_for is not None and self.planned_for <= at


def due_day(supervision: Supervision, policy: Policy) -> date | None:
    """The local day by which the next one should be held; counted from the last one held.

    None before the first one is known. Source: SOU-16; the days are the policy's.
    """
    if supervision.last_held is None:
        return None
    return supervision.last_held + timedelta(days=policy.supervision_every_days)


def plan(
    supervision: Supervision, worker: Person, planned_for: datetime, uid: str, at: datetime
) -> tuple[Event, ...]:
    """Plan the next one, or move it: a planned meeting keeps its `uid` and counts the move.

    Visits without notice are never planned here.
    """
    if planned_for <= at:
        raise OutOfDate
    moving = supervision.planned_for is not None
    if supervision.planned_for == planned_for and supervision.worker == worker.id:
        return ()
    return (
        SupervisionPlanned(
            at=at,
            subject=supervision.carer,
            actor=worker.id,
            worker=worker.id,
            planned_for=planned_for,
            uid=supervision.uid if moving else uid,
            moves=supervision.moves + 1 if moving else 0,
        ),
    )


def confirm(supervision: Supervision, carer: Person, at: datetime) -> tuple[Event, ...]:
    """The carer will be there."""
    _check_carer(supervision, carer)
    match supervision.state:
        case SupervisionState.CONFIRMED:
            return ()
        case SupervisionState.PLANNED:
            return (SupervisionConfirmed(at=at, subject=supervision.carer, actor=carer.id),)
        case _:
            raise OutOfDate


def ask_another_time(supervision: Supervision, carer: Person, at: datetime) -> tuple[Event, ...]:
    """The carer cannot make the planned time; asking again before it was moved changes nothing."""
    _check_carer(supervision, carer)
    planned = supervision.state in (SupervisionState.PLANNED, SupervisionState.CONFIRMED)
    if not planned or supervision.passed(at):
        raise OutOfDate
    if supervision.another_time_at is not None:
        return ()
    return (AnotherTimeAsked(at=at, subject=supervision.carer, actor=carer.id),)


def say_held(
    supervision: Supervision, person: Person, held_on: date, at: datetime, policy: Policy
) -> tuple[Event, ...]:
    """One side says that it was held on this local date; when both have, it counts (practice 21).

    The carer is one side and staff the other. The date that was said first is the one that counts.
    """
    if person.standing is not Standing.STAFF:
        _check_carer(supervision, person)
    if held_on > local_date(at, policy.office_hours):
        raise OutOfDate
    said = SupervisionSaidHeld(at=at, subject=supervision.carer, actor=person.id, held_on=held_on)
    if supervision.said_held_by is None or supervision.said_held_on is None:
        return (said,)
    by_carer = supervision.said_held_by == supervision.carer
    if by_carer == (person.id == supervision.carer):
        return ()
    held = SupervisionHeld(
        at=at,
        subject=supervision.carer,
        actor=person.id,
        held_on=supervision.said_held_on,
    )
    return said, held


def count_as_held(supervision: Supervision, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """Nobody disputed it in the policy's working days, so it counts as held (practice 21)."""
    ends = dispute_ends(supervision, policy)
    if ends is None or at < ends or supervision.said_held_on is None:
        return ()
    return (SupervisionHeld(at=at, subject=supervision.carer, held_on=supervision.said_held_on),)


def dispute(supervision: Supervision, carer: Person, at: datetime) -> tuple[Event, ...]:
    """ "It did not happen": no reason is asked, and it must be planned again (practice 21)."""
    _check_carer(supervision, carer)
    if supervision.state is not SupervisionState.SAID_HELD and not supervision.passed(at):
        raise OutOfDate
    return (SupervisionDisputed(at=at, subject=supervision.carer, actor=carer.id),)


def dispute_ends(supervision: Supervision, policy: Policy) -> datetime | None:
    """When what was said counts as held: the morning after the last day to dispute it (UTC)."""
    if supervision.state is not SupervisionState.SAID_HELD or supervision.said_at is None:
        return None
    said_on = local_date(supervision.said_at, policy.office_hours)
    days = policy.supervision_dispute_working_days
    last = add_working_days(said_on, days, policy.bank_holidays)
    return instant(last + ONE_DAY, policy.quiet_until, policy.office_hours)


def after(supervision: Supervision, event: Event) -> Supervision:
    """The supervision as it stands after the event; the only place that says so."""
    match event:
        case SupervisionPlanned():
            return replace(
                _unsaid(supervision),
                state=SupervisionState.PLANNED,
                worker=event.worker,
                planned_for=event.planned_for,
                uid=event.uid,
                moves=event.moves,
                told_until=event.at,
            )
        case SupervisionConfirmed():
            return replace(supervision, state=SupervisionState.CONFIRMED, another_time_at=None)
        case AnotherTimeAsked():
            return replace(supervision, state=SupervisionState.PLANNED, another_time_at=event.at)
        case SupervisionSaidHeld():
            return replace(
                _unsaid(supervision),
                state=SupervisionState.SAID_HELD,
                said_held_by=event.actor,
                said_held_on=event.held_on,
                said_at=event.at,
            )
        case SupervisionHeld():
            unplanned = _unplanned(supervision, SupervisionState.DUE)
            return replace(unplanned, last_held=event.held_on, told_until=None)
        case SupervisionDisputed():
            return _unplanned(supervision, SupervisionState.DISPUTED)
        case ReminderTold() if event.rule in SUPERVISION_RULES:
            return replace(supervision, told_until=event.at)
        case _:
            return supervision


def _unsaid(supervision: Supervision) -> Supervision:
    return replace(
        supervision, said_held_by=None, said_held_on=None, said_at=None, another_time_at=None
    )


def _unplanned(supervision: Supervision, state: SupervisionState) -> Supervision:
    return replace(_unsaid(supervision), state=state, planned_for=None, uid="", moves=0)


def _check_carer(supervision: Supervision, person: Person) -> None:
    if supervision.carer != person.id:
        raise NotYours
