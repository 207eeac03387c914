"""The event: what every one has, and which of its fields are personal words.

A field made with `personal()` holds personal words: the chronology keeps it in a sealed row under
the key of the person it concerns (`subject`), never in its own line. All other fields are ids and
codes. `request` is None where the event is about a person only.
"""

from dataclasses import dataclass, field, fields
from datetime import datetime
from uuid import UUID

PERSONAL = "personal"


def personal(default: str = "") -> str:
    """Declare a field of personal words."""
    return field(default=default, metadata={PERSONAL: True})


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that has happened at an aware UTC instant; `actor` is None for the clock."""

    at: datetime
    subject: UUID
    actor: UUID | None = None
    request: UUID | None = None

    @classmethod
    def personal_fields(cls) -> frozenset[str]:
        """The names of the fields that hold personal words."""
        return frozenset(f.name for f in fields(cls) if f.metadata.get(PERSONAL))
