"""Supervisors: who hears of a carer's meeting while its worker is away or cannot be reached."""

from datetime import date
from uuid import UUID

from fostering.people import Household, Person, Placement, Role
from fostering.routing import MANAGERS, Roster, in_role, stand_in


def who_hears(
    worker: UUID | None, household: Household | None, roster: Roster, day: date
) -> Person | None:
    """The worker, else who covers for them, else a manager; None where nobody can be reached.

    `day` is the service's local date. Never somebody who is kept from the household (practice 27).
    """
    kept_from = household.kept_from if household is not None else frozenset()
    found = stand_in(worker, roster, day, kept_from) if worker is not None else None
    if found is not None:
        return found
    managers = (m for role in MANAGERS for m in in_role(role, roster, day, kept_from))
    return next(managers, None)


def team_managers(household: Household | None, roster: Roster, day: date) -> tuple[Person, ...]:
    """The team managers present that day, but for those who are kept from the household."""
    kept_from = household.kept_from if household is not None else frozenset()
    return in_role(Role.TEAM_MANAGER, roster, day, kept_from)


def service_managers(household: Household | None, roster: Roster, day: date) -> tuple[Person, ...]:
    """The service managers present that day, else the team managers; none who is kept from it."""
    kept_from = household.kept_from if household is not None else frozenset()
    found = in_role(Role.SERVICE_MANAGER, roster, day, kept_from)
    return found or team_managers(household, roster, day)


def asks_the_child(
    placement: Placement, household: Household, roster: Roster, day: date
) -> Person | None:
    """The child's social worker, or who covers; None where none of them can be reached here."""
    worker = placement.childs_social_worker
    if worker is None:
        return None
    return stand_in(worker, roster, day, household.kept_from)


def stands_in_for(person: Person, roster: Roster, day: date) -> frozenset[UUID]:
    """The workers whose supervisions this person hears of that day, themselves among them."""
    heard = ((worker.id, who_hears(worker.id, None, roster, day)) for worker in roster)
    return frozenset({w for w, hears in heard if hears is not None and hears.id == person.id})
