"""Stories of imports: looked at first, whole or not at all, and twice is once."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from fostering.people import Role
from storage import chronology, households, links, people
from storage.database import Database
from storage.imports import Preview, import_files, preview
from storage.meetings import ANNUAL_REVIEWS, SUPERVISIONS
from tests.storage.making import AT, SAMPLES, link, take_in_samples


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the samples to change, by name."""
    for path in SAMPLES.glob("*.csv"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


async def take_in(database: Database, folder: Path) -> Preview:
    return await import_files(database, sorted(folder.glob("*.csv")), AT)


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


async def test_a_preview_says_who_is_added_and_who_sees_whom_and_writes_nothing(
    database: Database, files: Path
) -> None:
    seen = await preview(database, sorted(files.glob("*.csv")), AT)
    assert "Rosa Okafor, carer" in seen.added
    assert "Mia Foster-Lane, young person, under 16: no chat on Telegram" in seen.added
    assert "Priya Sharma will see Rosa Okafor" in seen.gains
    async with database.reading() as reader:
        assert await people.every(reader) == ()


async def test_everything_is_taken_in_as_it_stands(database: Database) -> None:
    cast = await take_in_samples(database)
    async with database.reading() as reader:
        found = await people.load(reader, cast.values())
        home = (await households.of(reader, [found[cast["YP-001"]]]))[cast["YP-001"]]
        held = (await SUPERVISIONS.of(reader, [cast["C-001"]]))[cast["C-001"]]
        roster = await people.roster(reader)
    assert home.carers == {cast["C-001"], cast["C-002"]}
    assert home.supervising_social_worker == cast["S-001"]
    assert [p.label for p in home.placements] == ["J (otter)", "M (robin)"]
    assert found[cast["S-003"]].roles == {Role.OUT_OF_HOURS_WORKER, Role.DUTY_WORKER}
    assert held.last_held == AT.date() - timedelta(days=40)
    assert [p.turn for p in roster][:2] == [1, 2]


async def test_taking_in_twice_changes_nothing_more(database: Database, files: Path) -> None:
    await take_in(database, files)
    seen = await take_in(database, files)
    assert (seen.added, seen.changed, seen.gains, seen.losses) == ((), (), (), ())


async def test_a_changed_number_is_a_change_of_that_person_only(
    database: Database, files: Path
) -> None:
    cast = await take_in_samples(database)
    change(files, "people.csv", "07700 900201", "07700 900209")
    seen = await take_in(database, files)
    assert seen.changed == ("Rosa Okafor: telephone",)
    async with database.reading() as reader:
        rosa = (await people.load(reader, [cast["C-001"]]))[cast["C-001"]]
        lines = (await chronology.entries(reader, [cast["C-001"]]))[cast["C-001"]]
    assert (rosa.telephone, rosa.version) == ("07700 900209", 2)
    assert [line.event for line in lines] == ["PersonImported", "PersonImported"]


async def test_a_list_of_people_alone_leaves_the_days_of_approval_as_they_were(
    database: Database, files: Path
) -> None:
    cast = await take_in_samples(database)
    change(files, "people.csv", "07700 900201", "07700 900299")
    assert not (await import_files(database, [files / "people.csv"], AT)).problems
    async with database.reading() as reader:
        rosa = (await people.load(reader, [cast["C-001"]]))[cast["C-001"]]
    assert rosa.telephone == "07700 900299"
    assert rosa.approved == AT.date() - timedelta(days=900)
    assert rosa.reviewed == AT.date() - timedelta(days=200)


async def test_every_carer_has_an_annual_review_from_the_list(database: Database) -> None:
    cast = await take_in_samples(database)
    async with database.reading() as reader:
        found = await ANNUAL_REVIEWS.of_everybody(reader)
    assert found.keys() == {cast["C-001"], cast["C-002"]}
    assert found[cast["C-001"]].approved == AT.date() - timedelta(days=900)
    assert found[cast["C-001"]].last_held == AT.date() - timedelta(days=200)


async def test_a_later_annual_review_in_the_list_is_taken_and_an_earlier_one_is_named(
    database: Database, files: Path
) -> None:
    cast = await take_in_samples(database)
    change(files, "dates.csv", "S-001,today-40,today-900,today-200", "S-001,,,today-10")
    seen = await take_in(database, files)
    assert "The annual review of Rosa Okafor" in seen.changed
    change(files, "dates.csv", "today-10", "today-100")
    seen = await take_in(database, files)
    assert not seen.problems
    assert len(seen.remarks) == 1
    assert seen.remarks[0].startswith("dates.csv, line 2: last_annual_review ")
    assert seen.remarks[0].endswith("which we hold: ours stays")
    async with database.reading() as reader:
        review = (await ANNUAL_REVIEWS.of(reader, [cast["C-001"]]))[cast["C-001"]]
    assert review.last_held == AT.date() - timedelta(days=10)


async def test_the_end_of_a_placement_cuts_sight_that_day(database: Database, files: Path) -> None:
    await take_in(database, files)
    change(files, "placements.csv", "today-210,,", "today-210,today,")
    seen = await take_in(database, files)
    assert "Rosa Okafor will no longer see Jay Mercer" in seen.losses
    assert not any("Mia" in line for line in seen.losses)


async def test_who_has_left_loses_their_chat(database: Database, files: Path) -> None:
    cast = await take_in_samples(database)
    await link(database, cast["S-003"], "1")
    change(files, "people.csv", "duty_worker,1,,yes", "duty_worker,1,,no")
    await take_in(database, files)
    async with database.reading() as reader:
        assert await links.by_accounts(reader, "telegram", ["1"]) == {}
        assert cast["S-003"] not in {p.id for p in await people.roster(reader)}


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("people.csv", "C-001,carer", "C-001,uncle", "people.csv, line 9: standing must be"),
        ("people.csv", "C-001,carer,Rosa Okafor", "C-001,carer,", "line 9: name is empty"),
        ("people.csv", "07700 900201", "ring her", "line 9: telephone is not"),
        ("people.csv", "today-17y", "17", "line 11: born must be a day"),
        ("people.csv", "today-17y", "", "line 11: a young person needs a birth date"),
        ("people.csv", "C-002,carer", "C-001,carer", "line 10: C-001 stands in the list twice"),
        ("people.csv", "duty_worker,2", "duty_worker,1", "line 5: S-003 has turn 1 as well"),
        ("people.csv", ",,,,H-001,yes\nC-002", ",,,,,yes\nC-002", "line 9: a carer needs a house"),
        ("people.csv", "on_call_manager", "boss", "line 6: roles must be one of"),
        ("households.csv", "S-001", "S-099", "line 2: there is no person S-099"),
        ("households.csv", "S-001", "C-001", "line 2: C-001 is not a staff"),
        ("placements.csv", "P-002,H-001", "P-002,H-009", "line 3: there is no household H-009"),
        ("placements.csv", "P-002,H-001,YP-002", "P-002,H-001,YP-001", "in another placement"),
        ("placements.csv", "today-210,,", "today-210,today-300,", "line 2: last is before first"),
        ("dates.csv", "today-40", "some day", "line 2: last_supervision must be a day"),
        ("dates.csv", "last_supervision", "lately", "dates.csv, line 1: these columns"),
    ],
)
async def test_a_wrong_row_is_named_and_then_nothing_is_taken_in(
    database: Database, files: Path, name: str, old: str, new: str, said: str
) -> None:
    change(files, name, old, new)
    seen = await take_in(database, files)
    assert any(said in problem for problem in seen.problems), seen.problems
    async with database.reading() as reader:
        assert await people.every(reader) == ()


async def test_a_known_person_never_changes_standing(database: Database, files: Path) -> None:
    await take_in(database, files)
    change(files, "people.csv", "C-002,carer", "C-002,staff")
    [problem] = [p for p in (await take_in(database, files)).problems if "clash" in p]
    assert "C-002 is known as a carer" in problem


async def test_an_absence_is_taken_in_with_its_cover(database: Database, files: Path) -> None:
    absences = files / "absences.csv"
    absences.write_text("worker,first,last,cover\nS-001,today-1,today+5,S-002\n", encoding="utf-8")
    await take_in(database, files)
    async with database.reading() as reader:
        cast = await people.by_import_reference(reader, ["S-001", "S-002"])
        priya = (await people.load(reader, [cast["S-001"]]))[cast["S-001"]]
    assert priya.away(AT.date())
    assert priya.absences[0].cover == cast["S-002"]


async def test_people_are_found_by_words_of_their_name(database: Database) -> None:
    cast = await take_in_samples(database)
    async with database.reading() as reader:
        assert [p.id for p in await people.named(reader, "okafor ROSA")] == [cast["C-001"]]
        assert len(await people.named(reader, "Okafor")) == 2
        assert await people.load(reader, [UUID(int=1)]) == {}
