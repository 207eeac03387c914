"""Alerts for tonight: what duty must know of children before anybody rings (practice 5, 20).

The names here say *warning*, because *alert* is a word of other trades; people read "alert".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from fostering.office_hours import ONE_DAY, local, opening
from fostering.people import Household, Person, Placement
from fostering.permission import may_see_warnings
from fostering.policy import Policy


@dataclass(frozen=True, kw_only=True)
class Warned:
    """A placement whose alert runs, and the household it is in, as it stands that day."""

    placement: Placement
    household: Household


def night_of(policy: Policy, at: datetime) -> date:
    """The local day whose alerts hold at this instant (aware UTC): until the office's opening time
    it is still yesterday's night, so that an alert holds the whole night after its last day.
    """
    here = local(at, policy.office_hours)
    return here.date() if here.time() >= policy.office_hours.opens else here.date() - ONE_DAY


def ends_at(last: date, policy: Policy) -> datetime:
    """Until when an alert with this last day holds (aware UTC): the opening time of the next."""
    return opening(last + ONE_DAY, policy.office_hours)


def running(
    worker: Person,
    households: Iterable[Household],
    day: date,
    night: date,
) -> tuple[Warned, ...]:
    """The alerts that run and that this worker may see, by the child's label.

    `day` is the local day, by which placements count, and `night` that of `night_of`.

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
        if placement.warning_on(night)
    ]
    return tuple(sorted(found, key=lambda each: (each.placement.label, each.placement.id)))
