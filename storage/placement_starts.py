"""Starts of placements as they stand; the ticks are sealed under the young person's key."""

from collections.abc import Iterable
from dataclasses import fields
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, select

from fostering.information import Fact
from fostering.placement_start import PlacementStart
from storage.columns import columns_of
from storage.database import Reader
from storage.keys import key_of_person
from storage.placement_tables import placement_starts
from storage.sealing import Forgotten
from storage.spelling import read_text, spell_text

SEALED = ("emergency", "not_told", "out_of_date")
COLUMNS = tuple(field.name for field in fields(PlacementStart) if field.name not in SEALED)
ALL = select(placement_starts).order_by(placement_starts.c.id)
BY_ID = ALL.where(placement_starts.c.id.in_(bindparam("ids", expanding=True)))


async def load(reader: Reader, placements: Iterable[UUID]) -> dict[UUID, PlacementStart]:
    """The starts of these placements; a placement without one is left out."""
    wanted = set(placements)
    return await _find(reader, BY_ID, {"ids": [*wanted]}) if wanted else {}


async def every(reader: Reader) -> dict[UUID, PlacementStart]:
    """Every start that is known."""
    return await _find(reader, ALL, {})


async def _find(
    reader: Reader, wanted: Select[tuple[object, ...]], given: dict[str, object]
) -> dict[UUID, PlacementStart]:
    rows = (await reader.connection.execute(wanted, given)).all()
    await reader.vault.fetch({key_of_person(row.young_person) for row in rows})
    return {row.id: _start(reader, row) for row in rows}


def _start(reader: Reader, row: Row[tuple[object, ...]]) -> PlacementStart:
    said: dict[str, list[str] | bool | None] = {}
    try:
        owner = key_of_person(row.young_person)
        opened = reader.vault.open(owner, place(row.id), row.sealed)
        said = read_text(dict[str, object], opened.decode())
    except Forgotten:
        pass
    emergency = said.get("emergency")
    return PlacementStart(
        **columns_of(row, COLUMNS),
        emergency=emergency if isinstance(emergency, bool) else None,
        not_told=_facts(said.get("not_told")),
        out_of_date=_facts(said.get("out_of_date")),
    )


def _facts(said: list[str] | bool | None) -> tuple[Fact, ...]:
    return tuple(Fact(fact) for fact in said) if isinstance(said, list) else ()


def written(start: PlacementStart) -> bytes:
    """What is sealed of a start."""
    return spell_text({name: getattr(start, name) for name in SEALED}).encode()


def place(id: UUID) -> str:
    """What the sealed ticks of a start are bound to."""
    return f"placement_starts.sealed.{id.hex}"
