"""What every event has, and how it says which of its fields are personal words."""

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
