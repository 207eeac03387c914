"""Rotating the key ring: a new key wraps everything, the old one opens nothing any more."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import leases, people
from storage.alone import alone
from storage.clock import Clock
from storage.database import Database
from storage.imports import import_files
from storage.keys import KeyRing, KeysNotGood
from tests.processes import Place, a_place, hearthline
from tests.town import SAMPLES

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
async def place(url: str, keys: KeyRing, tmp_path: Path) -> Place:
    """A service with people in it, which stands still; its ring has a file of its own."""
    database = await Database.open(url, keys, Clock(), beside=True)
    seen = await import_files(database, sorted(SAMPLES.glob("*.csv")), datetime.now(UTC))
    assert not seen.problems, seen.problems
    await database.close()
    made = a_place(tmp_path, url=url, keys=keys, address=NOWHERE)
    ring = tmp_path / "ring"
    ring.write_text(keys.write(), encoding="ascii")
    ring.chmod(0o600)
    return replace(made, settings={**made.settings, "HEARTHLINE_KEYS": str(ring)})


async def test_one_command_adds_a_key_and_wraps_everything_by_it(place: Place, url: str) -> None:
    said = await hearthline(place, "keys", "rotate")
    assert said.code == 0, said.said
    assert "Key 2 stands first" in said.out
    assert "Wrapped anew: 0" not in said.out
    ring = ring_of(place)
    assert (ring.active, sorted(ring.keys)) == (2, [1, 2])
    assert (place.folder / "ring").stat().st_mode & 0o077 == 0
    assert await names_by(url, KeyRing(keys={2: ring.keys[2]}, active=2))
    with pytest.raises(KeysNotGood):
        await names_by(url, KeyRing(keys={1: ring.keys[1]}, active=1))
    # Said again it changes nothing; a further key has to be asked for.
    again = await hearthline(place, "keys", "rotate")
    assert "Wrapped anew: 0." in again.out
    assert ring_of(place).keys == ring.keys
    another = await hearthline(place, "keys", "rotate", "--new")
    assert "Key 3 stands first" in another.out
    assert await names_by(url, ring_of(place))
    assert (await hearthline(place, "verify")).code == 0


async def test_what_was_begun_is_finished(place: Place, url: str, keys: KeyRing) -> None:
    """The new key stands in the file already, and nothing is wrapped by it yet."""
    begun = keys.with_a_new_key()
    (place.folder / "ring").write_text(begun.write(), encoding="ascii")
    said = await hearthline(place, "keys", "rotate")
    assert said.code == 0, said.said
    assert ring_of(place).keys == begun.keys
    assert await names_by(url, KeyRing(keys={2: begun.keys[2]}, active=2))


async def test_a_ring_in_the_setting_itself_is_printed_and_nothing_is_changed(
    place: Place, url: str, keys: KeyRing
) -> None:
    inline = replace(place, settings={**place.settings, "HEARTHLINE_KEYS": keys.write()})
    said = await hearthline(inline, "keys", "rotate")
    assert said.code == 1
    assert "Nothing is changed yet" in said.err
    assert await names_by(url, keys)
    line = next(words for words in said.out.splitlines() if words.startswith("HEARTHLINE_KEYS="))
    put = replace(place, settings={**place.settings, "HEARTHLINE_KEYS": line.partition("=")[2]})
    assert (await hearthline(put, "keys", "rotate")).code == 0
    with pytest.raises(KeysNotGood):
        await names_by(url, keys)


async def test_nothing_is_rotated_under_a_service_that_runs(
    place: Place, url: str, keys: KeyRing
) -> None:
    database = await Database.open(url, keys, Clock(), beside=True)
    async with database.writing() as writer:
        await leases.hold(writer, "sending", "somebody", 60)
    await database.close()
    with alone(url):
        said = await hearthline(place, "keys", "rotate")
    assert said.code == 1
    assert "Stop it first" in said.err
    assert ring_of(place).keys == keys.keys


def ring_of(place: Place) -> KeyRing:
    """The ring as its file holds it."""
    return KeyRing.read(str(place.folder / "ring"))


async def names_by(url: str, ring: KeyRing) -> list[str]:
    """The names of the staff, opened with this ring."""
    database = await Database.open(url, ring, Clock(), beside=True)
    try:
        async with database.reading() as reader:
            found = [worker.name for worker in await people.roster(reader)]
    finally:
        await database.close()
    assert "Amina Yusuf" in found
    return found
