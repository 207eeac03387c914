"""Writes what an import changes: only rows that differ, in the order they lean on each other."""

from collections.abc import Sequence
from uuid import UUID

from fostering.meeting import Meeting
from fostering.people import Household, Person, Placement
from storage.census import Census
from storage.database import Writer
from storage.dialects import insert
from storage.effects import delegated_authority as authority_effects
from storage.effects import home_checks as check_effects
from storage.effects import placement_starts as start_effects
from storage.households import label_place, sealed_label
from storage.keys import key_of_person
from storage.meetings import ANNUAL_REVIEWS, SUPERVISIONS
from storage.people import CLEAR, place, written
from storage.placement_tables import delegated_authority, home_checks, placement_starts
from storage.tables import annual_reviews, households, people, placements, supervisions

Row = dict[str, object]


async def write_census(writer: Writer, before: Census, after: Census) -> None:
    """Write every entity that is new or has changed."""
    names = {
        name: {id: hashed for hashed, id in known.items()}
        for name, known in after.references.items()
    }
    await writer.vault.make((key_of_person(id) for id in after.people), writer.now)
    for id, home in after.households.items():
        if not _same_home(home, before.households.get(id)):
            await _write(writer, "households", _home_row(home, names["household"].get(id)))
    for id, person in after.people.items():
        if person != before.people.get(id):
            known = before.people.get(id)
            row = _person_row(writer, person, names["person"].get(id), known)
            row |= _looked_at_anew(writer, person, known)
            await _write(writer, "people", row)
    for id, placed in after.placements.items():
        if placed != before.placements.get(id):
            row = _placement_row(writer, placed, names["placement"].get(id))
            await _write(writer, "placements", row)
    await _write_meetings(writer, before, after)
    await _write_authorities(writer, before, after)
    await _write_begun(writer, before, after)


async def _write_meetings(writer: Writer, before: Census, after: Census) -> None:
    for carer, supervision in after.supervisions.items():
        old = before.supervisions.get(carer)
        if supervision != old:
            row = _meeting_row(writer, supervision, old, SUPERVISIONS.columns)
            await _write(writer, "supervisions", row)
    for carer, review in after.annual_reviews.items():
        known = before.annual_reviews.get(carer)
        if review != known or _comes_or_goes(carer, before, after):
            row = _meeting_row(writer, review, known, ANNUAL_REVIEWS.columns)
            await _write(writer, "annual_reviews", row)


async def _write_authorities(writer: Writer, before: Census, after: Census) -> None:
    """Who decides what, of the placements where the list has changed it."""
    for placement, authority in after.authorities.items():
        known = before.authorities.get(placement)
        if authority != known:
            version = 1 if known is None else known.version + 1
            row = dict(authority_effects.row(writer, authority, version))
            await _write(writer, "delegated_authority", row)


async def _write_begun(writer: Writer, before: Census, after: Census) -> None:
    """Starts of placements and questions to households; the clock looks at each at once."""
    for id, start in after.starts.items():
        known = before.starts.get(id)
        if start != known:
            version = 1 if known is None else known.version + 1
            row = dict(start_effects.row(writer, start, version, writer.now))
            await _write(writer, "placement_starts", row)
    for id in after.checks.keys() - before.checks.keys():
        row = dict(check_effects.row(after.checks[id], 1, writer.now))
        await _write(writer, "home_checks", row)


TABLES = {
    "households": (households, "id"),
    "people": (people, "id"),
    "placements": (placements, "id"),
    "supervisions": (supervisions, "carer"),
    "annual_reviews": (annual_reviews, "carer"),
    "delegated_authority": (delegated_authority, "placement"),
    "placement_starts": (placement_starts, "id"),
    "home_checks": (home_checks, "id"),
}


async def _write(writer: Writer, name: str, row: Row) -> None:
    table, key = TABLES[name]
    line = insert(writer.connection, table).values(row)
    await writer.connection.execute(
        line.on_conflict_do_update(
            index_elements=[key], set_={n: line.excluded[n] for n in row if n != key}
        )
    )


def _same_home(home: Household, old: Household | None) -> bool:
    if old is None:
        return False
    return (home.supervising_social_worker, home.kept_from) == (
        old.supervising_social_worker,
        old.kept_from,
    )


def _home_row(home: Household, hashed: bytes | None) -> Row:
    return {
        "id": home.id,
        "reference_hash": hashed,
        "supervising_social_worker": home.supervising_social_worker,
        "kept_from": home.kept_from,
    }


def _person_row(writer: Writer, person: Person, hashed: bytes | None, known: Person | None) -> Row:
    """Who leaves with this list has left now; who had left before keeps their day."""
    leaves = not person.active and (known is None or known.active)
    stays_away = not (person.active or leaves)
    return {
        **{name: getattr(person, name) for name in CLEAR},
        **({} if stays_away else {"left_at": writer.now if leaves else None}),
        "version": 1 if known is None else person.version + 1,
        "reference_hash": hashed,
        "sealed": writer.vault.seal(key_of_person(person.id), place(person.id), written(person)),
    }


def _looked_at_anew(writer: Writer, person: Person, old: Person | None) -> Row:
    """Whose shifts or days of care have changed, the clock looks at at once."""
    same = person.shifts == (old.shifts if old is not None else ())
    same &= person.care_days == (old.care_days if old is not None else None)
    return {} if same else {"next_due_at": writer.now}


def _placement_row(writer: Writer, placed: Placement, hashed: bytes | None) -> Row:
    owner = key_of_person(placed.young_person)
    return {
        "id": placed.id,
        "reference_hash": hashed,
        "household": placed.household,
        "young_person": placed.young_person,
        "childs_social_worker": placed.childs_social_worker,
        "authority": placed.authority,
        "first": placed.first,
        "last": placed.last,
        "sealed": writer.vault.seal(owner, label_place(placed.id), sealed_label(placed)),
    }


def _comes_or_goes(carer: UUID, before: Census, after: Census) -> bool:
    """Whether the clock must look anew: nothing is due of who has left, until they are back."""
    old = before.people.get(carer)
    return old is not None and old.active != after.people[carer].active


def _meeting_row(
    writer: Writer, meeting: Meeting, old: Meeting | None, columns: Sequence[str]
) -> Row:
    """The clock looks at it at once, and works out itself when it must look again."""
    return {
        **{name: getattr(meeting, name) for name in columns},
        "version": 1 if old is None else meeting.version + 1,
        "next_due_at": writer.now,
    }
