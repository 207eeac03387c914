"""What a young person chose of safe times, and what waits for the next of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class PartOfDay(StrEnum):
    """The part of the day at which a message is safe; the policy names its times."""

    MORNING = "morning"
    AFTER_SCHOOL = "after_school"
    EVENING = "evening"


class Days(StrEnum):
    """The days on which a message is safe."""

    EVERY_DAY = "every_day"
    WEEKDAYS = "weekdays"
    WEEKENDS = "weekends"


class HowOften(StrEnum):
    """How often they want to be asked how things are."""

    NEVER = "never"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    OCCASIONS = "occasions"
    """Only before a care review, and before and after a planned move."""


@dataclass(frozen=True, kw_only=True)
class SafeTimes:
    """When this chat may say first that something is new. Never, unless they chose it.

    `answers`: they want to hear here that there is an answer. `waiting` are the requests whose
    answer they have neither opened nor heard of. The next safe time is looked for from `since`
    for an answer, from `ask_since` for the question how things are, which was last asked at
    `asked_at` (all aware UTC).
    """

    answers: bool = False
    part: PartOfDay = PartOfDay.AFTER_SCHOOL
    days: Days = Days.EVERY_DAY
    how_often: HowOften = HowOften.NEVER
    waiting: tuple[UUID, ...] = ()
    since: datetime | None = None
    ask_since: datetime | None = None
    asked_at: datetime | None = None

    @property
    def on(self) -> bool:
        """Whether anything is ever said first."""
        return self.answers or self.how_often is not HowOften.NEVER
