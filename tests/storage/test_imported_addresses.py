"""What duty needs at night comes by the lists, is sealed under its own person's key, and stays."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from fostering.people import Household, Person
from fostering.requests import RequestState
from storage import households, people, requests
from storage.database import Database
from storage.forgetting import forget
from storage.imports import import_files
from storage.recording import record
from storage.tables import people as people_table
from storage.tables import placements as placements_table
from tests.storage.making import AT, raising, request_of, take_in_samples
from tests.storage_fixtures import HandClock

ADDRESS, ALERT = "4 Quayside Row, Northmoor NM1 2AB", "Severe nut allergy"
HOUSEHOLDS = "reference,supervising_social_worker"
PLACEMENTS = "reference,household,young_person,label,first"


async def take(database: Database, folder: Path, text: str) -> tuple[str, ...]:
    """Take in one list; returns what is wrong with it."""
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return (await import_files(database, [path], AT)).problems


async def as_known(database: Database, cast: dict[str, UUID]) -> tuple[Person, Person, Household]:
    """Both carers and their household."""
    async with database.reading() as reader:
        found = await people.load(reader, [cast["C-001"], cast["C-002"]])
        home = (await households.of(reader, [found[cast["C-002"]]]))[cast["C-002"]]
    return found[cast["C-001"]], found[cast["C-002"]], home


async def test_carers_have_the_address_and_the_child_the_alert(database: Database) -> None:
    rosa, daniel, home = await as_known(database, await take_in_samples(database))
    assert rosa.address == daniel.address == ADDRESS
    alerts = {p.number: (p.alert[: len(ALERT)], p.alert_until is None) for p in home.placements}
    assert alerts == {"NM-201417": ("", True), "NM-202417": (ALERT, False)}


async def test_neither_lies_open_in_a_table(database: Database) -> None:
    await take_in_samples(database)
    async with database.reading() as reader:
        for table in (people_table, placements_table):
            rows = (await reader.connection.execute(table.select())).all()
            said = b"".join(bytes(part) for row in rows for part in row if isinstance(part, bytes))
            for hidden in ("Quayside", "allergy"):
                assert hidden not in repr(rows)
                assert hidden.encode() not in said


async def test_a_list_without_the_columns_changes_neither(
    database: Database, tmp_path: Path
) -> None:
    cast = await take_in_samples(database)
    assert not await take(database, tmp_path, f"{HOUSEHOLDS}\nH-001,S-001\n")
    placed = f"{PLACEMENTS},last\nP-002,H-001,YP-002,M (robin),2026-07-01,\n"
    assert not await take(database, tmp_path, placed)
    rosa, _, home = await as_known(database, cast)
    assert rosa.address == ADDRESS
    assert [p.alert[: len(ALERT)] for p in home.placements if p.alert] == [ALERT]


async def test_an_empty_column_takes_it_away(database: Database, tmp_path: Path) -> None:
    cast = await take_in_samples(database)
    assert not await take(database, tmp_path, f"{HOUSEHOLDS},address\nH-001,S-001,\n")
    placed = f"{PLACEMENTS},alert,alert_until\nP-002,H-001,YP-002,M (robin),2026-07-01,,\n"
    assert not await take(database, tmp_path, placed)
    rosa, daniel, home = await as_known(database, cast)
    assert rosa.address == daniel.address == ""
    assert not [p for p in home.placements if p.alert or p.alert_until]


async def test_who_moves_has_the_address_of_the_new_home(
    database: Database, tmp_path: Path
) -> None:
    cast = await take_in_samples(database)
    assert not await take(database, tmp_path, f"{HOUSEHOLDS},address\nH-002,S-001,2 Ferry Lane\n")
    moved = "reference,standing,name,household\nC-002,carer,Daniel Okafor,H-002\n"
    assert not await take(database, tmp_path, moved)
    async with database.reading() as reader:
        found = await people.load(reader, [cast["C-001"], cast["C-002"]])
    assert found[cast["C-001"]].address == ADDRESS
    assert found[cast["C-002"]].address == ""
    again = f"{HOUSEHOLDS},address\nH-002,S-001,2 Ferry Lane\n"
    assert not await take(database, tmp_path, again)
    async with database.reading() as reader:
        found = await people.load(reader, [cast["C-002"]])
    assert found[cast["C-002"]].address == "2 Ferry Lane"


async def test_forgetting_one_carer_leaves_the_address_with_the_other(database: Database) -> None:
    cast = await take_in_samples(database)
    async with database.writing() as writer:
        await forget(writer, cast["C-001"], None)
        await forget(writer, cast["YP-002"], None)
    async with database.reading() as reader:
        found = await people.load(reader, [cast["C-001"], cast["C-002"]])
        home = (await households.of(reader, [found[cast["C-002"]]]))[cast["C-002"]]
    assert [person.address for person in found.values()] == [ADDRESS]
    assert not [p for p in home.placements if p.alert]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("M (robin),2026-07-01,Nut allergy,", "alert_until is empty: an alert needs its last day"),
        (f"M (robin),2026-07-01,{'x' * 201},2026-12-01", "alert is longer than 200 letters"),
    ],
)
async def test_an_alert_without_an_end_or_too_long_is_refused(
    database: Database, tmp_path: Path, row: str, reason: str
) -> None:
    await take_in_samples(database)
    text = f"{PLACEMENTS},alert,alert_until\nP-002,H-001,YP-002,{row}\n"
    (problem,) = await take(database, tmp_path, text)
    assert reason in problem


async def test_an_alert_knows_the_day_of_the_list_that_last_said_so(
    database: Database, clock: HandClock, tmp_path: Path
) -> None:
    await take_in_samples(database)
    told = ",alert,alert_until", ",Nut allergy,2030-12-01"
    days = []
    for columns, rest in (told, ("", ""), told, (",alert,alert_until", ",,")):
        clock.wait(86_400)
        line = f"{PLACEMENTS}{columns}\nP-002,H-001,YP-002,M (robin),2026-07-01{rest}\n"
        assert not await take(database, tmp_path, line)
        days.append(await listed(database))
    today = datetime.fromtimestamp(clock.seconds, UTC).date()
    assert days == [today - timedelta(days=3)] * 2 + [today - timedelta(days=1), None]


async def listed(database: Database) -> date | None:
    """The day of the list that says which alert runs for the child of the samples."""
    async with database.reading() as reader:
        (home,) = [home for home in await households.every(reader) if len(home.placements) > 1]
    return next(p.alert_listed for p in home.placements if p.label == "M (robin)")


async def test_only_households_of_which_an_alert_runs_are_found(database: Database) -> None:
    await take_in_samples(database)
    async with database.reading() as reader:
        (home,) = await households.every(reader)
        (last,) = [p.alert_until for p in home.placements if p.alert_until]
        before = home.placements[0].first - timedelta(days=1)
        over = last + timedelta(days=1)
        assert await households.warned(reader, last, last) == (home,)
        assert await households.warned(reader, over, last) == (home,), "the night after"
        assert await households.warned(reader, over, over) == ()
        assert await households.warned(reader, before, before) == ()


async def test_what_is_private_is_listed_while_it_is_open_the_oldest_first(
    database: Database,
) -> None:
    cast = await take_in_samples(database)
    async with database.reading() as reader:
        (home,) = await households.every(reader)
    private = request_of(cast["C-001"], household=home.id, private_since=AT)
    over = request_of(cast["C-002"], household=uuid4(), private_since=AT, state=RequestState.CLOSED)
    plain = request_of(cast["C-002"], household=uuid4())
    older = request_of(cast["C-002"], private_since=AT - timedelta(hours=1))
    await record(database, [raising(each) for each in (private, over, plain, older)])
    async with database.reading() as reader:
        found = await requests.private(reader)
        assert [each.id for each in found] == [older.id, private.id]
