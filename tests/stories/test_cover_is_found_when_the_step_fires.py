"""The steps are frozen when a request is raised; who fills one is looked up when it fires."""

from pathlib import Path

from storage.imports import import_files
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help
from tests.town import SAMPLES, Town


async def test_an_absence_entered_after_raising_sends_the_page_to_who_covers(
    town: Town, tmp_path: Path
) -> None:
    helen = await town.join("helen", "S-006")
    await call_for_help(town)
    absences = tmp_path / "absences.csv"
    absences.write_text("worker,first,last,cover\nS-004,2026-11-20,2026-11-23,S-006\n")
    seen = await import_files(town.database, [absences], town.now)
    assert not seen.problems, seen.problems
    await town.forward(minutes=6)
    helen.sees("Urgent help")
    town.tom.does_not_see("Urgent help")


@ON_SQLITE
async def test_a_worker_who_left_is_not_paged_and_the_step_goes_to_the_next(
    town: Town, tmp_path: Path
) -> None:
    await call_for_help(town)
    people = (SAMPLES / "people.csv").read_text().splitlines()
    left = [
        line.removesuffix("yes") + "no" if line.startswith("S-004") else line for line in people
    ]
    changed = tmp_path / "people.csv"
    changed.write_text("\n".join(left) + "\n")
    seen = await import_files(town.database, [changed], town.now)
    assert not seen.problems
    await town.forward(minutes=6)
    town.tom.does_not_see("Urgent help")
    town.grace.sees("Urgent help")
    await town.tom.writes("/home")
    assert "To use it you need a code." in town.tom.screen
