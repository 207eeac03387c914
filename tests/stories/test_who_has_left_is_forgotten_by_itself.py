"""Who has left is forgotten once their days are over: announced first, by night, never if held."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fostering.events import LegalHoldPlaced
from storage import chronology, deletions, people
from storage.changes import Change, Decided
from storage.imports import import_files
from storage.recording import record
from tests.storage_fixtures import ON_SQLITE
from tests.town import SAMPLES, Town

DAYS = 90


@pytest.fixture
def choices(request: pytest.FixtureRequest) -> dict[str, object]:
    """This service forgets by itself, unless the story says otherwise."""
    return {"forgets_by_itself": getattr(request, "param", True)}


async def leave(town: Town, folder: Path, *references: str) -> None:
    """The service's list says that these people have left."""
    head, *lines = (SAMPLES / "people.csv").read_text(encoding="utf-8").splitlines()
    gone = [line for line in lines if line.startswith(tuple(f"{r}," for r in references))]
    path = folder / "people.csv"
    path.write_text("\n".join([head, *(f"{g.removesuffix('yes')}no" for g in gone)]), "utf-8")
    assert not (await import_files(town.database, [path], town.now)).problems


async def hold(town: Town, reference: str) -> None:
    """Somebody places a legal hold."""
    id = await town.person(reference)
    async with town.database.reading() as reader:
        person = (await people.load(reader, [id]))[id]
    event = LegalHoldPlaced(at=town.now, subject=id, why="a claim")
    change = Change(entity=replace(person, held=True), base=person.version)
    assert (await record(town.database, [Decided(events=(event,), changes=(change,))])).recorded


async def to_hour(town: Town, hour: int, *, days: int = 0) -> None:
    """Leap to the next time the clock shows this hour (winter: UTC), and some days more."""
    at = town.now.replace(hour=hour, minute=0) + timedelta(days=days)
    at += timedelta(days=1) if at <= town.now else timedelta()
    await town.jump(seconds=(at - town.now).total_seconds())


async def forgotten(town: Town) -> int:
    """How many stand in the deletion log."""
    async with town.database.reading() as reader:
        return len(await deletions.deletions(reader))


async def test_managers_read_the_number_and_seven_days_later_they_go_by_night(
    town: Town, tmp_path: Path
) -> None:
    helen = await town.join("helen", "S-006")
    rosa = await town.person("C-001")
    await leave(town, tmp_path, "C-001", "C-002")
    await to_hour(town, 10, days=DAYS - 9)
    helen.does_not_see("have left")
    await to_hour(town, 10, days=3)
    helen.sees("2 records of people who have left are forgotten on")
    told = next(m.text or "" for m in helen.messages if "are forgotten on" in (m.text or ""))
    assert "legal hold" in told
    assert "Okafor" not in told, "a number only"
    assert helen.all_words.count("are forgotten on") == 1
    await hold(town, "C-002")
    await to_hour(town, 3, days=7)
    assert await forgotten(town) == 0, "seven days have not passed yet"
    await to_hour(town, 12)
    assert await forgotten(town) == 0, "never by day"
    await to_hour(town, 3)
    assert await forgotten(town) == 1
    async with town.database.reading() as reader:
        assert rosa not in await people.load(reader, [rosa])
        assert await chronology.verify(reader) == []
    await to_hour(town, 3)
    assert await forgotten(town) == 1, "whoever is held stays"
    assert helen.all_words.count("are forgotten on") == 1


@ON_SQLITE
@pytest.mark.parametrize("choices", [False], indirect=True)
async def test_where_it_is_off_managers_read_each_week_how_many_wait(
    town: Town, tmp_path: Path
) -> None:
    helen = await town.join("helen", "S-006")
    await leave(town, tmp_path, "C-001")
    await to_hour(town, 10, days=DAYS + 1)
    helen.sees("1 record has passed its days.")
    await to_hour(town, 3, days=1)
    assert await forgotten(town) == 0
    assert helen.all_words.count("has passed its days") == 1
    await to_hour(town, 10, days=7)
    assert helen.all_words.count("has passed its days") == 2
