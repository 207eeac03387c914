"""What begins with an import: the start of a new placement, a question to each household."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fostering.home_check import HomeCheck
from fostering.people import Placement
from fostering.placement_start import PlacementStart, is_recent
from storage.census import Census
from storage.database import Reader

LONDON = ZoneInfo("Europe/London")


def today_of(reader: Reader) -> date:
    """The local day of an import."""
    return _day(reader.now)


def begin_placement(before: Census, after: Census, placed: Placement, at: datetime) -> None:
    """A placement that is new to us and only beginning has a start; its first day may move."""
    known = after.starts.get(placed.id)
    if known is not None:
        moved = replace(known, first=placed.first, household=placed.household)
        after.starts[placed.id] = moved
    elif placed.id not in before.placements and is_recent(placed.first, _day(at)):
        after.starts[placed.id] = PlacementStart(
            id=placed.id,
            household=placed.household,
            young_person=placed.young_person,
            first=placed.first,
            brought_at=at,
        )


def begin_checks(after: Census, today: date) -> None:
    """Each household is asked from now on whether anything has changed at home."""
    for id in after.households:
        after.checks.setdefault(id, HomeCheck(id=id, since=today))


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
