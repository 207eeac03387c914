"""After a placement has begun its plan is ticked or chased, and questions have their day."""

from pathlib import Path

import pytest

from storage.imports import import_files
from tests.storage_fixtures import HandClock
from tests.stories.arrivals import bring
from tests.stories.deeds import forge, go_home, lock_screen, named_on
from tests.town import MONDAY_MORNING, Town

LATER = "Later"


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What is ticked does not depend on the database."""
    return sqlite_url


async def test_the_plan_is_ticked_by_the_carer_or_its_delay_is_told(
    town: Town, tmp_path: Path
) -> None:
    helen = await town.join("helen", "S-006")
    await bring(town, tmp_path)
    town.rosa.sees("a meeting with you about the placement plan by Monday 30 November.")
    await town.forward(hours=71)
    town.priya.sees("The placement meeting for K (fox) is due by Monday 30 November 2026.")
    helen.does_not_see("The placement meeting")
    await town.rosa.presses("It was talked over with me")
    town.rosa.sees("Talked over with you: Thursday 26 November")
    await town.rosa.presses("Not talked over after all")
    town.rosa.does_not_see("Talked over with you")
    await town.forward(days=4, hours=9)
    helen.sees("The placement meeting for K (fox) was due by Monday 30 November 2026.")
    await town.forward(days=1)
    await go_home(town.rosa)
    await town.rosa.presses("My dates", "The start: K (fox)")
    town.rosa.sees("was due by Monday 30 November and is late.")


async def test_who_has_agreed_and_signed_is_not_chased(town: Town, tmp_path: Path) -> None:
    helen = await town.join("helen", "S-006")
    await bring(town, tmp_path)
    await town.rosa.presses("What have I been told?", "No")
    while "I have been told all of it" not in town.rosa.buttons:
        await town.rosa.presses(LATER)
    await town.rosa.presses("I have been told all of it")
    while "None of it is out of date" not in town.rosa.buttons:
        await town.rosa.presses(LATER)
    await town.rosa.presses("None of it is out of date", "Send")
    town.rosa.sees("You have been told all that was asked.")
    await town.rosa.presses("It was talked over with me", "I have agreed to it")
    await town.rosa.presses("I have signed it")
    told = len(lock_screen(town.rosa))
    await town.forward(days=9)
    assert lock_screen(town.rosa, told) == []
    town.priya.does_not_see("The placement meeting")
    helen.does_not_see("The placement meeting")


async def test_a_question_about_the_child_and_support_from_the_first_day(
    town: Town, tmp_path: Path
) -> None:
    await bring(town, tmp_path)
    await town.rosa.presses("Ask a question about a child")
    town.rosa.sees("No names, no addresses.")
    await town.rosa.writes("Does K sleep with a light on?")
    await town.rosa.presses("No, nobody", "Send")
    town.priya.sees("Does K sleep with a light on?")
    await go_home(town.rosa)
    await town.rosa.presses("My dates", "The start: K (fox)", "Support from the first day")
    await town.rosa.presses("Help with school", "Help with health", "That is all")
    await town.rosa.presses("No, nobody", "Send")
    assert [b for b in town.rosa.buttons if "Help with school" in b]
    assert [b for b in town.rosa.buttons if "Help with health" in b]
    town.priya.sees("Help with school")


async def test_nobody_else_sees_a_start_and_with_the_placement_it_ends(
    town: Town, tmp_path: Path
) -> None:
    await bring(town, tmp_path)
    key = named_on(town.rosa, "What have I been told?")
    for hand in (town.jay, town.priya):
        await forge(hand, f"start:{key}")
        await forge(hand, f"plantick:{key}:signed")
        hand.does_not_see("K (fox)")
    placed = (tmp_path / "placements.csv").read_text()
    (tmp_path / "placements.csv").write_text(placed.replace("today,,", "today-1,today,"))
    await import_files(town.database, [tmp_path / "placements.csv"], town.now)
    told = len(lock_screen(town.rosa))
    await town.forward(days=8)
    assert lock_screen(town.rosa, told) == []
    await go_home(town.rosa)
    await town.rosa.presses("My dates")
    assert "The start: K (fox)" not in town.rosa.buttons
