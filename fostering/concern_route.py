"""Where a concern or complaint goes: above the person it is about, and never past them.

One manager reads it. Who is above hears only if it is late. Source: SOU-58; NMS 25; practice 15.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fostering.people import Household, Person, Role
from fostering.refusals import NobodyAbove
from fostering.routing import Roster, childs_social_workers, excluded_by_rule, in_role

RANKS = (Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.RESPONSIBLE_INDIVIDUAL)
"""Who may answer, from below; the responsible individual answers for the service as a whole."""
SERVICE, UNSAID, HOME = "service", "unsaid", "home"
"""About the service as a whole; the person rather does not say; about where they live."""
LOWEST, MIDDLE, HIGHEST = range(len(RANKS))


@dataclass(frozen=True, kw_only=True)
class Above:
    """Who answers it, and who must never see it."""

    owner: Person
    excluded: frozenset[UUID]


def above(
    about: str,
    household: Household | None,
    roster: Roster,
    day: date,
    *,
    young: bool = False,
    answered_by: UUID | None = None,
) -> Above:
    """Who answers what is about this: a worker's id in hexadecimal digits, SERVICE or UNSAID.

    About a worker: the team manager. About a manager: the next above. About the service: as high as
    it goes. Unsaid: it may be about anybody near, so the household's own workers and the team
    manager are left out. Staff kept from the household never see it. `young`: a young person wrote,
    so the household's own workers are left out whoever it is about. `answered_by` has answered the
    first stage: the second is for somebody above. Raises NobodyAbove.
    """
    person = next((worker for worker in roster if worker.id.hex == about), None)
    near = _near(household, day) if young or about == UNSAID else frozenset()
    excluded = excluded_by_rule(household, not_safe=False) | near
    excluded |= {who for who in (person.id if person else None, answered_by) if who is not None}
    first = max(_first(about, person), _over(answered_by, roster))
    for rank in _order(about, first):
        below = frozenset(w.id for w in roster for r in RANKS[:rank] if r in w.roles)
        left_out = excluded | (below if rank > LOWEST else frozenset())
        found = in_role(RANKS[rank], roster, day, left_out)
        if found:
            return Above(owner=found[0], excluded=left_out)
    raise NobodyAbove


def _first(about: str, person: Person | None) -> int:
    """The lowest rank that may answer it."""
    if about == UNSAID:
        return MIDDLE
    return _rank(person) + 1


def _over(answered_by: UUID | None, roster: Roster) -> int:
    """The rank above whoever answered the first stage."""
    answered = next((worker for worker in roster if worker.id == answered_by), None)
    return _rank(answered) + 1


def _order(about: str, first: int) -> tuple[int, ...]:
    """In which order the ranks are asked; about the service itself the highest comes first."""
    ranks = tuple(range(first, len(RANKS)))
    return tuple(reversed(ranks))[:2] if about == SERVICE else ranks


def _rank(person: Person | None) -> int:
    """The highest of a worker's own ranks; below all of them, -1."""
    held = (place for place, role in enumerate(RANKS) if person and role in person.roles)
    return max(held, default=-1)


def _near(household: Household | None, day: date) -> frozenset[UUID]:
    """The workers whom the household has to do with every week."""
    if household is None:
        return frozenset()
    found = {household.supervising_social_worker, *childs_social_workers(household, day)}
    return frozenset(worker for worker in found if worker is not None)
