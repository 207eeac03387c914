"""Noting a day of care: set, moved with a reason, or taken away with a reason.

"Wrong dates corrected with a reason" (practice 6); the import of the service's lists is the other
way in. Who may do it is asked by `fostering/delegated_authority.may_note`.
"""

from datetime import date, datetime

from fostering.care_days import CareDay, CareDays
from fostering.events import CareDayNoted, Event
from fostering.people import Person
from fostering.refusals import DayPassed, ReasonMissing


def days_of(person: Person) -> CareDays:
    """The days that are set for this young person, perhaps none."""
    return person.care_days or CareDays()


def note_care_day(
    person: Person,
    worker: Person,
    which: CareDay,
    day: date | None,
    reason: str,
    at: datetime,
    today: date,
) -> tuple[Event, ...]:
    """Set, move or take away (None) a day; `()` where it is so already.

    Raises DayPassed for a day before `today` (the service's local date), ReasonMissing where a day
    that is still to come moves, or any day is taken away, without saying why.
    """
    known = days_of(person).day_of(which)
    if day == known:
        return ()
    if day is not None and day < today:
        raise DayPassed
    moves = known is not None and (day is None or known >= today)
    if moves and not reason.strip():
        raise ReasonMissing
    return (
        CareDayNoted(
            at=at, subject=person.id, actor=worker.id, which=which, day=day, reason=reason
        ),
    )
