"""Canary words through every field: none can be read in the database, its logs, or our own logs."""

import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import structlog
from sqlalchemy import select, update

from desk.letters import DOOR, Letter, read_letter
from desk.paging_now import page_now
from fostering.people import Person
from simulator.faults import Fault
from storage import chronology, drafts, inbox, outbox, people, trays
from storage.database import Database, Reader
from storage.delivery import Outcome
from storage.forgetting import forget
from storage.keys import key_of_person
from storage.logs import QUIET, set_up_logs
from storage.outgoing import body_place
from storage.sealing import Forgotten
from storage.tables import drafts as draft_rows
from storage.tables import requests
from tests.processes import TOKEN
from tests.storage_fixtures import ON_SQLITE, free_port, program
from tests.stories.deeds import go_home
from tests.stories.test_it_watches_itself import the_operators, told
from tests.town import Town
from tests.town_outside import a_town_outside

UPHOLDS = ("SOU-44b", "DMR-62")

CANARY = "Kanarienvogel"
OF_STAFF = "Nachtigall"
NUMBER = "07700 900987"
OF_LISTS = ("Okafor", "Mercer", "Adeyemi", "07700 900201", "07700 900301", "otter", "C-001", "CH07")


async def say_canaries_everywhere(town: Town) -> None:
    """Put a word of Rosa's into every field that a person can fill."""
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Who lives here or visits")
    await town.rosa.presses("Someone at home turns 18", "It has happened")
    await town.rosa.writes(f"{CANARY} report")
    await town.rosa.presses("No, nobody", "Send")
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.amina.presses("I've got it", "Reply", "Write my own")
    await town.amina.writes(f"{OF_STAFF} reply")
    await town.amina.presses("Send", "Reply", "Write my own")
    await town.amina.writes(f"{OF_STAFF} not sent")
    await town.rosa.presses("Someone is hurt or ill", "Yes, ring me")
    await town.rosa.writes(NUMBER)
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No")
    for words in ("loose words", "/command", "nobody else"):
        await town.rosa.writes(words.replace("o", CANARY, 1))
    await town.rosa.sends("photo", caption=CANARY)
    await town.rosa.sends("contact", phone_number=NUMBER, first_name=CANARY)
    town.rosa.phone.forges(1, f"{CANARY}:1")
    chat, account = town.rosa.phone.private_chat.json(), town.rosa.phone.account.json()
    poison = {"message_id": 1, "date": CANARY, "chat": chat, "from": account, "text": CANARY}
    town.world.add_update({"message": poison})
    await town.settle()


def canaries(town: Town) -> tuple[str, ...]:
    """Every text that nobody may find."""
    accounts = [str(hand.phone.id) for hand in town.hands.values()]
    return (CANARY, OF_STAFF, NUMBER, TOKEN, *OF_LISTS, *accounts)


def spelled_out(url: str) -> str:
    """The whole database as text, as somebody would read it who has stolen it."""
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            return "\n".join(connection.iterdump())
    dumped = subprocess.run(
        [str(program("pg_dump")), "--dbname", url], check=True, capture_output=True, text=True
    )
    return dumped.stdout


def files_of(url: str) -> bytes:
    """The bytes of SQLite's file, of its log and of its index; nothing for PostgreSQL."""
    path = url.removeprefix("sqlite:///")
    return b"".join(
        Path(path + end).read_bytes() for end in ("", "-wal", "-shm") if os.path.exists(path + end)
    )


@pytest.mark.long
async def test_no_word_lies_open_in_the_database_or_the_log_of_a_real_run(
    tmp_path: Path, url: str
) -> None:
    listen = f"127.0.0.1:{free_port()}"
    async with a_town_outside(
        tmp_path,
        url,
        settings={"WATCH_LISTEN": listen},
        PYTHONDEVMODE="1",
        PYTHONASYNCIODEBUG="1",
    ) as town:
        await say_canaries_everywhere(town)
        async with httpx.AsyncClient(base_url=f"http://{listen}") as watcher:
            watched = [(await watcher.get(path)).text for path in ("/health", "/metrics")]
        raw = files_of(url)
        assert await town.process.stop() == 0
        text, log = spelled_out(url), town.process.log_file.read_text(encoding="utf-8")
        raw += files_of(url)
        for canary in canaries(town):
            assert canary not in text, canary
            assert canary not in log, canary
            assert canary not in "".join(watched), canary
            if len(canary) > 5:
                assert canary.encode() not in raw, canary
        assert "update_parked" in log
        assert town.rosa.all_words.count("R-")
        assert "R-" not in log + "".join(watched)
        assert "received" in watched[0]
        assert "hearthline_updates_received_total" in watched[1]


