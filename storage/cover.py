"""Cover: absences and the rota, as the rows of an import lay them over a census."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from fostering.people import Absence, Person, Role, Standing
from fostering.permission import DEALS_WITH_URGENT
from fostering.rota_shifts import Place, Shift
from storage.census import Census
from storage.clock import LONDON
from storage.csv_rows import AbsenceRow, RotaRow

KEEP = timedelta(days=7)
"""How long a shift that is over stays known."""
FILLS = {
    Place.FIRST: DEALS_WITH_URGENT,
    Place.SECOND: DEALS_WITH_URGENT,
    Place.MANAGER: frozenset({Role.ON_CALL_MANAGER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER}),
}
"""Which of these roles a place asks for: who is paged must be allowed to see what it is about."""


Wrong = Callable[[str, str], None]
"""Names what is wrong with a row: where, and the reason."""


class Find(Protocol):
    """Finds the person of a reference in a row, who is of one of these standings."""

    def __call__(self, where: str, reference: str, *standings: Standing) -> UUID | None:
        """Who it is; None after a problem was named, or where no reference is given."""
        ...


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A shift of a list, of whom, and in which row."""

    where: str
    worker: UUID
    reference: str
    shift: Shift


def lay_absences(after: Census, rows: Sequence[AbsenceRow], find: Find) -> None:
    """The absences of the workers in the list take the place of what was known of them."""
    away: dict[UUID, list[Absence]] = {}
    for row in rows:
        worker = find(row.where, row.worker, Standing.STAFF, Standing.ADVOCATE)
        known = after.people.get(worker) if worker is not None else None
        # Who stands in for an advocate is of the provider, and of the staff nobody else's cover.
        cover = find(row.where, row.cover, known.standing if known else Standing.STAFF)
        if worker is not None:
            absence = Absence(first=row.first, last=row.last, cover=cover)
            away.setdefault(worker, []).append(absence)
    for id, absences in away.items():
        if id in after.people:
            after.people[id] = replace(after.people[id], absences=tuple(absences))


def lay_rota(
    after: Census, rows: Sequence[RotaRow], find: Find, wrong: Wrong, now: datetime
) -> None:
    """The rota of the list, for its days as a whole: from its first shift's day to its last's.

    What was known of other days stays, but for what has been over for a week.
    """
    if not rows:
        return
    listed = [
        Listed(where=row.where, worker=worker, reference=row.worker, shift=row.shift)
        for row in rows
        if (worker := find(row.where, row.worker, Standing.STAFF)) is not None
    ]
    for line in listed:
        _check_worker(line, after.people.get(line.worker), wrong)
    days = {_day(row.shift) for row in rows}
    first, last = min(days), max(days)
    kept = {
        id: tuple(
            shift
            for shift in person.shifts
            if not first <= _day(shift) <= last and shift.ends > now - KEEP
        )
        for id, person in after.people.items()
    }
    _check_clashes(listed, kept, wrong)
    for id, person in after.people.items():
        theirs = (*kept[id], *(line.shift for line in listed if line.worker == id))
        shifts = tuple(sorted(theirs, key=lambda shift: shift.starts))
        if shifts != person.shifts:
            after.people[id] = replace(person, shifts=shifts)


def rota_changes(before: Census, after: Census) -> list[str]:
    """What the rota gains and loses, one line each, in order of time; for staff, in local time."""
    was, now = _spoken(before), _spoken(after)
    lines = [(key, f"Rota: {words}") for key, words in now.items() if key not in was]
    lines += [(key, f"Rota, no longer: {words}") for key, words in was.items() if key not in now]
    return [words for _, words in sorted(lines, key=lambda line: (line[0][1:], line[1]))]


def _spoken(census: Census) -> dict[tuple[UUID, datetime, datetime, str], str]:
    return {
        (id, shift.starts, shift.ends, shift.place.value): (
            f"{_local(shift.starts)} to {_local(shift.ends)}, {shift.place.value}, {person.name}"
        )
        for id, person in census.people.items()
        for shift in person.shifts
    }


def _check_worker(line: Listed, person: Person | None, wrong: Wrong) -> None:
    if person is None or person.standing is not Standing.STAFF:
        return
    if not person.active:
        wrong(line.where, f"{line.reference} is not active")
    if not person.roles & FILLS[line.shift.place]:
        roles = ", ".join(sorted(FILLS[line.shift.place]))
        place = line.shift.place.value
        wrong(line.where, f"{line.reference} cannot be {place}: none of the roles {roles}")


def _check_clashes(
    listed: Sequence[Listed], kept: dict[UUID, tuple[Shift, ...]], wrong: Wrong
) -> None:
    """Two in one place would leave it open who is paged; one in two, that a climb moves on."""
    known = [(worker, shift) for worker, shifts in kept.items() for shift in shifts]
    for line in listed:
        for worker, shift in known:
            if not line.shift.clashes(shift):
                continue
            if shift.place is line.shift.place:
                begun = _local(max(line.shift.starts, shift.starts))
                wrong(line.where, f"two are {shift.place.value} at {begun}: an overlap")
            elif worker == line.worker:
                wrong(line.where, f"{line.reference} has another place at the same time")
        known.append((line.worker, line.shift))


def _day(shift: Shift) -> date:
    """The local day on which a shift begins: it is counted to that day."""
    return shift.starts.astimezone(LONDON).date()


def _local(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%Y-%m-%d %H:%M}"
