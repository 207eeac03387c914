"""A meeting of a carer with the service: planned, confirmed, moved, held by what both sides say."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, TypeVar
from uuid import UUID

from fostering.events import Event
from fostering.events.meetings import (
    Confirmed,
    Disputed,
    Held,
    Planned,
    SaidHeld,
    TimeAsked,
)
from fostering.office_hours import ONE_DAY, instant, local_date
from fostering.people import Person, Standing
from fostering.policy import Policy
from fostering.refusals import NotYours, OutOfDate
from fostering.working_days import add_working_days


class MeetingState(StrEnum):
    """Where the next meeting stands."""

    DUE = "due"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    SAID_HELD = "said_held"
    DISPUTED = "disputed"


PLANNED = (MeetingState.PLANNED, MeetingState.CONFIRMED)
TO_PLAN = (MeetingState.DUE, MeetingState.DISPUTED)


@dataclass(frozen=True, kw_only=True)
class Happenings:
    """The events of one noun for what can happen to a meeting."""

    planned: Callable[..., Event]
    confirmed: Callable[..., Event]
    time_asked: Callable[..., Event]
    said_held: Callable[..., Event]
    held: Callable[..., Event]
    disputed: Callable[..., Event]


@dataclass(frozen=True, kw_only=True)
class Meeting(ABC):
    """The last meeting of one carer that was held, and the next one.

    `last_held` is a local date. `planned_for` is an aware UTC instant. `uid` stays the same for
    the life of this planned meeting, also when it moves; `moves` counts the moves (the calendar's
    SEQUENCE). `said_held_by` is who said that it was held; it counts as held when both say so or
    after the dispute days (practice 21). What fell due up to `told_until` (aware UTC) has been
    told. `another_time_at` is when the carer asked for another time than the planned one; it is
    settled by moving it, or by the carer who will be there after all.
    """

    carer: UUID
    worker: UUID | None
    last_held: date | None
    state: MeetingState = MeetingState.DUE
    planned_for: datetime | None = None
    uid: str = ""
    moves: int = 0
    said_held_by: UUID | None = None
    said_held_on: date | None = None
    said_at: datetime | None = None
    version: int = 1
    told_until: datetime | None = None
    another_time_at: datetime | None = None

    events: ClassVar[Happenings]

    def passed(self, at: datetime) -> bool:
        """Whether the planned time has come (`at` aware UTC); not while nothing is planned."""
        return self.planned_for is not None and self.planned_for <= at

    @abstractmethod
    def due_day(self, policy: Policy) -> date | None:
        """The local day by which the next one should be held; None while that is not known."""

    @abstractmethod
    def days_to_dispute(self, policy: Policy) -> int:
        """In how many working days the carer may say that it was not held."""


M = TypeVar("M", bound=Meeting)


def plan(
    meeting: Meeting, worker: Person, planned_for: datetime, uid: str, at: datetime
) -> tuple[Event, ...]:
    """Plan the next one, or move it: a planned meeting keeps its `uid` and counts the move.

    Visits without notice are never planned here.
    """
    if planned_for <= at:
        raise OutOfDate
    moving = meeting.planned_for is not None
    if meeting.planned_for == planned_for and meeting.worker == worker.id:
        return ()
    return (
        meeting.events.planned(
            at=at,
            subject=meeting.carer,
            actor=worker.id,
            worker=worker.id,
            planned_for=planned_for,
            uid=meeting.uid if moving else uid,
            moves=meeting.moves + 1 if moving else 0,
        ),
    )


def confirm(meeting: Meeting, carer: Person, at: datetime) -> tuple[Event, ...]:
    """The carer will be there."""
    _check_carer(meeting, carer)
    match meeting.state:
        case MeetingState.CONFIRMED:
            return ()
        case MeetingState.PLANNED:
            return (meeting.events.confirmed(at=at, subject=meeting.carer, actor=carer.id),)
        case _:
            raise OutOfDate


def ask_another_time(meeting: Meeting, carer: Person, at: datetime) -> tuple[Event, ...]:
    """The carer cannot make the planned time; asking again before it was moved changes nothing."""
    _check_carer(meeting, carer)
    if meeting.state not in PLANNED or meeting.passed(at):
        raise OutOfDate
    if meeting.another_time_at is not None:
        return ()
    return (meeting.events.time_asked(at=at, subject=meeting.carer, actor=carer.id),)


def say_held(
    meeting: Meeting, person: Person, held_on: date, at: datetime, policy: Policy
) -> tuple[Event, ...]:
    """One side says that it was held on this local date; when both have, it counts (practice 21).

    The carer is one side and staff the other. The date that was said first is the one that counts.
    """
    if person.standing is not Standing.STAFF:
        _check_carer(meeting, person)
    if held_on > local_date(at, policy.office_hours):
        raise OutOfDate
    carer, held = meeting.carer, meeting.events.held
    said = meeting.events.said_held(at=at, subject=carer, actor=person.id, held_on=held_on)
    if meeting.said_held_by is None or meeting.said_held_on is None:
        return (said,)
    by_carer = meeting.said_held_by == carer
    if by_carer == (person.id == carer):
        return ()
    return said, held(at=at, subject=carer, actor=person.id, held_on=meeting.said_held_on)


def count_as_held(meeting: Meeting, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """Nobody disputed it in the policy's working days, so it counts as held (practice 21)."""
    ends = dispute_ends(meeting, policy)
    if ends is None or at < ends or meeting.said_held_on is None:
        return ()
    return (meeting.events.held(at=at, subject=meeting.carer, held_on=meeting.said_held_on),)


