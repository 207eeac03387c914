"""Events of *Need my manager*: who has a request asks a manager, and keeps it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fostering.events.event import Event


@dataclass(frozen=True, kw_only=True)
class AdviceAsked(Event):
    """Who has the request asked these managers; at `next_at` the next ones are asked."""

    managers: tuple[UUID, ...]
    next_at: datetime


@dataclass(frozen=True, kw_only=True)
class AdviceClimbed(Event):
    """Nobody had said in time that they have seen it: these managers are asked as well."""

    managers: tuple[UUID, ...]
    next_at: datetime


@dataclass(frozen=True, kw_only=True)
class AdviceUnanswered(Event):
    """No manager has said that they have seen it, and there is none left to ask."""


@dataclass(frozen=True, kw_only=True)
class AdviceAnswered(Event):
    """A manager (`actor`) has seen it and will ring whoever asked."""
