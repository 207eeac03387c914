"""A database that does not do its part says so in one sentence, without an address or a word."""

import os
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from storage import marks
from storage.database import Database
from storage.engines import open_engines
from storage.faults import DAMAGED, POSTGRESQL_WORDS, SQLITE_WORDS, DatabaseFault
from storage.keys import KeyRing
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


PAGE = 4096


@pytest.mark.parametrize("place", [100, PAGE, 3 * PAGE, 20 * PAGE])
async def test_a_damaged_file_is_said_with_the_command_that_helps(
    sqlite_url: str, place: int
) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    content = path.read_bytes()
    path.write_bytes(content[:place] + b"\xff" * (len(content) - place))
    assert await found_in(sqlite_url) == [DAMAGED]
    assert "hearthline restore" in DAMAGED


async def test_a_file_that_was_cut_off_is_said(sqlite_url: str) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    path.write_bytes(path.read_bytes()[: 10 * PAGE])
    assert await found_in(sqlite_url) == [DAMAGED]


async def found_in(url: str) -> list[str]:
    """What is wrong, whether it is found by looking or cannot even be looked at."""
    try:
        return await check(url)
    except DatabaseFault as fault:
        return [fault.words]


async def test_a_lock_that_somebody_holds_in_postgresql_does_not_hold_us_up_for_ever(
    postgresql_url: str, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engines.NOT_FOR_EVER", "-c lock_timeout=1")
    database = await Database.open(postgresql_url, keys)
    with psycopg.connect(postgresql_url) as other:
        other.execute("LOCK TABLE marks")
        with pytest.raises(DatabaseFault) as fault:
            await write_a_mark(database)
    assert fault.value.passing
    assert fault.value.words == POSTGRESQL_WORDS["55P03"]
    await write_a_mark(database)
    await database.close()


async def test_a_connection_that_postgresql_ended_while_it_rested_is_made_anew(
    postgresql_url: str, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = await Database.open(postgresql_url, keys)
    await write_a_mark(database)
    end_all_others(postgresql_url)
    monkeypatch.setattr("storage.engines.RESTED_SECONDS", 0.0)
    await write_a_mark(database)
    end_all_others(postgresql_url)
    monkeypatch.setattr("storage.engines.RESTED_SECONDS", 60.0)
    with pytest.raises(DatabaseFault) as fault:
        await write_a_mark(database)
    assert fault.value.passing
    assert fault.value.words == POSTGRESQL_WORDS["57P01"]
    await write_a_mark(database)
    await database.close()


def end_all_others(url: str) -> None:
    """As a restart of PostgreSQL would."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


async def write_a_mark(database: Database) -> None:
    async with database.writing() as writer:
        await marks.write(writer, "x", "1")


async def test_a_postgresql_that_may_only_be_read_is_said(
    own_postgresql_url: str, keys: KeyRing
) -> None:
    name = own_postgresql_url.rpartition("/")[2]
    with psycopg.connect(own_postgresql_url, autocommit=True) as other:
        other.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
    with pytest.raises(DatabaseFault) as fault:
        await Database.open(own_postgresql_url, keys)
    assert fault.value.words == POSTGRESQL_WORDS["25006"]
