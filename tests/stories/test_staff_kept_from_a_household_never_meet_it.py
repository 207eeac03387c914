"""Staff who must never see a household do not meet its people in any list (practice 27)."""

from pathlib import Path

from storage.imports import import_files
from tests.stories.deeds import call_for_help, forge, go_home
from tests.town import Town


async def test_their_names_stand_in_no_list_and_their_requests_are_gone(
    town: Town, tmp_path: Path
) -> None:
    request = await call_for_help(town)
    await go_home(town.tom)
    assert "Waiting (1)" in town.tom.buttons
    await keep_from_tom(town, tmp_path)
    await go_home(town.tom)
    assert "Waiting (0)" in town.tom.buttons
    await forge(town.tom, f"req:{request}")
    await town.tom.presses("Add a phone call")
    for name in ("Rosa Okafor", "Daniel Okafor"):
        assert name not in town.tom.buttons
    await town.tom.presses("Cancel", "Yes, throw them away", "A phone is lost: unlink it")
    assert "Priya Sharma" in town.tom.buttons
    for name in ("Rosa Okafor", "Jay Mercer"):
        assert name not in town.tom.buttons
    await forge(town.tom, f"unlink:{(await town.person('C-001')).hex}")
    town.tom.does_not_see("Okafor")
    await go_home(town.rosa, town.amina)
    assert "My requests (1 open)" in town.rosa.buttons
    await town.amina.presses("Add a phone call")
    assert "Rosa Okafor" in town.amina.buttons


async def keep_from_tom(town: Town, folder: Path) -> None:
    """From now on Tom must never see Rosa's household."""
    kept = folder / "households.csv"
    kept.write_text("reference,supervising_social_worker,kept_from\nH-001,S-001,S-004\n")
    seen = await import_files(town.database, [kept], town.now)
    assert not seen.problems, seen.problems
