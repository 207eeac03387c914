"""Alerts for tonight: what duty must know of children before anybody rings (practice 5, 20).

The names here say *warning*, because *alert* is a word of other trades; people read "alert".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fostering.people import Household, Person, Placement
from fostering.permission import may_see_warnings


@dataclass(frozen=True, kw_only=True)
class Warned:
    """A placement whose alert runs, and the household it is in, as it stands that day."""

    placement: Placement
    household: Household


def running(worker: Person, households: Iterable[Household], day: date) -> tuple[Warned, ...]:
    """The alerts that run on this local day and that this worker may see, by the child's label.

    Never of a household that they are kept from (practice 27). A private process hides none: what
    keeps a child safe tonight is not the matter that it is about (practice 14).
    """
    if not may_see_warnings(worker):
        return ()
    homes = [home.on(day) for home in households if worker.id not in home.kept_from]
    found = [
        Warned(placement=placement, household=home)
        for home in homes
        for placement in home.placements
        if placement.warning_on(day)
    ]
    return tuple(sorted(found, key=lambda each: (each.placement.label, each.placement.id)))
