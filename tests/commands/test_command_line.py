"""The command line: every gap said at once and in plain words, nothing done by halves."""

import asyncio
import os
import socket
import sqlite3
from pathlib import Path

import pytest
from typer.testing import Result

from commands.demo_folder import SAMPLES
from commands.stopping import Stopped, words_of_a_fault
from storage import people
from storage.clock import Clock
from storage.database import Database
from storage.keys import KeyRing
from storage.settings import names
from tests.commands.conftest import Typed
from tests.storage.making import link
from tests.storage_fixtures import free_port


def stopped(result: Result) -> str:
    """What a command said when it stopped."""
    assert isinstance(result.exception, Stopped), result.exception
    return "\n".join(result.exception.lines)


def test_every_gap_in_the_settings_is_named_at_once(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in names():
        monkeypatch.delenv(name, raising=False)
    said = stopped(typed("run"))
    for name in ("TOKEN", "KEYS", "POLICY"):
        assert f"HEARTHLINE_{name}" in said


def test_the_check_names_the_gaps_of_settings_and_policy_together(
    surroundings: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEARTHLINE_TOKEN")
    policy = surroundings / "policy.toml"
    slip = policy.read_text(encoding="utf-8").replace("opens = ", "openss = ", 1)
    policy.write_text(slip, encoding="utf-8")
    said = typed("check").stdout
    assert "HEARTHLINE_TOKEN is not set" in said
    assert "office_hours.openss is not a setting" in said


def test_a_database_that_cannot_be_opened_is_said_in_one_sentence(
    surroundings: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"postgresql://me:hunter2@127.0.0.1:{free_port()}/hearthline"
    monkeypatch.setenv("HEARTHLINE_DATABASE_URL", address)
    for command in (("run",), ("migrate",), ("verify",), ("invite", "C-001")):
        assert "PostgreSQL does not answer" in stopped(typed(*command))
    said = typed("check").stdout
    assert "gap   PostgreSQL does not answer" in said
    assert "hunter2" not in said


def test_a_fault_that_nobody_foresaw_shows_its_kind_and_place_but_none_of_its_words() -> None:
    try:
        raise KeyError("Rosa Okafor")
    except KeyError as fault:
        said = " ".join(words_of_a_fault(fault))
    assert "KeyError at test_command_line.py" in said
    assert "Rosa" not in said
    assert "may not read or write" in words_of_a_fault(PermissionError())[0]
    assert "file or the network" in words_of_a_fault(ConnectionError())[0]


def test_a_fresh_key_can_be_read_back(typed: Typed) -> None:
    said = typed("keys").stdout.strip()
    assert said.startswith("HEARTHLINE_KEYS=")
    assert len(KeyRing.read(said.removeprefix("HEARTHLINE_KEYS=")).keys) == 1


def test_nothing_runs_on_a_database_that_was_not_brought_up(
    surroundings: Path, typed: Typed
) -> None:
    for command in (("run",), ("verify",), ("clock",), ("invite", "C-001")):
        assert "hearthline migrate" in stopped(typed(*command))


def test_a_preview_changes_nothing(surroundings: Path, typed: Typed) -> None:
    typed("migrate")
    files = [str(path) for path in sorted(SAMPLES.glob("*.csv"))]
    assert "nothing was changed" in typed("import", "--preview", *files).stdout
    assert "Nobody here is called" in stopped(typed("invite", "C-001"))


def test_a_file_that_is_not_there_is_named(surroundings: Path, typed: Typed) -> None:
    assert "nobody.csv" in stopped(typed("import", "nobody.csv"))


def test_an_import_says_what_it_took_in_and_the_second_time_nothing(
    filled: Path, typed: Typed
) -> None:
    files = [str(path) for path in sorted(SAMPLES.glob("*.csv"))]
    assert "Nothing to change" in typed("import", *files).stdout


def test_the_group_gets_a_code_and_how_to_use_it(filled: Path, typed: Typed) -> None:
    said = typed("invite", "--group").stdout
    assert "/connect " in said
    assert "Good once, until" in said


def test_nobody_is_invited_while_telegram_is_out_of_reach(filled: Path, typed: Typed) -> None:
    said = stopped(typed("invite", "C-001"))
    assert "could not be reached" in said
    assert "Nobody was invited" in said


def test_nobody_under_sixteen_is_invited(filled: Path, typed: Typed) -> None:
    said = stopped(typed("invite", "YP-002"))
    assert "under 16" in said
    assert "Nobody was invited" in said


def test_a_test_page_needs_somebody_who_can_be_paged_and_time_to_answer(
    filled: Path, typed: Typed
) -> None:
    assert "Nobody can be paged at this hour" in stopped(typed("test-page"))
    asyncio.run(link_the_staff(filled))
    said = typed("test-page")
    assert said.exit_code == 0, said.exception
    assert "is paged, marked as a test, and has until" in said.output
    assert "there is still time to answer it" in stopped(typed("test-page"))


async def link_the_staff(folder: Path) -> None:
    """Every worker has a chat."""
    keys = KeyRing.read(os.environ["HEARTHLINE_KEYS"])
    database = await Database.open(f"sqlite:///{folder / 'hearthline.db'}", keys, Clock())
    async with database.reading() as reader:
        staff = await people.roster(reader)
    for number, worker in enumerate(staff):
        await link(database, worker.id, str(number))
    await database.close()


def test_an_invitation_needs_one_person(filled: Path, typed: Typed) -> None:
    assert "Say who" in stopped(typed("invite"))
    assert "Nobody here is called Zebedee" in stopped(typed("invite", "Zebedee"))
    assert "Several people match" in stopped(typed("invite", "Okafor"))


def test_a_whole_chronology_holds(filled: Path, typed: Typed) -> None:
    assert "Every chain of the chronology holds." in typed("verify").stdout


def test_a_changed_chronology_is_found(filled: Path, typed: Typed) -> None:
    with sqlite3.connect(filled / "hearthline.db") as database:
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE chronology SET at = at + 1 WHERE rowid = 1")
        for _, words in triggers:
            database.execute(words)
    database.close()
    assert "NOT as it was written" in stopped(typed("verify"))


def test_the_clock_moves_where_the_bot_api_is_on_this_machine(filled: Path, typed: Typed) -> None:
    assert typed("clock", "next 09:00").stdout.strip().endswith("09:00 in London")
    assert "does not know that move" in stopped(typed("clock", "tomorrow"))


def test_the_clock_does_not_move_for_real_people(
    filled: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = typed("clock").stdout
    monkeypatch.setenv("HEARTHLINE_API_URL", "https://api.telegram.org")
    assert "moves only in the demo" in stopped(typed("clock", "+6w"))
    assert typed("clock").stdout[:-20] == before[:-20]


def test_the_check_names_every_gap_and_says_that_cover_is_telegram_only(
    filled: Path, typed: Typed
) -> None:
    result = typed("check")
    stopped(result)
    assert "gap   Telegram could not be reached" in result.stdout
    assert "gap   Nobody at all would be paged out of hours" in result.stdout
    assert "The out-of-hours group is not connected" in result.stdout
    assert "know  Our own pages are off (no HEARTHLINE_PAGES_ADDRESS)" in result.stdout
    assert "know  No watcher outside (no HEARTHLINE_HEARTBEAT_URL)" in result.stdout
    assert "know  Nobody is told of alarms" in result.stdout
    assert "Cover is Telegram-only until texts to phones are live" in result.stdout


def test_pages_that_cannot_listen_stop_the_run_in_plain_words(
    filled: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        where = f"127.0.0.1:{taken.getsockname()[1]}"
        monkeypatch.setenv("HEARTHLINE_PAGES_ADDRESS", "https://pages.example.org")
        monkeypatch.setenv("HEARTHLINE_PAGES_LISTEN", where)
        assert f"Nothing can listen at {where} (HEARTHLINE_PAGES_LISTEN)" in stopped(typed("run"))


def test_every_conversation_can_be_listed(typed: Typed) -> None:
    said = typed("check", "--conversations").stdout
    assert "household_change: group → kind" in said
    assert "review" in said
