"""Events of private homes: a manager's switch for a whole household (practice 14)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fostering.events.event import Event, personal


@dataclass(frozen=True, kw_only=True)
class PrivateHomeStarted(Event):
    """A manager put a household into private process; `reason` is theirs, for managers alone.

    `subject` is one of its carers, under whose key the reason is sealed.
    """

    household: UUID
    reason: str = personal()


@dataclass(frozen=True, kw_only=True)
class PrivateHomeEnded(Event):
    """The private process of a household is over, and why."""

    household: UUID
    reason: str = personal()


@dataclass(frozen=True, kw_only=True)
class PrivateHomeTold(Event):
    """A person told the carers, on this local day; `teller` is the worker who did."""

    household: UUID
    day: date
    teller: UUID


@dataclass(frozen=True, kw_only=True)
class RequestDrawnIn(Event):
    """What the carers had open went to the manager of their household's private process.

    `former` had it before.
    """

    former: UUID | None = None
