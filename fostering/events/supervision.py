"""Events of supervision, and of the reminders that were told."""

from dataclasses import dataclass

from fostering.events.event import Event
from fostering.events.meetings import (
    Confirmed,
    Disputed,
    Held,
    Planned,
    SaidHeld,
    TimeAsked,
    Told,
)


@dataclass(frozen=True, kw_only=True)
class SupervisionPlanned(Planned, Event):
    """A supervision was planned or moved to another time."""


@dataclass(frozen=True, kw_only=True)
class SupervisionConfirmed(Confirmed, Event):
    """The carer confirmed the planned time."""


@dataclass(frozen=True, kw_only=True)
class AnotherTimeAsked(TimeAsked, Event):
    """The carer cannot make the planned time; nothing moves before staff have moved it."""


@dataclass(frozen=True, kw_only=True)
class SupervisionSaidHeld(SaidHeld, Event):
    """One side said that the supervision was held on this local date."""


@dataclass(frozen=True, kw_only=True)
class SupervisionHeld(Held, Event):
    """The supervision counts as held: both said so, or nobody disputed it in time."""


@dataclass(frozen=True, kw_only=True)
class SupervisionDisputed(Disputed, Event):
    """ "It did not happen": no reason is asked (practice 21)."""


@dataclass(frozen=True, kw_only=True)
class ReminderTold(Told, Event):
    """A reminder, nudge or overdue notice was told once: the rule and its occurrence."""
