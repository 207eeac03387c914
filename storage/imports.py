"""Imports of the service's own lists: looked at first, then taken in whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from fostering.events import Event, PersonImported, PersonUnlinked
from fostering.people import Person, Standing
from storage import chronology, links
from storage.census import Census, load_census
from storage.census_writing import write_census
from storage.clock import LONDON
from storage.cover import rota_changes
from storage.csv_rows import read_lists
from storage.database import Database, Writer
from storage.joining import join
from storage.listed_days import changed_days
from storage.sight import Sees, sight

TELEGRAM_AGE = 16


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a run changes, in plain lines for staff; with `problems` nothing at all is taken in.

    `remarks` name what stands in the lists otherwise than we have it, and was not taken.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


async def preview(database: Database, paths: Sequence[Path], at: datetime) -> Preview:
    """What these files would change; nothing is written. `at` is aware UTC."""
    return await _run(database, paths, at, only_look=True)


async def import_files(database: Database, paths: Sequence[Path], at: datetime) -> Preview:
    """Take the files in, or nothing where a row is wrong. Doing it twice changes nothing more."""
    return await _run(database, paths, at, only_look=False)


async def _run(
    database: Database, paths: Sequence[Path], at: datetime, *, only_look: bool
) -> Preview:
    today = at.astimezone(LONDON).date()
    lists = read_lists(paths, today)
    async with database.writing() as writer:
        before = await load_census(writer)
        after = join(writer, before, lists)
        if lists.problems:
            return Preview(problems=tuple(lists.problems))
        seen = replace(_compare(before, after, at), remarks=tuple(lists.remarks))
        if not only_look:
            await write_census(writer, before, after)
            await _write_down(writer, before, after, at)
    return seen


def _compare(before: Census, after: Census, at: datetime) -> Preview:
    today = at.astimezone(LONDON).date()
    was, now = sight(before.homes(), today), sight(after.homes(), today)
    people = {**before.people, **after.people}
    added = [
        _introduced(person, at) for id, person in after.people.items() if id not in before.people
    ]
    changed = [
        f"{person.name}: {', '.join(differing)}"
        for id, person in after.people.items()
        if id in before.people and (differing := _differences(before.people[id], person))
    ]
    for words, were, are in (
        ("The supervision of", before.supervisions, after.supervisions),
        ("The annual review of", before.annual_reviews, after.annual_reviews),
    ):
        changed += [
            f"{words} {people[carer].name}"
            for carer, meeting in are.items()
            if carer in were and meeting != were[carer]
        ]
    return Preview(
        added=tuple(sorted(added)),
        changed=(*sorted(changed), *rota_changes(before, after)),
        gains=_sentences(now - was, people, "will see"),
        losses=_sentences(was - now, people, "will no longer see"),
    )


def _sentences(pairs: frozenset[Sees], people: dict[UUID, Person], verb: str) -> tuple[str, ...]:
    return tuple(
        sorted(
            f"{people[pair.viewer].name} {verb} {people[pair.seen].name}"
            for pair in pairs
            if pair.viewer in people and pair.seen in people
        )
    )


def _introduced(person: Person, at: datetime) -> str:
    what = person.standing.value.replace("_", " ")
    if person.standing is Standing.YOUNG_PERSON and _under_age(person, at):
        return f"{person.name}, {what}, under {TELEGRAM_AGE}: no chat on Telegram"
    return f"{person.name}, {what}"


def _under_age(person: Person, at: datetime) -> bool:
    today = at.astimezone(LONDON).date()
    born = person.born
    if born is None:
        return True
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day)) < (
        TELEGRAM_AGE
    )


def _differences(old: Person, new: Person) -> list[str]:
    names = (
        "name",
        "language",
        "telephone",
        "address",
        "born",
        "roles",
        "turn",
        "household",
        "active",
        "approved",
        "reviewed",
    )
    found = [name for name in names if getattr(old, name) != getattr(new, name)]
    found += ["absences"] if old.absences != new.absences else []
    return found + changed_days(old, new)


async def _write_down(writer: Writer, before: Census, after: Census, at: datetime) -> None:
    """Every person added or changed stands in the chronology; who has left loses their chat."""
    events: list[Event] = []
    for id, person in after.people.items():
        old = before.people.get(id)
        if old == person:
            continue
        events.append(PersonImported(at=at, subject=id))
        if old is not None and old.active and not person.active:
            cut = PersonUnlinked(at=at, subject=id, reason="left")
            await links.link(writer, [cut])
            events.append(cut)
    await chronology.record(writer, events)
