"""Events of private matters: a manager's switch for one request (practice 14)."""

from dataclasses import dataclass
from uuid import UUID

from fostering.events.event import Event


@dataclass(frozen=True, kw_only=True)
class PrivateMatterStarted(Event):
    """A manager said that the request is a private process; they have it from then on.

    `former` had it before.
    """

    former: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class PrivateMatterEnded(Event):
    """The private process is over, and why: from then on it is seen as any other request."""

    reason: str
