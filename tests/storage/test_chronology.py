"""Stories of the chronology: nothing in it changes unseen, and words can be forgotten."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select, text, update

from fostering.request_states import Request
from storage import chronology, outbox, outgoing, people, requests
from storage.database import Database
from storage.faults import DatabaseFault
from storage.forgetting import forget
from storage.recording import record
from storage.trays import outbox as rows
from storage.triggers import make_triggers
from storage.verifying import Seal, lines
from tests.storage.making import (
    CANARY,
    draft_of,
    keeping,
    link,
    raising,
    request_of,
    screen,
    take_in_samples,
    words_of,
)
from tests.storage_fixtures import HandClock


@pytest.fixture
async def cast(database: Database) -> dict[str, UUID]:
    return await take_in_samples(database)


@pytest.fixture
async def written(database: Database, cast: dict[str, UUID]) -> Request:
    """Two requests, one after the other, and later words about the first."""
    first, second = request_of(cast["C-001"]), request_of(cast["C-002"])
    await record(database, [raising(first), raising(second)])
    async with database.writing() as writer:
        later = replace(words_of(cast["C-001"]), request=first.id)
        await chronology.record(writer, [later])
    return first


async def findings(database: Database, anchor: Seal | None = None) -> list[str]:
    async with database.reading() as reader:
        return [f.problem for f in await chronology.verify(reader, anchor)]


async def run(database: Database, *statements: str) -> None:
    async with database.writing() as writer:
        for statement in statements:
            await writer.connection.execute(text(statement))


async def without_triggers(database: Database, *statements: str) -> None:
    """What somebody could do who owns the database."""
    if database.dialect == "sqlite":
        off = [
            f"DROP TRIGGER {table}_refuses_{change}"
            for table in ("chronology", "seals")
            for change in ("update", "delete")
        ]
        await run(database, *off, *statements)
        async with database.writing() as writer:
            await writer.connection.run_sync(make_triggers)
    else:
        tables = ("chronology", "seals")
        off = [f"ALTER TABLE {table} DISABLE TRIGGER ALL" for table in tables]
        on = [f"ALTER TABLE {table} ENABLE TRIGGER ALL" for table in tables]
        await run(database, *off, *statements, *on)


async def test_an_untouched_chronology_verifies(database: Database, written: Request) -> None:
    assert await findings(database) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE chronology SET event = 'RequestClosed'",
        "DELETE FROM chronology",
        "UPDATE seals SET count = 0",
        "DELETE FROM seals",
    ],
)
async def test_both_databases_refuse_to_change_or_delete(
    database: Database, written: Request, change: str
) -> None:
    async with database.writing() as writer:
        await chronology.seal_day(writer)
    with pytest.raises(DatabaseFault):
        await run(database, change)
    assert await findings(database) == []


async def test_postgresql_refuses_to_empty_the_chronology(
    database: Database, written: Request
) -> None:
    if database.dialect == "postgresql":
        with pytest.raises(DatabaseFault):
            await run(database, "TRUNCATE chronology")
    async with database.reading() as reader:
        assert len((await chronology.entries(reader, [written.id]))[written.id]) == 2


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ("UPDATE chronology SET event = 'RequestClosed' WHERE place = 2", "a line was changed"),
        ("UPDATE chronology SET at = at + 1 WHERE seq = 1", "a line was changed"),
        ("UPDATE chronology SET codes = '{}' WHERE place = 2", "a line was changed"),
        (
            "DELETE FROM chronology WHERE seq = (SELECT MIN(seq) FROM chronology c WHERE"
            " c.event = 'RequestRaised')",
            "a line is missing",
        ),
        ("DELETE FROM words", "its words are gone"),
    ],
)
async def test_tampering_is_found(
    database: Database, written: Request, change: str, seen: str
) -> None:
    await without_triggers(database, change)
    assert seen in await findings(database)


@pytest.mark.parametrize("page", [1, 2, 3])
async def test_a_long_chronology_is_verified_page_by_page(
    sqlite_database: Database, page: int
) -> None:
    database, cast = sqlite_database, await take_in_samples(sqlite_database)
    first, second = request_of(cast["C-001"]), request_of(cast["C-002"])
    await record(database, [raising(first), raising(second)])
    async with database.writing() as writer:
        later = [replace(words_of(cast["C-001"]), request=first.id) for _ in range(5)]
        await chronology.record(writer, later)
        kept = await chronology.seal_day(writer)
    async with database.reading() as reader:
        pages = [len(rows) async for rows in lines(reader, page)]
        assert max(pages) <= page
        whole = await chronology.verify(reader, kept)
        assert await chronology.verify(reader, kept, page=page) == whole == []
    await without_triggers(database, "DELETE FROM chronology WHERE place = 3")
    async with database.reading() as reader:
        found = await chronology.verify(reader, kept, page=page)
        assert found == await chronology.verify(reader, kept)
    assert {"a line is missing"} < {each.problem for each in found}


async def test_a_cut_off_end_is_found_by_the_daily_seal(
    database: Database, written: Request
) -> None:
    async with database.writing() as writer:
        kept = await chronology.seal_day(writer)
        assert await chronology.seal_day(writer) is None
    cut = "DELETE FROM chronology WHERE seq = (SELECT MAX(seq) FROM chronology)"
    await without_triggers(database, cut)
    assert any("seal" in problem for problem in await findings(database))
    await without_triggers(database, "DELETE FROM seals")
    assert "the kept seal is not here" in await findings(database, kept)


async def test_every_day_is_sealed_upon_the_day_before(
    database: Database, written: Request, clock: HandClock, cast: dict[str, UUID]
) -> None:
    async with database.writing() as writer:
        first = await chronology.seal_day(writer)
    clock.wait(86_400)
    async with database.writing() as writer:
        await chronology.record(writer, [words_of(cast["C-002"])])
        second = await chronology.seal_day(writer)
    assert first is not None
    assert second is not None
    assert second.last_seq > first.last_seq
    assert second.count == 1
    assert await findings(database, second) == []


async def test_forgetting_takes_a_person_s_words_and_leaves_the_chain_whole(
    database: Database, written: Request, cast: dict[str, UUID]
) -> None:
    await record(database, [keeping(draft_of(cast["C-001"]))])
    await link(database, cast["C-001"], "4711")
    async with database.writing() as writer:
        await forget(writer, cast["C-001"], cast["S-001"])
    async with database.reading() as reader:
        lines = (await chronology.entries(reader, [written.id, cast["C-001"]]))[written.id]
        assert [line.words for line in lines] == [{}, {}]
        assert (await requests.load(reader, [written.id]))[written.id].kind == ""
        assert await people.load(reader, [cast["C-001"]]) == {}
        others = await people.load(reader, [cast["C-002"]])
    assert others[cast["C-002"]].name == "Daniel Okafor"
    assert await findings(database) == []


async def test_screens_that_ended_unsure_are_emptied_with_the_person(
    database: Database, written: Request, cast: dict[str, UUID]
) -> None:
    async with database.writing() as writer:
        await outgoing.put(writer, [screen("901"), screen("902")])
        waiting, unsure = [row.number for row in await outbox.claim(writer, "us")]
        ended = update(rows).where(rows.c.number == unsure)
        await writer.connection.execute(ended.values(state="uncertain", ended_at=writer.now))
        await forget(writer, cast["C-001"], None)
        found = await writer.connection.execute(select(rows.c.number, rows.c.sealed))
        assert [number for number, sealed in found if sealed is not None] == [waiting]


async def test_what_is_forgotten_stays_so_when_words_come_later(
    database: Database, written: Request, cast: dict[str, UUID]
) -> None:
    async with database.writing() as writer:
        await forget(writer, cast["C-001"], None)
    outcome = await record(database, [raising(request_of(cast["C-001"]))])
    assert [kind for _, kind in outcome.failed] == ["Forgotten"]


async def test_no_personal_word_stands_in_a_line_of_its_own(
    database: Database, written: Request
) -> None:
    async with database.reading() as reader:
        found = await reader.connection.execute(text("SELECT codes FROM chronology"))
        assert CANARY not in " ".join(found.scalars())
