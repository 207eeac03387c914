"""Sight: who sees whom by households and placements; an import says how that changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fostering.people import Household


@dataclass(frozen=True)
class Sees:
    """One person sees another's matters."""

    viewer: UUID
    seen: UUID


def sight(households: Iterable[Household], day: date) -> frozenset[Sees]:
    """Who sees whom on that day; an ended placement cuts it that day (practice 21)."""
    pairs: set[Sees] = set()
    for home in households:
        living = [p for p in home.placements if p.holds(day)]
        workers = {home.supervising_social_worker} - home.kept_from - {None}
        for carer in home.carers:
            pairs |= {Sees(carer, placed.young_person) for placed in living}
            pairs |= {Sees(worker, carer) for worker in workers if worker}
        for placed in living:
            pairs |= {Sees(worker, placed.young_person) for worker in workers if worker}
            theirs = placed.childs_social_worker
            if theirs is not None and theirs not in home.kept_from:
                pairs.add(Sees(theirs, placed.young_person))
    return frozenset(pairs)
