"""Recording: the units of a turn in one transaction, each whole or not at all."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from fostering.advocacy import Advocacy
from fostering.annual_review import AnnualReview
from fostering.delegated_authority import DelegatedAuthority
from fostering.home_check import HomeCheck
from fostering.invitations import Invitation
from fostering.one_time_links import OneTimeLink
from fostering.people import Person
from fostering.placement_start import PlacementStart
from fostering.private_home_states import PrivateHome
from fostering.request_states import Request
from fostering.supervision import Supervision
from storage import cards, chronology, due, inbox, outgoing, tries
from storage.changes import Change, Decided, Kept, Recording, Told
from storage.database import Database, Writer
from storage.effects import drafts, registry
from storage.effects.writing import versions
from storage.faults import DatabaseFault
from storage.kill_points import RECORDING, pass_point
from storage.placement_tables import (
    delegated_authority,
    home_checks,
    placement_starts,
    private_homes,
)
from storage.tables import (
    advocacies,
    annual_reviews,
    invitations,
    one_time_links,
    people,
    requests,
    supervisions,
)
from storage.tables import drafts as drafts_table

__all__ = ["Change", "Decided", "Kept", "Recording", "Told", "record"]

AGAIN = 3
"""How often a batch is tried again that only met another worker's transaction."""

Placed = tuple[int, Decided]
T = TypeVar("T")
TABLES = (
    (Request, requests, "id"),
    (Supervision, supervisions, "carer"),
    (AnnualReview, annual_reviews, "carer"),
    (Person, people, "id"),
    (Invitation, invitations, "id"),
    (OneTimeLink, one_time_links, "id"),
    (Advocacy, advocacies, "id"),
    (DelegatedAuthority, delegated_authority, "placement"),
    (PlacementStart, placement_starts, "id"),
    (HomeCheck, home_checks, "id"),
    (PrivateHome, private_homes, "id"),
)


async def record(database: Database, units: Sequence[Decided]) -> Recording:
    """Record units in one transaction; a batch that fails is halved until the bad unit is alone."""
    return await _record(database, [*enumerate(units)]) if units else Recording()


async def _record(database: Database, placed: Sequence[Placed], again: int = AGAIN) -> Recording:
    try:
        async with database.writing() as writer:
            recording = await _write(writer, placed)
            pass_point(RECORDING)
        written = (
            event for place, unit in placed if place in recording.recorded for event in unit.events
        )
        database.counts.update(type(event).__name__ for event in written)
        return recording
    except DatabaseFault as fault:
        if fault.passing and again:
            return await _record(database, placed, again - 1)
        kind = fault.kind
    except Exception as fault:  # noqa: BLE001 - whatever one unit does, the others are recorded
        kind = type(fault).__name__
    if len(placed) == 1:
        return Recording(failed=((placed[0][0], kind),))
    half = len(placed) // 2
    first = await _record(database, placed[:half])
    return first + await _record(database, placed[half:])


async def _write(writer: Writer, placed: Sequence[Placed]) -> Recording:
    for _, unit in placed:
        registry.check_effects(unit)
    moved_on = await _Grounds.find(writer, [unit for _, unit in placed])
    good: list[Placed] = []
    moved: list[int] = []
    told_before: list[int] = []
    for place, unit in placed:
        if not moved_on.ours(unit):
            moved.append(place)
        elif any(telling in moved_on.told for telling in unit.told):
            told_before.append(place)
        elif moved_on.holds(unit):
            moved_on.stand_on(unit)
            good.append((place, unit))
        else:
            moved.append(place)
    await _write_good(writer, [unit for _, unit in good])
    done = [u.claim for p, u in placed if p in told_before and u.claim is not None]
    if done:
        await inbox.finish(writer, done)
    return Recording(
        recorded=tuple(place for place, _ in good),
        moved=tuple(moved),
        told_before=tuple(told_before),
    )


class _Grounds:
    """What the units rest on, held until the transaction ends: versions, leases, tellings."""

    def __init__(
        self,
        found: dict[tuple[type, UUID], int],
        drafts_found: dict[UUID, int],
        leased: frozenset[int],
        told: set[Told],
    ) -> None:
        self._found = found
        self._drafts = drafts_found
        self._leased = leased
        self.told = told
        self._taken: set[UUID] = set()

    @classmethod
    async def find(cls, writer: Writer, units: Sequence[Decided]) -> "_Grounds":
        claims = [unit.claim for unit in units if unit.claim is not None]
        ours = await inbox.still_ours(writer, claims) if claims else frozenset()
        found: dict[tuple[type, UUID], int] = {}
        for kind, table, key in TABLES:
            wanted = {c.id for unit in units for c in unit.changes if isinstance(c.entity, kind)}
            rows = await versions(writer, table, key, wanted)
            found |= {(kind, id): version for id, version in rows.items()}
        ids = {k.draft.id for u in units for k in u.kept} | {d for u in units for d, _ in u.dropped}
        there = await versions(writer, drafts_table, "id", ids)
        told = await due.told_before(writer, [t for unit in units for t in unit.told])
        return cls(found, there, ours, set(told))

    def ours(self, unit: Decided) -> bool:
        """Whether its update, if it has one, is still leased by it."""
        return unit.claim is None or unit.claim.arrival in self._leased

    def holds(self, unit: Decided) -> bool:
        """Whether every entity is still as it was when the unit was decided."""
        bases = [(c.id, c.base, self._found.get((type(c.entity), c.id))) for c in unit.changes]
        bases += [(k.draft.id, k.base, self._drafts.get(k.draft.id)) for k in unit.kept]
        bases += [(id, base, self._drafts.get(id)) for id, base in unit.dropped]
        return all(base == there and id not in self._taken for id, base, there in bases)

    def stand_on(self, unit: Decided) -> None:
        """What this unit writes is not as it was for the units after it."""
        self._taken.update(change.id for change in unit.changes)
        self._taken.update(kept.draft.id for kept in unit.kept)
        self._taken.update(id for id, _ in unit.dropped)
        self.told.update(unit.told)


async def _write_good(writer: Writer, units: Sequence[Decided]) -> None:
    events = _all(units, lambda unit: unit.events)
    await due.tell(writer, _all(units, lambda unit: unit.told))
    await registry.save(writer, _all(units, lambda unit: unit.changes), events)
    await drafts.drop(writer, [id for unit in units for id, _ in unit.dropped])
    await drafts.keep(writer, _all(units, lambda unit: unit.kept))
    await chronology.record(writer, events)
    await cards.adopt(writer, _all(units, lambda unit: unit.adopted))
    await outgoing.put(writer, _all(units, lambda unit: unit.rows))
    await tries.add(writer, _all(units, lambda unit: unit.tries))
    for state, parked in (("done", False), ("parked", True)):
        claims = [u.claim for u in units if u.claim is not None and u.parked is parked]
        if claims:
            await inbox.finish(writer, claims, state)


def _all(units: Sequence[Decided], part: Callable[[Decided], Iterable[T]]) -> list[T]:
    return [thing for unit in units for thing in part(unit)]
