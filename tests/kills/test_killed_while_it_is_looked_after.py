"""Killed while it is migrated, copied, given a new key, stopped, or started a second time."""

import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.service import LEASE
from simulator.queue import FIRST_UPDATE_ID
from storage import chronology, people
from storage.clock import Clock
from storage.database import Database
from storage.imports import import_files
from storage.keys import KeyRing
from storage.kill_points import ANNOUNCED, MIGRATING, RECORDING, STARTED, STORED, VARIABLE, WRAPPING
from storage.migrating import check, migrate
from storage.trays import inbox, leases, outbox
from tests.processes import Place, RunningService, a_place, begin, hearthline, running
from tests.storage_fixtures import ON_SQLITE
from tests.town import SAMPLES
from tests.town_outside import a_town_outside

NOWHERE = "http://127.0.0.1:9"


async def killed_at(place: Place, point: str, *words: str) -> None:
    """Run a command and kill it where it says that it stands still at this point."""
    out, at = place.folder / "said", place.folder / "point"
    at.write_text(point, encoding="ascii")
    child = await begin(place, *words, out=out, err=out, **{VARIABLE: str(at)})
    watched = RunningService(place=place, database=None, world=None, child=child)  # type: ignore[arg-type]
    await watched.until(
        lambda: out.exists() and f"{ANNOUNCED}{point}" in out.read_text("utf-8"),
        f"{point} was not reached",
    )
    child.send_signal(signal.SIGKILL)
    assert await child.wait() == -signal.SIGKILL


@pytest.fixture(params=["sqlite_url", "own_postgresql_url"])
def shaped(request: pytest.FixtureRequest) -> str:
    """The address of a database whose shape this story changes."""
    address: str = request.getfixturevalue(request.param)
    return address


async def test_killed_in_a_migration_it_has_the_old_shape_whole(
    tmp_path: Path, shaped: str, keys: KeyRing
) -> None:
    await migrate(shaped, revision="0001")
    before = await check(shaped)
    place = a_place(tmp_path, url=shaped, keys=keys, address=NOWHERE)
    await killed_at(place, MIGRATING, "migrate")
    assert await check(shaped) == before
    assert (await hearthline(place, "migrate")).code == 0
    assert await check(shaped) == []


async def test_killed_while_keys_are_wrapped_anew_everything_opens_and_it_is_finished(
    tmp_path: Path, url: str, keys: KeyRing
) -> None:
    database = await Database.open(url, keys, Clock(), beside=True)
    assert not (await import_files(database, sorted(SAMPLES.glob("*.csv")), now())).problems
    await database.close()
    ring = tmp_path / "ring"
    ring.write_text(keys.write(), encoding="ascii")
    ring.chmod(0o600)
    made = a_place(tmp_path, url=url, keys=keys, address=NOWHERE)
    place = replace(made, settings={**made.settings, "HEARTHLINE_KEYS": str(ring)})
    await killed_at(place, WRAPPING, "keys", "rotate")
    begun = KeyRing.read(str(ring))
    assert begun.active == 2
    for still in (keys, begun):
        assert "Amina Yusuf" in await names_by(url, still)
    assert (await hearthline(place, "keys", "rotate")).code == 0
    assert "Amina Yusuf" in await names_by(url, KeyRing(keys={2: begun.keys[2]}, active=2))


@ON_SQLITE
async def test_a_copy_taken_in_the_middle_of_a_commit_is_whole(tmp_path: Path, url: str) -> None:
    async with a_town_outside(tmp_path, url) as town:
        town.process.stand_still_at(RECORDING)
        town.rosa.phone.presses("I need help now")
        await town.process.reached(RECORDING)
        copy = tmp_path / "copy.db"
        source = url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(source)) as ours, closing(sqlite3.connect(copy)) as other:
            ours.backup(other)
        await town.process.kill()
        ring = KeyRing.read(town.process.place.settings["HEARTHLINE_KEYS"])
        copied = await Database.open(f"sqlite:///{copy}", ring, Clock())
        async with copied.reading() as reader:
            assert not await chronology.verify(reader)
        await copied.close()
        await town.process.start()
        await town.settle()
        town.rosa.sees("Nobody has been told yet.")


@ON_SQLITE
async def test_asked_to_stop_it_finishes_what_it_has_begun(tmp_path: Path, url: str) -> None:
    async with a_town_outside(tmp_path, url) as town:
        version = town.world.called.version
        town.rosa.phone.says("/home")
        await town.world.called.wait(version, 5)
        assert await town.process.stop() == 0
        async with town.database.reading() as reader:
            held = select(func.count()).where(outbox.c.state == "sending")
            assert await reader.connection.scalar(held) == 0
            assert await reader.connection.scalar(select(func.count()).select_from(leases)) == 0
        await town.process.start()
        await town.settle()
        shown = [m.text for m in town.rosa.phone.private_chat.messages.values() if m.from_bot]
        assert len([text for text in shown if text == town.rosa.screen]) <= 2


async def test_of_two_that_poll_one_waits_and_takes_over(
    tmp_path: Path, postgresql_url: str
) -> None:
    async with a_town_outside(tmp_path, postgresql_url) as town:
        first = town.process
        folder = tmp_path / "other"
        folder.mkdir()
        place = replace(first.place, folder=folder)
        (folder / "policy.toml").write_bytes((tmp_path / "policy.toml").read_bytes())
        other = RunningService(place=place, database=town.database, world=town.world)
        async with running(other, STARTED):
            await other.reached(STARTED)
            other.stand_still_at("")
            [held_by] = await poll_for(town.database)
            await town.rosa.writes("/home")
            await town.rosa.presses("Something has changed at home")
            assert await poll_for(town.database) == [held_by]
            first.stand_still_at(STORED)
            town.rosa.phone.presses("Who lives here or visits")
            await first.reached(STORED)
            town.rosa.phone.presses("Who lives here or visits")
            town.amina.phone.says("/help")
            await first.kill()
            await other.settle()
            assert "Someone at home turns 18" in town.rosa.buttons
            assert await poll_for(town.database) != [held_by]
            made = range(FIRST_UPDATE_ID, town.world.queue.next_id)
            assert await taken(town.database) == [(str(number), "done") for number in made]
            polls = [call for call in town.world.calls if call.method == "getUpdates"]
            assert len([call for call in polls if "terminated by other" in call.outcome]) <= 1
            assert await other.stop() == 0


async def poll_for(database: Database) -> list[str]:
    """Who holds the lease of polling."""
    async with database.reading() as reader:
        wanted = select(leases.c.owner).where(leases.c.name == LEASE)
        return [*await reader.connection.scalars(wanted)]


async def taken(database: Database) -> list[tuple[str, str]]:
    """The updates in the order in which they were stored, and what became of each."""
    async with database.reading() as reader:
        wanted = select(inbox.c.update_id, inbox.c.state).order_by(inbox.c.arrival)
        return [(row.update_id, row.state) for row in await reader.connection.execute(wanted)]


def now() -> datetime:
    """The time of this machine."""
    return datetime.now(UTC)


async def names_by(url: str, ring: KeyRing) -> list[str]:
    """The names of the staff, opened with this ring."""
    database = await Database.open(url, ring, Clock(), beside=True)
    try:
        async with database.reading() as reader:
            return [worker.name for worker in await people.roster(reader)]
    finally:
        await database.close()
