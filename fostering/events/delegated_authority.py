"""Events of delegated authority: who decides what was written down, or set anew."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fostering.events.event import Event, personal


@dataclass(frozen=True, kw_only=True)
class DeciderNoted(Event):
    """A worker wrote down who decides one thing for a child, and the child's own say in it.

    `day` is the local day of it. `decider` or `own` is "" where that is not written down.
    """

    placement: UUID
    day: date
    decision: str = personal()
    decider: str = personal()
    own: str = personal()
