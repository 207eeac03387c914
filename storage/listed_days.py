"""The days of care as a list has them: taken over, named where they have passed, and previewed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from fostering.care_day_notes import days_of
from fostering.care_days import CareDay
from fostering.people import Person
from storage.csv_line import Line

COLUMNS = {CareDay.REVIEW: "next_care_review", CareDay.MOVE: "planned_move"}


@dataclass(frozen=True, kw_only=True)
class CareDayRow:
    """A line of care_days.csv: a young person's next care review and planned move; None: no day."""

    where: str
    young_person: str
    review: date | None
    move: date | None


def read_care_days(line: Line) -> CareDayRow:
    """One line of the list."""
    return CareDayRow(
        where=line.where,
        young_person=line.text("young_person", needed=True),
        review=line.day("next_care_review"),
        move=line.day("planned_move"),
    )


def listed(row: CareDayRow, which: CareDay) -> date | None:
    """The day in this line; None where it is empty."""
    return row.review if which is CareDay.REVIEW else row.move


def passed_days(known: Person, row: CareDayRow, today: date) -> Iterator[str]:
    """What is wrong: a day before `today` (local), unless it is the one we have already."""
    for which, column in COLUMNS.items():
        day = listed(row, which)
        if day is not None and day < today and day != days_of(known).day_of(which):
            yield f"{row.where}: {column} has passed: give the next one, or leave it empty"


def with_days(known: Person, row: CareDayRow, at: datetime) -> Person:
    """The person with the days of this line; an empty one takes the day away."""
    days = days_of(known)
    for which in CareDay:
        day = listed(row, which)
        if day != days.day_of(which):
            days = days.with_day(which, day, at)
    return replace(known, care_days=days) if days != days_of(known) else known


def changed_days(old: Person, new: Person) -> list[str]:
    """What changes of these days, in words for staff, as a preview says it."""
    found = []
    for which, column in COLUMNS.items():
        was, now = days_of(old).day_of(which), days_of(new).day_of(which)
        if was != now:
            found.append(f"{column} {was or 'not set'} becomes {now or 'not set'}")
    return found
