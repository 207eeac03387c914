"""Managers see who has what and which promises were kept, and on Monday the picture of the week."""

import pytest

from tests.stories.deeds import call_for_help, forge, go_home
from tests.town import Town

UPHOLDS = ("SWK-25", "SOU-07", "DMR-24")


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: nothing here competes."""
    return sqlite_url


async def test_open_now_has_two_more_views_for_managers(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await call_for_help(town)
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only")
    await go_home(helen)
    await helen.presses("Open now", "By worker")
    helen.sees("Amina Yusuf: open 1, late 0")
    helen.does_not_see("With nobody")
    await helen.presses("Open now", "Promises kept and missed")
    helen.sees("Of what came in the last 30 days.")
    helen.sees("Spoken with in time: kept fewer than 5, missed fewer than 5")
    for hand in (town.amina, town.grace, town.priya, town.rosa, town.jay):
        for verb in ("opensby", "kept"):
            await forge(hand, verb)
        hand.does_not_see("late 0")
        hand.does_not_see("kept fewer")
    await go_home(town.amina)
    await town.amina.presses("Open now")
    assert "By worker" not in town.amina.buttons


async def test_on_monday_morning_the_picture_of_the_week_comes_once(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    for _ in range(6):
        await call_for_help(town)
        await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
        await town.forward(minutes=1)
        await go_home(town.rosa)
    await town.forward(days=2, hours=9)
    helen.does_not_see("The week of")
    await town.forward(hours=1)
    helen.sees("The week of Monday 16 November to Monday 23 November")
    helen.sees("Requests: 6")
    helen.sees("Urgent help: 6")
    helen.sees("Spoken with in time: kept 6, missed fewer than 5")
    assert helen.all_words.count("The week of") == 1
    await town.forward(hours=30)
    assert helen.all_words.count("The week of") == 1
    for hand in (town.amina, town.grace, town.priya):
        hand.does_not_see("The week of")
