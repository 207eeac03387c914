"""Days of care: when a young person's next care review is, and a planned move.

The care review is the young person's own (Care Planning Regulations 2010, part 6), led by the
reviewing officer; it is not the annual review of a carer. Each day is a local date.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class CareDay(StrEnum):
    """Which day of care it is."""

    REVIEW = "review"
    MOVE = "move"


class Occasion(StrEnum):
    """Why a young person is asked how things are, apart from their own schedule."""

    REVIEW = "review"
    """Before a care review."""
    MOVE = "move"
    """Before a planned move."""
    MOVED = "moved"
    """After it."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """For this occasion they were last asked at this instant (aware UTC)."""

    occasion: Occasion
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CareDays:
    """The days of one young person; None where no day is set. A day that has passed stays.

    `since` is when one of them was last set, moved or taken away (aware UTC).
    """

    review: date | None = None
    move: date | None = None
    since: datetime | None = None
    asked: tuple[Asked, ...] = ()

    def day_of(self, which: CareDay) -> date | None:
        """The day of the review, or of the move."""
        return self.review if which is CareDay.REVIEW else self.move

    def with_day(self, which: CareDay, day: date | None, at: datetime) -> "CareDays":
        """The same with this day set, moved or taken away."""
        if which is CareDay.REVIEW:
            return replace(self, review=day, since=at)
        return replace(self, move=day, since=at)

    def asked_at(self, occasion: Occasion) -> datetime | None:
        """When they were last asked for this occasion."""
        return next((each.at for each in self.asked if each.occasion is occasion), None)

    def with_asked(self, occasions: tuple[Occasion, ...], at: datetime) -> "CareDays":
        """The same after they were asked for these occasions."""
        others = tuple(each for each in self.asked if each.occasion not in occasions)
        now = tuple(Asked(occasion=occasion, at=at) for occasion in occasions)
        return replace(self, asked=(*others, *now))
