"""Another time for a supervision: asked once, seen on both cards, heard by whoever is there."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.imports import import_files
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import forge, go_home, lock_screen
from tests.town import MONDAY_MORNING, Hand, Town

ASKED = "Rosa Okafor needs another time for the supervision."
STANDS = "You asked for another time. This one stands until your worker moves it."


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def plan(town: Town, day: str) -> None:
    """Priya plans Rosa's supervision on this day at two, and Rosa looks at it."""
    await go_home(town.priya)
    await town.priya.presses("Supervisions", "Rosa Okafor", "Plan it")
    await town.priya.writes(day)
    await town.priya.writes("14:00")
    await town.priya.presses("Send")
    await go_home(town.rosa, town.priya)
    await town.rosa.presses("My dates")


async def look(town: Town) -> Hand:
    """Priya looks at Rosa's supervision."""
    await go_home(town.priya)
    await town.priya.presses("Supervisions")
    return town.priya


async def test_three_presses_tell_once_and_both_cards_say_it_until_it_is_moved(town: Town) -> None:
    await plan(town, "4/12/2026")
    await town.rosa.presses("I will be there")
    told = len(lock_screen(town.priya))
    for _ in range(3):
        await forge(town.rosa, "supmove:0")
    assert len(lock_screen(town.priya)) == told + 1
    town.priya.sees(ASKED)
    town.rosa.sees(STANDS)
    town.rosa.does_not_see("You said that you will be there.")
    assert "I need another time" not in town.rosa.buttons
    assert town.rosa.toasts[-1] == "You have asked for another time already."
    priya = await look(town)
    priya.sees("Rosa Okafor asked for another time.")
    await priya.presses("Rosa Okafor")
    priya.sees("They asked for another time: Monday 23 November, 10:00.")
    priya.does_not_see("You asked")
    await priya.presses("Move it")
    await priya.writes("8/12/2026")
    await priya.writes("10:15")
    await priya.presses("Send")
    assert STANDS not in town.rosa.screen
    await town.rosa.presses("I will be there")
    priya = await look(town)
    await priya.presses("Rosa Okafor")
    priya.sees("They said that they will be there.")
    priya.does_not_see("You said")


@ON_SQLITE
async def test_being_there_after_all_is_told(town: Town) -> None:
    await plan(town, "4/12/2026")
    await town.rosa.presses("I need another time", "I will be there")
    town.priya.sees("Rosa Okafor will be there after all. The supervision needs no other time.")
    town.rosa.does_not_see(STANDS)


@ON_SQLITE
async def test_while_the_worker_is_away_who_covers_hears_of_it_and_can_move_it(
    town: Town, tmp_path: Path
) -> None:
    await plan(town, "4/12/2026")
    await send_away(town, tmp_path, cover="S-004")
    await town.rosa.presses("I need another time")
    assert town.rosa.toasts[-1] == "Tom Barker is asked for another time."
    town.tom.sees(ASKED)
    town.priya.does_not_see(ASKED)
    await town.tom.presses("Move it")
    await town.tom.writes("8/12/2026")
    await town.tom.writes("10:15")
    await town.tom.presses("Send")
    town.rosa.sees("Next supervision: Tuesday 8 December, 10:15")
    # Her own worker keeps sight of it.
    await look(town)
    town.priya.sees("Rosa Okafor: planned for Tuesday 8 December, 10:15")


@ON_SQLITE
async def test_a_worker_without_a_chat_is_stood_in_for_by_the_team_manager(town: Town) -> None:
    await plan(town, "4/12/2026")
    await cut_off_priya(town)
    await town.rosa.presses("I need another time")
    assert town.rosa.toasts[-1] == "We wrote it down, but nobody could be told. Ring your worker."
    helen = await town.join("helen", "S-006")
    await town.rosa.presses("I will be there", "I need another time")
    assert town.rosa.toasts[-1] == "Helen Marsh is asked for another time."
    helen.sees(ASKED)


@ON_SQLITE
async def test_it_did_not_happen_is_offered_only_once_the_time_has_passed(town: Town) -> None:
    await plan(town, "24/11/2026")
    assert "It did not happen" not in town.rosa.buttons
    await town.jump(days=2)
    await go_home(town.rosa)
    await town.rosa.presses("My dates")
    assert "I need another time" not in town.rosa.buttons
    await town.rosa.presses("It did not happen")
    town.priya.sees("Rosa Okafor says the supervision did not happen. Plan a new time.")


@ON_SQLITE
async def test_overdue_is_told_to_who_covers_while_the_worker_is_away(
    town: Town, tmp_path: Path
) -> None:
    await send_away(town, tmp_path, cover="S-004")
    await town.forward(days=4)
    town.tom.sees("A supervision is overdue: Rosa Okafor")
    town.priya.does_not_see("overdue")


async def send_away(town: Town, folder: Path, *, cover: str) -> None:
    """Priya is away for three weeks, and this worker covers for her."""
    first = date(2026, 11, 23)
    last = first + timedelta(days=21)
    (folder / "absences.csv").write_text(
        f"worker,first,last,cover\nS-001,{first},{last},{cover}\n", encoding="utf-8"
    )
    seen = await import_files(town.database, [folder / "absences.csv"], town.now)
    assert not seen.problems, seen.problems


async def cut_off_priya(town: Town) -> None:
    """Priya has lost her phone."""
    await go_home(town.tom)
    await town.tom.presses("A phone is lost: unlink it", "Priya Sharma", "Yes, cut it off")
