"""Events of supervision, and of the reminders that were told."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fostering.events.event import Event


@dataclass(frozen=True, kw_only=True)
class SupervisionPlanned(Event):
    """A supervision was planned or moved to another time."""

    worker: UUID | None
    planned_for: datetime
    uid: str
    moves: int


@dataclass(frozen=True, kw_only=True)
class SupervisionConfirmed(Event):
    """The carer confirmed the planned time."""


@dataclass(frozen=True, kw_only=True)
class AnotherTimeAsked(Event):
    """The carer cannot make the planned time; nothing moves before staff have moved it."""


@dataclass(frozen=True, kw_only=True)
class SupervisionSaidHeld(Event):
    """One side said that the supervision was held on this local date."""

    held_on: date


@dataclass(frozen=True, kw_only=True)
class SupervisionHeld(Event):
    """The supervision counts as held: both said so, or nobody disputed it in time."""

    held_on: date


@dataclass(frozen=True, kw_only=True)
class SupervisionDisputed(Event):
    """ "It did not happen": no reason is asked (practice 21)."""


@dataclass(frozen=True, kw_only=True)
class ReminderTold(Event):
    """A reminder, nudge or overdue notice was told once: the rule and its occurrence."""

    rule: str
    occurrence: str
