"""The service's own lists: the samples are taken in, twice is once, and a wrong row stops all."""

from pathlib import Path

from storage.imports import import_files, preview
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home
from tests.town import SAMPLES, Town


async def test_twice_is_once_and_a_wrong_row_is_named_and_nothing_is_taken_in(
    town: Town, tmp_path: Path
) -> None:
    files = sorted(SAMPLES.glob("*.csv"))
    again = await import_files(town.database, files, town.now)
    assert not again.problems
    assert (again.added, again.changed, again.gains, again.losses) == ((), (), (), ())
    good = "S-009,staff,Nadia Rahman,en,07700 900109,,duty_worker,,,yes"
    wrong = "S-010,staff,Leo Grant,en,07700 900110,,duty_wrker,,,yes"
    header = (SAMPLES / "people.csv").read_text().splitlines()[0]
    changed = tmp_path / "people.csv"
    changed.write_text("\n".join((header, good, wrong)) + "\n")
    seen = await import_files(town.database, [changed], town.now)
    assert len(seen.problems) == 1
    assert "people.csv" in seen.problems[0]
    assert "3" in seen.problems[0]
    assert "duty_wrker" in seen.problems[0] or "role" in seen.problems[0]
    changed.write_text("\n".join((header, good)) + "\n")
    looked = await preview(town.database, [changed], town.now)
    assert any("Nadia Rahman" in line or "S-009" in line for line in looked.added)
    taken = await import_files(town.database, [changed], town.now)
    assert taken.added == looked.added
    nadia = await town.join("nadia", "S-009")
    nadia.sees("Your desk")


@ON_SQLITE
async def test_an_ended_placement_is_seen_by_the_carer_no_more_and_requests_stay(
    town: Town, tmp_path: Path
) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing", "J (otter)", "Save for later")
    lines = (SAMPLES / "placements.csv").read_text().splitlines()
    columns = lines[0].split(",")
    row = dict(zip(columns, lines[1].split(","), strict=True)) | {"last": "2026-11-20"}
    ended = tmp_path / "placements.csv"
    ended.write_text("\n".join((lines[0], ",".join(row[column] for column in columns))) + "\n")
    seen = await import_files(town.database, [ended], town.now)
    assert not seen.problems, seen.problems
    assert any("Rosa" in line or "Okafor" in line or "C-001" in line for line in seen.losses)
    await town.rosa.presses("A child is missing")
    assert "J (otter)" not in town.rosa.buttons
    town.amina.sees("P1 · A child is missing")