async def readable(reader: Reader) -> str:
    """Everything in the database that its keys still open."""
    found: list[bytes] = []
    came = (await reader.connection.execute(trays.inbox.select())).all()
    going = (await reader.connection.execute(trays.outbox.select())).all()
    await reader.vault.fetch({row.owner for row in (*came, *going)})
    for row in came:
        place = inbox._place(row.door, row.update_id, row.payload_hash)
        found.append(opened(reader, row.owner, place, row.sealed))
    for row in going:
        found.append(opened(reader, row.owner, body_place(row.id), row.sealed or b""))
    everybody = [person.id for person in await people.every(reader)]
    kept = await drafts.of(reader, everybody)
    chains = await chronology.entries(
        reader, {*(await reader.connection.scalars(select(requests.c.id))).all(), *everybody}
    )
    return b"\n".join(found).decode() + repr(kept) + repr(chains)


def opened(reader: Reader, owner: str, place: str, sealed: bytes) -> bytes:
    """What this holds, if anybody can open it."""
    try:
        return reader.vault.open(owner, place, sealed)
    except Forgotten:
        return b""


async def test_forgetting_somebody_takes_their_words_from_everywhere(town: Town) -> None:
    await say_canaries_everywhere(town)
    rosa = await town.person("Rosa")
    async with town.database.reading() as reader:
        assert CANARY in await readable(reader)
        assert NUMBER in await readable(reader)
    async with town.database.writing() as writer:
        await forget(writer, rosa, None)
    await town.settle()
    async with town.database.reading() as reader:
        left = await readable(reader)
        assert CANARY not in left
        assert NUMBER not in left
        assert not await chronology.verify(reader)
    await town.jump(days=8)
    async with town.database.reading() as reader:
        assert OF_STAFF not in await readable(reader)
        assert not await chronology.verify(reader)
    town.rosa.phone.says("/home")
    await town.settle()
    assert "We can't see who you are" in town.rosa.screen


@ON_SQLITE
async def test_alarms_and_letters_to_whoever_runs_it_hold_no_word_of_anybody(town: Town) -> None:
    phone, group = the_operators(town)
    to = town.service.watch.operator
    town.service.watch.operator = replace(to, mail="ops@example.org")
    await say_canaries_everywhere(town)
    await page_now(town.database, town.policy)
    town.world.faults.next("getUpdates", Fault.UNAUTHORIZED, times=None)
    await town.forward(minutes=15)
    alarms = "".join(told((phone, group)))
    letters = await mailed(town)
    written = "".join("\n".join((letter.subject, *letter.lines)) for letter in letters)
    for said in (alarms, written):
        assert "could not be read." in said
        assert "A paging test was not answered in time" in said
        for canary in (*canaries(town), *(w.name for w in await staff_of(town)), "R-"):
            assert canary not in said, canary


async def mailed(town: Town) -> list[Letter]:
    """Every letter that waits, as the mail server would get it."""
    letters: list[Letter] = []
    async with town.database.writing() as writer:
        while rows := await outbox.claim(writer, "postbox", door=DOOR):
            letters += [read_letter(row.body) for row in rows]
            await outbox.results(
                writer, [outbox.Result(delivery=row, outcome=Outcome.ACCEPTED) for row in rows]
            )
    return letters


async def staff_of(town: Town) -> tuple[Person, ...]:
    """Every worker."""
    async with town.database.reading() as reader:
        return await people.roster(reader)


@pytest.fixture
def everything_logged() -> Iterator[None]:
    """Our logs, with every library talking at its loudest."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    set_up_logs(token=TOKEN, level=logging.DEBUG)
    root.setLevel(logging.DEBUG)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield
    root.handlers, sys.excepthook = handlers, hook
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET)
    logging.captureWarnings(False)
    structlog.reset_defaults()


async def spoil_every_draft(database: Database) -> None:
    """Answers become something that no form understands, so that deciding fails."""
    content = b'{"answers":{"%b":["x"]},"picked":7}' % CANARY.encode()
    async with database.writing() as writer:
        for row in (await writer.connection.execute(select(draft_rows))).all():
            await writer.vault.fetch([key_of_person(row.person)])
            sealed = writer.vault.seal(key_of_person(row.person), drafts.place(row.id), content)
            await writer.connection.execute(
                update(draft_rows).where(draft_rows.c.id == row.id).values(sealed=sealed)
            )


async def test_at_debug_the_logs_hold_neither_words_nor_the_token(
    everything_logged: None, town: Town, capfd: pytest.CaptureFixture[str]
) -> None:
    await say_canaries_everywhere(town)
    await spoil_every_draft(town.database)
    await town.rosa.writes(f"{CANARY} again")
    said = "".join(capfd.readouterr())
    assert "unit_failed" in said
    for canary in canaries(town):
        assert canary not in said, canary
    assert "R-" not in said
