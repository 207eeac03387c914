"""Households with their carers, their placements and their supervising social worker."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import BindParameter, Row, bindparam, or_, select

from fostering.people import Household, Person, Placement, Standing
from storage import private_homes
from storage.database import Reader
from storage.keys import key_of_person
from storage.sealing import Forgotten
from storage.spelling import read_text, spell_text
from storage.tables import households, people, placements

IDS: BindParameter[UUID] = bindparam("ids", expanding=True)
LIVED = (
    select(placements.c.young_person, placements.c.household)
    .where(placements.c.young_person.in_(IDS), placements.c.first <= bindparam("today"))
    .order_by(placements.c.first)
)
HOMES = (
    select(households, *private_homes.JOINED)
    .outerjoin(private_homes.TABLE, private_homes.TABLE.c.id == households.c.id)
    .where(households.c.id.in_(IDS))
)
MEMBERS = select(people.c.id, people.c.household, people.c.standing).where(
    people.c.household.in_(IDS), people.c.active
)
"""Carers are picked out afterwards: asked for here, SQLite would walk through all there are."""
PLACED = (
    select(placements)
    .where(placements.c.household.in_(IDS))
    .order_by(placements.c.first, placements.c.id)
)
RUNNING = select(placements).where(
    placements.c.first <= bindparam("day"),
    or_(placements.c.last.is_(None), placements.c.last > bindparam("day")),
)


async def of(reader: Reader, persons: Iterable[Person]) -> dict[UUID, Household]:
    """The household of each carer, or of each young person's last placement."""
    everybody = [*persons]
    where = {person.id: person.household for person in everybody if person.household}
    young = [p.id for p in everybody if p.standing is Standing.YOUNG_PERSON]
    if young:
        given = {"ids": young, "today": reader.now.date()}
        lived = await reader.connection.execute(LIVED, given)
        where |= {row.young_person: row.household for row in lived}
    found = await load(reader, where.values())
    return {person: found[home] for person, home in where.items() if home in found}


async def load(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, Household]:
    """These households; ids that are none are left out."""
    wanted = set(ids)
    if not wanted:
        return {}
    homes = await reader.connection.execute(HOMES, {"ids": [*wanted]})
    members = await reader.connection.execute(MEMBERS, {"ids": [*wanted]})
    together: dict[UUID, set[UUID]] = {}
    for row in members:
        if row.standing == Standing.CARER:
            together.setdefault(row.household, set()).add(row.id)
    placed = await _placements(reader, wanted)
    return {
        row.id: Household(
            id=row.id,
            carers=frozenset(together.get(row.id, ())),
            supervising_social_worker=row.supervising_social_worker,
            placements=tuple(p for p in placed if p.household == row.id),
            kept_from=row.kept_from,
            process=private_homes.beside(row),
        )
        for row in homes
    }


async def every(reader: Reader) -> tuple[Household, ...]:
    """All households."""
    ids = await reader.connection.scalars(select(households.c.id).order_by(households.c.id))
    return tuple((await load(reader, ids)).values())


async def warned(reader: Reader, day: date, night: date) -> tuple[Household, ...]:
    """The households of which an alert about a child placed there that `day` runs that `night`."""
    running = await _opened(reader, (await reader.connection.execute(RUNNING, {"day": day})).all())
    return tuple(
        (await load(reader, {p.household for p in running if p.warning_on(night)})).values()
    )


async def _placements(reader: Reader, homes: set[UUID]) -> list[Placement]:
    return await _opened(reader, (await reader.connection.execute(PLACED, {"ids": [*homes]})).all())


async def _opened(reader: Reader, rows: Sequence[Row[tuple[object, ...]]]) -> list[Placement]:
    await reader.vault.fetch({key_of_person(row.young_person) for row in rows})
    return [_placement(reader, row) for row in rows]


def _placement(reader: Reader, row: Row[tuple[object, ...]]) -> Placement:
    try:
        owner = key_of_person(row.young_person)
        sealed = reader.vault.open(owner, label_place(row.id), row.sealed).decode()
        said = read_text(dict[str, str], sealed)
    except Forgotten:
        said = {}
    until, listed = said.get("alert_until", ""), said.get("alert_listed", "")
    return Placement(
        id=row.id,
        household=row.household,
        young_person=row.young_person,
        label=said.get("label", ""),
        number=said.get("number", ""),
        alert=said.get("alert", ""),
        alert_until=date.fromisoformat(until) if until else None,
        alert_listed=date.fromisoformat(listed) if listed else None,
        first=row.first,
        last=row.last,
        childs_social_worker=row.childs_social_worker,
        authority=row.authority,
    )


def sealed_label(placement: Placement) -> bytes:
    """What is sealed of a placement, under the young person's key."""
    until, listed = placement.alert_until, placement.alert_listed
    return spell_text(
        {
            "label": placement.label,
            "number": placement.number,
            "alert": placement.alert,
            "alert_until": until.isoformat() if until is not None else "",
            "alert_listed": listed.isoformat() if listed is not None else "",
        }
    ).encode()


def label_place(id: UUID) -> str:
    """What the sealed label of a placement is bound to."""
    return f"placements.sealed.{id.hex}"
