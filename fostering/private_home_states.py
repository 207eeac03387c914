"""A household in private process, as it stands: since when, by whom, and whether they know."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from fostering.events import Event, PrivateHomeEnded, PrivateHomeStarted, PrivateHomeTold


@dataclass(frozen=True, kw_only=True)
class PrivateHome:
    """The private process of one household; `id` is the household's. Instants are aware UTC.

    It runs from `since`, when the manager `by` pressed the switch, until `ended_at`. `told_on` is
    the local day on which the worker `told_by` told the carers; None: nobody has.
    """

    id: UUID
    since: datetime
    by: UUID
    ended_at: datetime | None = None
    told_on: date | None = None
    told_by: UUID | None = None
    version: int = 1

    @property
    def running(self) -> bool:
        """Whether the household is in private process now."""
        return self.ended_at is None


def after(known: PrivateHome | None, event: Event) -> PrivateHome:
    """The private process as it stands after the event; a new one begins with nobody told.

    Raises ValueError for an event of a household that never was in one.
    """
    if isinstance(event, PrivateHomeStarted):
        if event.actor is None:
            raise ValueError("nobody pressed the switch")
        return PrivateHome(id=event.household, since=event.at, by=event.actor)
    if known is None:
        raise ValueError(f"{type(event).__name__} without a private process")
    match event:
        case PrivateHomeEnded() if event.household == known.id:
            return replace(known, ended_at=event.at)
        case PrivateHomeTold() if event.household == known.id:
            return replace(known, told_on=event.day, told_by=event.teller)
        case _:
            return known
