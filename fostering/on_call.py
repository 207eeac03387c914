"""On call: who is first, second and manager at an instant.

The rota decides wherever one of its shifts runs whose worker can be reached; elsewhere the
out-of-hours order of the staff list does. So a page never goes to somebody whose shift is over, and
a rota that has run out, or names only people who have left, never leaves the night with nobody.
"""

from datetime import datetime
from uuid import UUID

from fostering.office_hours import local_date, next_opening, open_at
from fostering.people import Person, Role
from fostering.policy import Policy
from fostering.presence import HOPS, Roster, by_turn, present, stand_in
from fostering.rota_shifts import Place, Shift

WORKERS = (Place.FIRST, Place.SECOND)


def on_call(
    roster: Roster, policy: Policy, at: datetime, excluded: frozenset[UUID] = frozenset()
) -> tuple[Person, ...]:
    """The workers on call at this instant, the first of them first: by the rota, else by turn.

    In the place of who is away stands their cover, and who has accepted a shift in the place of who
    handed it over.
    """
    if covers(roster, policy, at):
        return on_rota(WORKERS, roster, policy, at, excluded)
    in_turn = sorted((p for p in roster if p.turn is not None), key=by_turn)
    holders = (has_shift(person, roster, at) for person in in_turn)
    return present(holders, roster, local_date(at, policy.office_hours), excluded)


def managers_on_call(
    roster: Roster, policy: Policy, at: datetime, excluded: frozenset[UUID] = frozenset()
) -> tuple[Person, ...]:
    """The on-call manager of the rota at this instant; else everybody who has that role."""
    if covers(roster, policy, at):
        return on_rota((Place.MANAGER,), roster, policy, at, excluded)
    in_turn = sorted((p for p in roster if Role.ON_CALL_MANAGER in p.roles), key=by_turn)
    holders = (has_shift(person, roster, at) for person in in_turn)
    return present(holders, roster, local_date(at, policy.office_hours), excluded)


def covers(roster: Roster, policy: Policy, at: datetime) -> bool:
    """Whether the rota decides at this instant: a shift runs, and somebody of it can be reached."""
    return bool(on_rota(tuple(Place), roster, policy, at))


def has_shift(worker: Person, roster: Roster, at: datetime) -> UUID:
    """Who takes the pages of this worker's shift just now; it may be handed on again."""
    known = {person.id: person for person in roster}
    found: Person | None = worker
    last = worker.id
    for _ in range(HOPS):
        relief = found.relief_at(at) if found is not None else None
        if relief is None or relief.held_by is None:
            break
        last = relief.held_by
        found = known.get(last)
    return last


def shift_of(worker: Person, at: datetime) -> Shift | None:
    """The shift of the rota that runs for this worker at this instant."""
    return next((shift for shift in worker.shifts if shift.runs(at)), None)


def place_of(worker: Person, roster: Roster, policy: Policy, at: datetime) -> Place | None:
    """The place in which this worker is paged at this instant; None: in none, as by day.

    Who has handed a shift over still has its place to take back.
    """
    by_rota = covers(roster, policy, at)
    if not by_rota and open_at(at, policy.office_hours, policy.bank_holidays):
        return None
    pair = [person.id for person in on_call(roster, policy, at)]
    if worker.id in pair[:2]:
        return WORKERS[pair.index(worker.id)]
    if worker.id in [person.id for person in managers_on_call(roster, policy, at)]:
        return Place.MANAGER
    if worker.relief_at(at) is None:
        return None
    return _own_place(worker, at)


def shift_ends(worker: Person, roster: Roster, policy: Policy, at: datetime) -> datetime:
    """When the shift that this worker has at this instant ends (aware UTC).

    By the rota, also for who took it over; where it does not decide, when the office opens.
    """
    own = shift_of(worker, at)
    if own is not None and covers(roster, policy, at):
        return own.ends
    taken = (
        other.relief
        for other in roster
        if other.relief is not None
        and other.relief_at(at) is not None
        and has_shift(other, roster, at) == worker.id
    )
    ends = (relief.until for relief in taken)
    office = policy.office_hours, policy.bank_holidays
    return min(ends, default=next_opening(at, *office))


def _own_place(worker: Person, at: datetime) -> Place:
    shift = shift_of(worker, at)
    if shift is not None:
        return shift.place
    return Place.FIRST if worker.turn is not None else Place.MANAGER


def on_rota(
    places: tuple[Place, ...],
    roster: Roster,
    policy: Policy,
    at: datetime,
    excluded: frozenset[UUID] = frozenset(),
) -> tuple[Person, ...]:
    """Who has the shifts of the rota that run now, or stands in; nobody twice.

    An absence counts by the day on which the shift began: whose leave begins at midnight ends the
    night.
    """
    found = (
        stand_in(
            has_shift(worker, roster, at),
            roster,
            local_date(shift.starts, policy.office_hours),
            excluded,
        )
        for place in places
        for worker in roster
        for shift in worker.shifts
        if shift.place is place and shift.runs(at)
    )
    return tuple({person.id: person for person in found if person is not None}.values())
