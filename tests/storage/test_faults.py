"""A database that does not do its part says so in one sentence, without an address or a word."""

import os
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engines import open_engines
from storage.faults import POSTGRESQL_WORDS, SQLITE_WORDS, DatabaseFault
from storage.migrating import HEAD, MadeByANewer, check, migrate
from tests.storage_fixtures import free_port


async def words_of(url: str) -> str:
    with pytest.raises(DatabaseFault) as fault:
        await migrate(url)
    return fault.value.words


async def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    said = await words_of(f"sqlite:///{tmp_path}/nowhere/hearthline.db")
    assert "folder must exist" in said


async def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "list.db").write_text("reference,standing,name\n" * 100, encoding="ascii")
    assert "not an SQLite database" in await words_of(f"sqlite:///{tmp_path}/list.db")


async def test_a_postgresql_that_does_not_answer_is_said() -> None:
    said = await words_of(f"postgresql://me:hunter2@127.0.0.1:{free_port()}/hearthline")
    assert "does not answer" in said
    assert "hunter2" not in said


async def test_a_postgresql_that_lets_nobody_in_is_said(postgresql: str) -> None:
    assert "does not accept" in await words_of(f"{postgresql}/no_such_database")


async def test_looking_makes_no_file(tmp_path: Path) -> None:
    (said,) = await check(f"sqlite:///{tmp_path}/hearthline.db")
    assert "hearthline migrate" in said
    assert not os.listdir(tmp_path)


async def test_a_database_of_a_newer_program_is_left_as_it_is(url: str) -> None:
    await migrate(url)
    await stamp(url, "9999")
    try:
        (said,) = await check(url)
        assert "newer Hearthline" in said
        with pytest.raises(MadeByANewer, match="restore the backup"):
            await migrate(url)
    finally:
        await stamp(url, HEAD)


async def stamp(url: str, revision: str) -> None:
    """Write down another shape, as a newer program would."""
    writing, reading = open_engines(url)
    async with writing.begin() as connection:
        await connection.execute(
            text("UPDATE alembic_version SET version_num = :shape"), {"shape": revision}
        )
    await reading.dispose()
    await writing.dispose()


def test_every_known_fault_has_its_own_sentence() -> None:
    sentences = [*SQLITE_WORDS.values(), *POSTGRESQL_WORDS.values()]
    assert len(set(sentences)) == len(sentences)
    assert DatabaseFault("SQLITE_IOERR_FSYNC").words == SQLITE_WORDS["SQLITE_IOERR"]
    assert "XX000" in DatabaseFault("XX000").words