def dispute(meeting: Meeting, carer: Person, at: datetime) -> tuple[Event, ...]:
    """ "It did not happen": no reason is asked, and it must be planned again (practice 21)."""
    _check_carer(meeting, carer)
    if meeting.state is not MeetingState.SAID_HELD and not meeting.passed(at):
        raise OutOfDate
    return (meeting.events.disputed(at=at, subject=meeting.carer, actor=carer.id),)


def dispute_ends(meeting: Meeting, policy: Policy) -> datetime | None:
    """When what was said counts as held: the morning after the last day to dispute it (UTC)."""
    if meeting.state is not MeetingState.SAID_HELD or meeting.said_at is None:
        return None
    said_on = local_date(meeting.said_at, policy.office_hours)
    last = add_working_days(said_on, meeting.days_to_dispute(policy), policy.bank_holidays)
    return instant(last + ONE_DAY, policy.quiet_until, policy.office_hours)


def after(meeting: M, event: Event) -> M:
    """The meeting as it stands after an event of its noun; the only place that says so."""
    match event:
        case Planned():
            return replace(
                _unsaid(meeting),
                state=MeetingState.PLANNED,
                worker=event.worker,
                planned_for=event.planned_for,
                uid=event.uid,
                moves=event.moves,
                told_until=max(event.at, meeting.told_until or event.at),
            )
        case Confirmed():
            return replace(meeting, state=MeetingState.CONFIRMED, another_time_at=None)
        case TimeAsked():
            return replace(meeting, state=MeetingState.PLANNED, another_time_at=event.at)
        case SaidHeld():
            return replace(
                _unsaid(meeting),
                state=MeetingState.SAID_HELD,
                said_held_by=event.actor,
                said_held_on=event.held_on,
                said_at=event.at,
            )
        case Held():
            return as_held(meeting, event.held_on)
        case Disputed():
            return _unplanned(meeting, MeetingState.DISPUTED)
        case _:
            return meeting


def as_held(meeting: M, day: date) -> M:
    """The meeting once it counts as held on that local day: the next one is due.

    The latest day counts: one that is no later than the last moves nothing, and nothing that was
    told about it is told again.
    """
    unplanned = _unplanned(meeting, MeetingState.DUE)
    if meeting.last_held is not None and day <= meeting.last_held:
        return unplanned
    return replace(unplanned, last_held=day, told_until=None)


def _unsaid(meeting: M) -> M:
    return replace(
        meeting, said_held_by=None, said_held_on=None, said_at=None, another_time_at=None
    )


def _unplanned(meeting: M, state: MeetingState) -> M:
    return replace(_unsaid(meeting), state=state, planned_for=None, uid="", moves=0)


def _check_carer(meeting: Meeting, person: Person) -> None:
    if meeting.carer != person.id:
        raise NotYours
