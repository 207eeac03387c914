"""Events of safe times: what a young person chose, what waits, and what was said first."""

from dataclasses import dataclass
from uuid import UUID

from fostering.care_days import Occasion
from fostering.events.event import Event
from fostering.safe_choices import Days, HowOften, PartOfDay


@dataclass(frozen=True, kw_only=True)
class SafeTimesChosen(Event):
    """A young person said whether, and when, this chat may say first that something is new."""

    answers: bool
    part: PartOfDay
    days: Days
    how_often: HowOften


@dataclass(frozen=True, kw_only=True)
class AnswerAwaited(Event):
    """There is an answer to what they said, and they want to hear so at a safe time."""

    answer: UUID


@dataclass(frozen=True, kw_only=True)
class AnswerOpened(Event):
    """They opened an answer by themselves before they had heard of it."""

    answer: UUID


@dataclass(frozen=True, kw_only=True)
class SomethingNewSaid(Event):
    """At a safe time their chat said that something is new; `asked`: how things are was due.

    `occasions` are those for which they count as asked by it.
    """

    answers: bool
    asked: bool
    occasions: tuple[Occasion, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SafeTimeMissed(Event):
    """A safe time passed while nothing could be said; it waits for the next one."""
