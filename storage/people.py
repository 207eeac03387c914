"""People of every standing, their names and numbers sealed under their own keys."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import Executable, Row, bindparam, exists, select, union_all

from fostering.people import Person, Standing
from storage.columns import columns_of
from storage.database import Reader
from storage.keys import key_of_person
from storage.sealing import Forgotten
from storage.spelling import read_text, spell_text
from storage.tables import links, people

DAYS = ("born", "approved", "reviewed")
"""Days that are sealed with the name."""

CLEAR = (
    "id",
    "standing",
    "language",
    "version",
    "active",
    "roles",
    "absences",
    "turn",
    "shifts",
    "household",
    "relief",
    "paging_test",
    "newcomer",
    "phone_use",
    "safe_times",
    "care_days",
    "held",
)


ANYBODY = (
    select(people, exists().where(links.c.person == people.c.id).label("linked"))
    .where(people.c.forgotten_at.is_(None))
    .order_by(people.c.id)
)
BY_ID = ANYBODY.where(people.c.id.in_(bindparam("ids", expanding=True)))
ACTIVE_STAFF = ANYBODY.where(people.c.standing == Standing.STAFF, people.c.active).order_by(None)
BY_ID_AND_STAFF = union_all(BY_ID.order_by(None), ACTIVE_STAFF)
"""Whoever is of the staff themselves may be found twice."""
ACTIVE_ADVOCATES = ANYBODY.where(people.c.standing == Standing.ADVOCATE, people.c.active).order_by(
    None
)
"""Without an order: these lists have their own, and SQLite would walk through everybody for it."""


async def load(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, Person]:
    """These people; ids that are none, and forgotten people, are left out."""
    wanted = set(ids)
    return {person.id: person for person in await _find(reader, BY_ID, {"ids": [*wanted]})}


async def roster(reader: Reader) -> tuple[Person, ...]:
    """All active staff members, those of the out-of-hours order first."""
    return _in_turn(await _find(reader, ACTIVE_STAFF))


async def with_roster(
    reader: Reader, ids: Iterable[UUID]
) -> tuple[dict[UUID, Person], tuple[Person, ...]]:
    """These people, and all active staff members: what every turn begins with, asked at once."""
    wanted = set(ids)
    found = {p.id: p for p in await _find(reader, BY_ID_AND_STAFF, {"ids": [*wanted]})}
    staff = [p for p in found.values() if p.standing is Standing.STAFF and p.active]
    return {id: found[id] for id in sorted(wanted & found.keys())}, _in_turn(staff)


async def advocates(reader: Reader) -> tuple[Person, ...]:
    """The provider's people, in the provider's own order: nobody of them is on the roster."""
    return _in_turn(await _find(reader, ACTIVE_ADVOCATES))


def _in_turn(found: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(found, key=lambda p: (p.turn is None, p.turn or 0, p.id)))


async def every(reader: Reader) -> tuple[Person, ...]:
    """Everybody who is not forgotten."""
    return await _find(reader, ANYBODY)


async def named(reader: Reader, words: str) -> tuple[Person, ...]:
    """The person of this reference of the service's own; else all whose name holds these words."""
    known = await by_import_reference(reader, [words.strip()])
    if known:
        return tuple((await load(reader, known.values())).values())
    wanted = words.casefold().split()
    found = [p for p in await every(reader) if all(w in p.name.casefold() for w in wanted)]
    return tuple(sorted(found, key=lambda p: (p.name, p.id)))


async def by_import_reference(reader: Reader, references: Iterable[str]) -> dict[str, UUID]:
    """Ids of people by the service's own reference, from the imported lists."""
    hashes = {reference_hash(reader, reference): reference for reference in references}
    found = await reader.connection.execute(
        select(people.c.id, people.c.reference_hash).where(people.c.reference_hash.in_(hashes))
    )
    return {hashes[row.reference_hash]: row.id for row in found}


async def _find(
    reader: Reader,
    wanted: Executable,
    given: dict[str, object] | None = None,
) -> tuple[Person, ...]:
    rows = (await reader.connection.execute(wanted, given)).all()
    await reader.vault.fetch({key_of_person(row.id) for row in rows})
    return tuple(person for row in rows if (person := _person(reader, row)) is not None)


def _person(reader: Reader, row: Row[tuple[object, ...]]) -> Person | None:
    try:
        content = reader.vault.open(key_of_person(row.id), place(row.id), row.sealed)
    except Forgotten:
        return None
    said = read_text(dict[str, object], content.decode())
    return Person(
        **columns_of(row, CLEAR),
        linked=bool(row.linked),
        name=said["name"],
        telephone=said["telephone"],
        address=said.get("address", ""),
        born=_day(said.get("born")),
        approved=_day(said.get("approved")),
        reviewed=_day(said.get("reviewed")),
    )


def _day(said: object) -> date | None:
    return date.fromisoformat(said) if isinstance(said, str) else None


def written(person: Person) -> bytes:
    """What is sealed of a person."""
    return spell_text(
        {
            "name": person.name,
            "telephone": person.telephone,
            "address": person.address,
            **{name: getattr(person, name) for name in DAYS},
        }
    ).encode()


def place(id: UUID) -> str:
    """What a person's sealed words are bound to."""
    return f"people.sealed.{id.hex}"


def reference_hash(reader: Reader, reference: str) -> bytes:
    """The blind index of the service's own reference for a person, household or placement."""
    return reader.vault.hash("reference", reference.strip().casefold())
