"""The asking of a manager, which lives on the request, and what events do to it."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from fostering.events import AdviceAnswered, AdviceAsked, AdviceClimbed, AdviceUnanswered


@dataclass(frozen=True, kw_only=True)
class Advice:
    """Who has a request (`by`) needs a manager (all instants aware UTC).

    `told` are all managers who were asked, the last of them (`asked`) at `asked_at`. At `next_at`
    the next ones are asked; None when one has seen it (`seen_by`), or none is left.
    """

    by: UUID
    asked: tuple[UUID, ...]
    asked_at: datetime
    next_at: datetime | None = None
    told: tuple[UUID, ...] = ()
    seen_by: UUID | None = None
    seen_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether a manager may still say that they have seen it and will ring."""
        return self.seen_by is None


AdviceEvent = AdviceAsked | AdviceClimbed | AdviceUnanswered | AdviceAnswered


def after_advice(advice: Advice | None, event: AdviceEvent) -> Advice | None:
    """The asking as it stands after the event."""
    if isinstance(event, AdviceAsked) and event.actor is not None:
        return Advice(
            by=event.actor,
            asked=event.managers,
            asked_at=event.at,
            next_at=event.next_at,
            told=event.managers,
        )
    if advice is None:
        return None
    match event:
        case AdviceClimbed():
            return replace(
                advice,
                asked=event.managers,
                asked_at=event.at,
                next_at=event.next_at,
                told=(*advice.told, *event.managers),
            )
        case AdviceAnswered():
            return replace(advice, seen_by=event.actor, seen_at=event.at, next_at=None)
        case _:
            return replace(advice, next_at=None)
