"""The product's own people, made from what the office would say of them."""

from dataclasses import replace
from uuid import UUID

from fostering.people import Absence, Person, Relief
from fostering.rota_shifts import Place, Shift
from tests.model.staff_told import Staff, Worker
from tests.rules.cast import CLEO, ROSTER

CAST: dict[str, Person] = {person.name: person for person in ROSTER}
NAMES: dict[UUID, str] = {person.id: person.name for person in ROSTER}


def named(key: UUID | None) -> str | None:
    """The first name of this worker."""
    return NAMES[key] if key is not None else None


def roster(staff: Staff) -> tuple[Person, ...]:
    """The staff list of that moment."""
    return (*(as_person(worker) for worker in staff.values()), CLEO)


def as_person(worker: Worker) -> Person:
    """This worker as the product knows them."""
    relief = (
        Relief(
            until=worker.handed_until,
            held_by=CAST[worker.handed_to].id if worker.handed_to else None,
        )
        if worker.handed_until is not None
        else None
    )
    return replace(
        CAST[worker.name],
        linked=worker.reachable,
        relief=relief,
        shifts=tuple(
            Shift(place=Place(watch.place), starts=watch.starts, ends=watch.ends)
            for watch in worker.watches
        ),
        absences=tuple(
            Absence(
                first=leave.first,
                last=leave.last,
                cover=CAST[leave.cover].id if leave.cover else None,
            )
            for leave in worker.away
        ),
    )
