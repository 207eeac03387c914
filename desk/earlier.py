"""Earlier: what a person told before that is open still, and whether it still climbs."""

from collections.abc import Collection, Iterator

from desk.unit import Unit
from fostering.requests import Request
from fostering.unsettled import NOT_SAFE


def climbing(unit: Unit, forms: Collection[str]) -> Request | None:
    """The newest of this person's requests from these forms that still climbs (practice 1)."""
    return next((r for r in open_own(unit, forms) if r.still_climbs), None)


def reference_before(unit: Unit, forms: Collection[str]) -> str:
    """The reference of the newest urgent one that is open; "" where there is none.

    Whoever is paged reads it. So it names neither a private process (practice 14) nor what a
    worker was left out of by its author (practice 15), whom the new one may reach. What a young
    person says of not being safe leaves out the same worker every time.
    """
    urgent = (r for r in open_own(unit, forms) if r.escalation is not None and not r.private)
    return next((r.reference for r in urgent if r.form == NOT_SAFE or not r.excluded), "")


def open_own(unit: Unit, forms: Collection[str]) -> Iterator[Request]:
    """This person's open requests from these forms, the newest first."""
    person = unit.scene.person
    if person is None:
        return
    mine = (r for r in unit.scene.requests.values() if r.author == person.id and r.open)
    yield from sorted((r for r in mine if r.form in forms), key=lambda r: r.raised_at, reverse=True)
