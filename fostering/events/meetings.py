"""What can happen to any meeting of a carer with the service; each noun has events of its own."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Planned:
    """It was planned or moved to another time."""

    worker: UUID | None
    planned_for: datetime
    uid: str
    moves: int


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """The carer confirmed the planned time."""


@dataclass(frozen=True, kw_only=True)
class TimeAsked:
    """The carer cannot make the planned time; nothing moves before staff have moved it."""


@dataclass(frozen=True, kw_only=True)
class SaidHeld:
    """One side said that it was held on this local date."""

    held_on: date


@dataclass(frozen=True, kw_only=True)
class Held:
    """It counts as held: both said so, or nobody disputed it in time."""

    held_on: date


@dataclass(frozen=True, kw_only=True)
class Disputed:
    """ "It did not happen": no reason is asked (practice 21)."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """Something about it was told once: the rule and its occurrence."""

    rule: str
    occurrence: str
