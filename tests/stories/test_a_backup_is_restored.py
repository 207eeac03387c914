"""A backup is made while it runs and put back; it starts on hold, until somebody lets it go."""

from pathlib import Path

import pytest

from conversations.screen import Screen, plain
from desk.bodies import write_body
from storage import outbox, pauses, releases
from storage.clock import Clock
from storage.copies import BESIDE
from storage.database import Database
from storage.keys import KeyRing
from storage.outgoing import Put
from storage.results import Lane
from tests.processes import Finished, hearthline
from tests.storage_fixtures import ON_SQLITE, HandClock, create, drop
from tests.stories.test_it_watches_itself import the_operators, told
from tests.town import FRIDAY_NIGHT, ON_CALL_NUMBER, a_town
from tests.town_outside import TownOutside, a_town_outside

HELD = "on hold"
NUDGE = write_body(Screen(language="en", lines=(plain("Hold a while"),)))
OLD = "From a restored backup: this may be old, or done already."


@pytest.fixture
def postgresql_url(own_postgresql_url: str) -> str:
    """A PostgreSQL database that may be taken away and made anew."""
    return own_postgresql_url


async def says(town: TownOutside, *words: str) -> Finished:
    """Say a command of `hearthline` and let it end well."""
    ended = await hearthline(town.process.place, *words)
    assert ended.code == 0, ended.said
    return ended


async def lose(town: TownOutside, url: str) -> None:
    """The database is lost: a damaged file, or a server that begins with an empty one."""
    await town.database.close()
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        for ending in BESIDE[1:]:
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
        content = path.read_bytes()
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        said = await hearthline(town.process.place, "run")
        assert said.code == 1
        assert "The database file is damaged." in said.err
        assert "hearthline restore" in said.err
    else:
        server, _, name = url.rpartition("/")
        drop(server, name)
        create(server, name)


async def open_again(town: TownOutside, url: str) -> None:
    """Look at the database that stands there now."""
    keys = KeyRing.read(town.process.place.settings["HEARTHLINE_KEYS"])
    town.database = await Database.open(url, keys, Clock(), beside=True)
    town.process.database = town.database


async def test_what_a_backup_held_comes_back_and_nothing_of_it_is_sent_unasked(
    tmp_path: Path, url: str
) -> None:
    key = {"BACKUP_KEY": KeyRing.fresh().write()}
    async with a_town_outside(tmp_path, url, linked=("rosa", "amina"), settings=key) as town:
        await town.rosa.presses("I need help now", "Tell the on-call team")
        await says(town, "backup", "night")
        assert (tmp_path / "night").stat().st_mode & 0o077 == 0
        assert b"HEARTHLINE" in (tmp_path / "night").read_bytes()[:20]
        assert "already" in (await hearthline(town.process.place, "backup", "night")).err
        refused = await hearthline(town.process.place, "restore", "night")
        assert refused.code == 1
        await town.amina.presses("I've got it")
        assert await town.process.stop() == 0
        await lose(town, url)
        assert "hearthline release" in (await says(town, "restore", "night")).out
        await says(town, "migrate")
        await says(town, "verify")
        assert HELD in (await hearthline(town.process.place, "check")).out
        await open_again(town, url)
        seen = len(town.amina.messages)
        # Longer than the first step waits, by day as by night: the hour of this run is anybody's.
        await says(town, "clock", "+11m")
        await town.process.start()
        town.rosa.phone.says("Is anybody there?")
        await town.process.until(lambda: "999" in town.rosa.screen, "no numbers")
        preview = await says(town, "release")
        assert "a backup was restored" in preview.out
        assert "is decided then: 1." in preview.out
        assert "go to the next person at once: 1." in preview.out
        assert "Nothing is changed." in preview.out
        assert len(town.amina.messages) == seen
        assert "Released." in (await says(town, "release", "--sure")).out
        assert (await hearthline(town.process.place, "release")).err == "Nothing is on hold.\n"
        await town.process.settle()
        town.rosa.sees("We did not understand that.")
        await town.database.close()


@ON_SQLITE
async def test_on_hold_people_get_numbers_staff_get_nothing_and_the_operators_hear_of_it(
    database: Database, clock: HandClock
) -> None:
    people = ("rosa", "amina", "tom", "grace")
    async with a_town(database, clock, linked=people, restored_at=FRIDAY_NIGHT) as town:
        operators = the_operators(town)
        await town.rosa.presses("I need help now")
        town.rosa.phone.presses("Tell the on-call team")
        await town.service.receive_once()
        await town.service.take_turn()
        async with database.writing() as writer:
            amina = (await town.person("S-003")).hex
            reminder = Put(place="person", key=amina, body=NUDGE, lane=Lane.REMINDER)
            await outbox.put(writer, [reminder])
            await pauses.begin_restored(writer)
        seen = {name: len(town.hands[name].messages) for name in people}
        await town.service.tick()
        await town.jump(minutes=2)
        await town.jump(hours=9)
        assert {name: len(town.hands[name].messages) for name in people} == seen
        assert "The program is on hold" in told(operators)[0]
        assert len(told(operators)) == 2
        await town.rosa.writes("Is anybody there?")
        assert ON_CALL_NUMBER in town.rosa.screen
        async with database.writing() as writer:
            assert await releases.release(writer) == 1
        await town.settle()
        await town.settle()
        assert "I've got it" in town.amina.buttons
        for worker in (town.amina, town.tom):
            assert OLD in worker.all_words
        assert "Hold a while" not in town.amina.all_words
        assert len(town.amina.messages) <= seen["amina"] + 3
        await town.jump(minutes=2)
        await town.jump(minutes=6)
        assert told(operators)[-1].startswith("This is over:")
        assert town.service.health.sound
