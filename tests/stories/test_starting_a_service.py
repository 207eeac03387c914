"""From nothing to a carer's linked phone, by the command line alone, as real processes."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from simulator.server import build, serve
from simulator.world import World
from storage.clock import Clock
from storage.database import Database
from storage.keys import KeyRing
from tests.processes import (
    TOKEN,
    Place,
    a_place,
    a_running_service,
    hearthline,
    let_nothing_be_set,
    wall,
)
from tests.storage_fixtures import ON_SQLITE
from tests.town import SAMPLES

LISTS = ("people.csv", "households.csv", "placements.csv", "dates.csv")
LOOPBACK_THAT_NOBODY_SERVES = "http://127.0.0.1:9"


@pytest.fixture
def world() -> World:
    """A pretended Telegram that lives in the time of this machine."""
    return World(token=TOKEN, username="riverbank_bot", now=wall)


@pytest.fixture
async def place(tmp_path: Path, url: str, keys: KeyRing, world: World) -> AsyncIterator[Place]:
    """A folder with whole settings, a migrated database, and the service's own lists."""
    for name in LISTS:
        shutil.copy(SAMPLES / name, tmp_path / name)
    async with serve(build(world)) as root:
        yield a_place(tmp_path, url=url, keys=keys, address=root)


async def test_it_refuses_to_start_and_names_every_gap_at_once(tmp_path: Path) -> None:
    place = let_nothing_be_set(tmp_path)
    without_number = place.folder / "policy.toml"
    without_number.write_text('[service]\nname = "Riverbank"\nmode = "live"\n', encoding="utf-8")
    ended = await hearthline(place, "run")
    assert ended.code == 1
    for gap in ("HEARTHLINE_TOKEN", "HEARTHLINE_KEYS", "numbers.out_of_hours", "escalation"):
        assert gap in ended.err
    without_number.unlink()
    ended = await hearthline(place, "run")
    assert "HEARTHLINE_POLICY" in ended.err
    assert "Traceback" not in ended.said


async def test_the_clock_moves_only_where_nobody_is_reading(
    tmp_path: Path, sqlite_url: str, keys: KeyRing
) -> None:
    real = a_place(tmp_path, url=sqlite_url, keys=keys, address="https://api.telegram.org")
    refused = await hearthline(real, "clock", "+6w")
    assert refused.code == 1
    assert "only in the demo" in refused.err
    before = await hearthline(real, "clock")
    demo = a_place(tmp_path, url=sqlite_url, keys=keys, address=LOOPBACK_THAT_NOBODY_SERVES)
    moved = await hearthline(demo, "clock", "+6w")
    assert moved.code == 0
    assert moved.out.split(",")[0] != before.out.split(",")[0]


@ON_SQLITE
async def test_a_wrong_row_is_named_and_nothing_is_taken_in(place: Place) -> None:
    people = place.folder / "people.csv"
    right = people.read_text(encoding="utf-8")
    people.write_text(right + "C-009,carer,,en,not a number,,,,H-001,yes\n", encoding="utf-8")
    refused = await hearthline(place, "import", *LISTS)
    assert refused.code == 1
    assert f"people.csv, line {len(right.splitlines()) + 1}" in refused.err
    people.write_text(right, encoding="utf-8")
    seen = await hearthline(place, "import", "--preview", *LISTS)
    assert "Rosa Okafor" in seen.out
    assert "nothing was changed" in seen.out
    taken = await hearthline(place, "import", *LISTS)
    assert taken.code == 0, taken.said
    assert "Priya Sharma will see Jay Mercer" in taken.out
    again = await hearthline(place, "import", *LISTS)
    assert "Nothing to change" in again.out


async def test_an_invitation_can_be_photographed_and_links_a_fresh_phone(
    place: Place, url: str, keys: KeyRing, world: World
) -> None:
    assert (await hearthline(place, "import", *LISTS)).code == 0
    invited = await hearthline(place, "invite", "C-001", "--picture", "code.png")
    assert invited.code == 0, invited.said
    (link,) = [word for word in invited.out.split() if word.startswith("https://t.me/")]
    (seen,) = zxingcpp.read_barcodes(Image.open(place.folder / "code.png"))
    assert seen.text == link
    assert "Spoken code:" in invited.out
    rosa, stranger = (world.add_phone(key=name, name=name) for name in ("Rosa", "Stranger"))
    database = await Database.open(url, keys, Clock(), beside=True)
    try:
        async with a_running_service(place, database, world) as service:
            rosa.deep_link(link)
            await service.settle()
            assert "You are linked. You need no code." in (rosa.messages()[-1].text or "")
            stranger.deep_link(link)
            await service.settle()
            assert "That code did not work." in (stranger.messages()[-1].text or "")
            assert await service.stop() == 0
    finally:
        await database.close()
    linked = await hearthline(place, "invite", "C-001")
    assert "has a chat with us already" in linked.out
    verified = await hearthline(place, "verify")
    assert verified.code == 0
    assert "holds" in verified.out


@ON_SQLITE
async def test_check_says_in_plain_words_what_is_missing(place: Place) -> None:
    told = await hearthline(place, "check")
    assert told.code == 1
    assert "Nobody at all would be paged out of hours" in told.out
    assert "The out-of-hours group is not connected" in told.out
    assert "Cover is Telegram-only" in told.out
    assert "@riverbank_bot" in told.out
    wrong = replace(place, settings={**place.settings, "HEARTHLINE_TOKEN": "1" * 30})
    told = await hearthline(wrong, "check")
    assert "HEARTHLINE_TOKEN does not look like" in told.said


async def test_somebody_is_forgotten_only_when_it_is_said_for_sure(place: Place) -> None:
    assert (await hearthline(place, "import", *LISTS)).code == 0
    asked = await hearthline(place, "forget", "C-001")
    assert asked.code == 1
    assert "It cannot be undone" in asked.err
    assert (await hearthline(place, "forget", "C-001", "--sure")).code == 0
    gone = await hearthline(place, "invite", "C-001")
    assert "Nobody here is called" in gone.err
    assert (await hearthline(place, "verify")).code == 0
