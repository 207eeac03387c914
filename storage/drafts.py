"""Drafts as they stand; the answers are sealed under the key of the person who gave them."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from fostering.drafts import Answer, Draft
from storage.columns import columns_of
from storage.database import Reader
from storage.keys import key_of_person
from storage.sealing import Forgotten
from storage.spelling import read_text, spell_text
from storage.tables import drafts

CLEAR = (
    "id",
    "person",
    "form",
    "form_version",
    "language",
    "begun_at",
    "touched_at",
    "request",
    "saved",
    "nudged",
    "version",
)


LATEST_FIRST = select(drafts).order_by(drafts.c.touched_at.desc(), drafts.c.id)
OF_PERSONS = LATEST_FIRST.where(drafts.c.person.in_(bindparam("ids", expanding=True)))
BY_ID = LATEST_FIRST.where(drafts.c.id.in_(bindparam("ids", expanding=True)))


async def of(reader: Reader, persons: Iterable[UUID]) -> dict[UUID, tuple[Draft, ...]]:
    """The drafts of each person, the one touched last first."""
    wanted = set(persons)
    found = await _find(reader, OF_PERSONS, wanted)
    return {person: tuple(d for d in found if d.person == person) for person in wanted}


async def load(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, Draft]:
    """These drafts; ids that are none are left out."""
    return {draft.id: draft for draft in await _find(reader, BY_ID, set(ids))}


async def _find(
    reader: Reader, wanted: Select[tuple[object, ...]], ids: set[UUID]
) -> tuple[Draft, ...]:
    rows = await reader.connection.execute(wanted, {"ids": [*ids]})
    found = rows.all()
    await reader.vault.fetch({key_of_person(row.person) for row in found})
    kept: list[Draft] = []
    for row in found:
        try:
            content = reader.vault.open(key_of_person(row.person), place(row.id), row.sealed)
        except Forgotten:
            continue
        said = read_text(dict[str, object], content.decode())
        kept.append(
            Draft(
                **columns_of(row, CLEAR),
                answers={name: _answer(value) for name, value in said["answers"].items()},
                changing=said["changing"],
                picked=tuple(said["picked"]),
                page=said["page"],
            )
        )
    return tuple(kept)


def written(draft: Draft) -> bytes:
    """What is sealed of a draft: the answers, and where the person is among them."""
    said = {
        "answers": dict(draft.answers),
        "changing": draft.changing,
        "picked": draft.picked,
        "page": draft.page,
    }
    return spell_text(said).encode()


def place(id: UUID) -> str:
    """What a sealed draft is bound to."""
    return f"drafts.sealed.{id.hex}"


def _answer(value: str | int | list[str]) -> Answer:
    return tuple(value) if isinstance(value, list) else value
