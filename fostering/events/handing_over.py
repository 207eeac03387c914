"""Events of handing over: a request offered to a colleague, or the pages of a whole shift."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fostering.events.event import Event


@dataclass(frozen=True, kw_only=True)
class HandoverOffered(Event):
    """Who has the request asked a colleague (`to`) to take it; it stays with them until then."""

    to: UUID
    ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class HandoverAccepted(Event):
    """The colleague took it from the one who had it (`former`)."""

    former: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class HandoverRefused(Event):
    """The colleague said that they cannot take it, and why; it stays where it was."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class HandoverRecalled(Event):
    """Who has the request keeps it after all, before the colleague (`asked`) had answered."""

    asked: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class HandoverLapsed(Event):
    """The colleague (`asked`) did not answer in time; it stays where it was."""

    asked: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ShiftOffered(Event):
    """A worker on call (`subject`) cannot take pages, and the next on the ladder (`to`) was asked.

    Pages go on as before until they accept. `until` is the end of the shift.
    """

    to: UUID
    ends_at: datetime
    until: datetime


@dataclass(frozen=True, kw_only=True)
class ShiftAccepted(Event):
    """The one who was asked takes the pages of this shift (`subject` had it)."""


@dataclass(frozen=True, kw_only=True)
class ShiftRefused(Event):
    """The one who was asked cannot take the shift either; of the clock: they did not answer."""

    asked: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ShiftUncovered(Event):
    """Nobody on the ladder accepted: pages go on as before, and these managers were told."""

    managers: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ShiftResumed(Event):
    """The worker takes pages after all."""
