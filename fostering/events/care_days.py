"""Events of the days of care: a worker set, moved or took away a care review or a planned move."""

from dataclasses import dataclass
from datetime import date

from fostering.care_days import CareDay
from fostering.events.event import Event, personal


@dataclass(frozen=True, kw_only=True)
class CareDayNoted(Event):
    """A worker wrote down the day of a young person's next care review, or of a planned move.

    `day` is a local date, None where it was taken away; `reason` says why a day moved.
    """

    which: CareDay
    day: date | None
    reason: str = personal()
