"""Presence: who of the staff can be reached on a day, and who stands in for whom."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from fostering.people import Person, Role, Standing

HOPS = 3
"""How often cover may itself be covered."""

Roster = Sequence[Person]
"""The service's active staff."""


def in_role(
    role: Role, roster: Roster, day: date, excluded: frozenset[UUID] = frozenset()
) -> tuple[Person, ...]:
    """Everybody present who does that, or stands in for who does; always in the same order."""
    holders = sorted((p for p in roster if role in p.roles), key=by_turn)
    return present((person.id for person in holders), roster, day, excluded)


def stand_in(
    worker: UUID, roster: Roster, day: date, excluded: frozenset[UUID] = frozenset()
) -> Person | None:
    """The worker if they can be reached that day, else who covers for them, a few hops at most."""
    known = {person.id: person for person in roster}
    for _ in range(HOPS + 1):
        person = known.get(worker)
        if person is None or person.standing is not Standing.STAFF or worker in excluded:
            return None
        if not person.away(day):
            return person if person.active and person.linked else None
        covers = (a.cover for a in person.absences if a.first <= day <= a.last)
        cover = next((c for c in covers if c is not None), None)
        if cover is None:
            return None
        worker = cover
    return None


def covered_by(
    worker: UUID,
    others: Iterable[UUID],
    roster: Roster,
    day: date,
    excluded: frozenset[UUID] = frozenset(),
) -> frozenset[UUID]:
    """Those of the others for whom this worker stands in on that day."""
    found = ((other, stand_in(other, roster, day, excluded)) for other in others if other != worker)
    return frozenset(other for other, person in found if person and person.id == worker)


def present(
    workers: Iterable[UUID], roster: Roster, day: date, excluded: frozenset[UUID] = frozenset()
) -> tuple[Person, ...]:
    """These workers, or who stands in for them, in this order; nobody twice."""
    found = (stand_in(worker, roster, day, excluded) for worker in workers)
    return tuple({person.id: person for person in found if person is not None}.values())


def by_turn(person: Person) -> tuple[int, int]:
    """Who has no turn comes after who has; then by id, so that the order never wavers."""
    return (person.turn if person.turn is not None else 1_000_000, person.id.int)
