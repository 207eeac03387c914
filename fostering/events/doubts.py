"""Events of reminders of which nobody knows whether they came through."""

from dataclasses import dataclass
from uuid import UUID

from fostering.events.event import Event


@dataclass(frozen=True, kw_only=True)
class DoubtSettled(Event):
    """A worker (`actor`) had a reminder in doubt told again, or says that the person knows.

    `message` is its row in the outbox, `what` a code of what it was about.
    """

    message: UUID
    what: str
    again: bool
