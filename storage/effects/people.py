"""What events about people do to their table; the rest comes from the imported lists."""

from collections.abc import Sequence

from fostering.people import Person
from storage.changes import Change
from storage.database import Writer
from storage.effects.writing import write
from storage.tables import people


async def save(writer: Writer, changes: Sequence[Change]) -> None:
    """Write what has changed of people; their names and numbers come from the lists alone."""
    changed = [
        (
            change.base or 0,
            {
                "id": change.entity.id,
                "language": change.entity.language,
                "active": change.entity.active,
                "relief": change.entity.relief,
                "paging_test": change.entity.paging_test,
                "newcomer": change.entity.newcomer,
                "phone_use": change.entity.phone_use,
                "safe_times": change.entity.safe_times,
                "care_days": change.entity.care_days,
                "held": change.entity.held,
                "next_due_at": change.next_due_at,
                "version": change.version,
            },
        )
        for change in changes
        if isinstance(change.entity, Person)
    ]
    await write(writer, people, "id", [], changed)
