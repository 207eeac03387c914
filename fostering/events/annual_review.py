"""Events of the annual review of a carer's approval."""

from dataclasses import dataclass

from fostering.events.event import Event, personal
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
class AnnualReviewPlanned(Planned, Event):
    """The date of the annual review was fixed, or moved to another time."""


@dataclass(frozen=True, kw_only=True)
class AnnualReviewConfirmed(Confirmed, Event):
    """The carer will be at the annual review."""


@dataclass(frozen=True, kw_only=True)
class AnnualReviewTimeAsked(TimeAsked, Event):
    """The carer needs another time for the annual review; staff have to move it."""


@dataclass(frozen=True, kw_only=True)
class AnnualReviewSaidHeld(SaidHeld, Event):
    """One side said that the annual review was held on this local date."""


@dataclass(frozen=True, kw_only=True)
class AnnualReviewHeld(Held, Event):
    """The annual review counts as held; the next year is counted from its day."""


@dataclass(frozen=True, kw_only=True)
class AnnualReviewDisputed(Disputed, Event):
    """ "It did not happen": no reason is asked (practice 21)."""


@dataclass(frozen=True, kw_only=True)
class AnnualReviewTold(Told, Event):
    """What fell due about the annual review was told once: the rule and its occurrence."""


@dataclass(frozen=True, kw_only=True)
class AnnualReviewViewsSent(Event):
    """The carer has said how the year was; what they said stands in their request."""


@dataclass(frozen=True, kw_only=True)
class AnnualReviewWordsSent(Event):
    """A worker has told the carer how they are doing, by what the review found."""

    words: str = personal()
