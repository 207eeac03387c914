"""Who is on call cannot take pages: the next one must accept, or the managers are told."""

import pytest

from tests.stories.deeds import call_for_help, forge, go_home
from tests.town import Town


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: nothing here competes."""
    return sqlite_url


async def test_the_next_one_accepts_and_is_paged_first(town: Town) -> None:
    await go_home(town.amina)
    await town.amina.presses("Hand over my shift")
    town.amina.sees("Tom Barker is asked next.")
    await town.amina.presses("I can't take pages")
    town.amina.sees("Until somebody accepts, pages still come to you, and climb as always.")
    town.tom.sees("Amina Yusuf can't take pages until")
    await town.tom.presses("I take the shift")
    town.tom.sees("On shift to Monday 23 November, 09:00. There is no second.")
    town.amina.sees("Tom Barker has your shift until")
    await town.rosa.presses("I need help now", "Tell the on-call team")
    town.tom.sees("Urgent help")
    town.amina.does_not_see("Urgent help")
    await town.amina.presses("I take pages again")
    town.tom.sees("Amina Yusuf takes pages again.")


async def test_where_nobody_accepts_the_managers_are_told_and_pages_go_on(town: Town) -> None:
    await go_home(town.amina)
    await town.amina.presses("I can't take pages")
    await town.tom.presses("I can't take it either")
    town.grace.sees("Amina Yusuf can't take pages until")
    await town.forward(minutes=11)
    town.amina.sees("Nobody has accepted your shift. Your managers have been told.")
    town.grace.sees("nobody has accepted the shift.")
    await call_for_help(town)
    town.amina.sees("Urgent help")
    for hand in (town.rosa, town.priya):
        for verb in ("nopages", "shift", "shiftkeep"):
            await forge(hand, verb)
        await forge(hand, f"shiftyes:{(await town.person('S-003')).hex}")
    await go_home(town.priya)
    assert "I can't take pages" not in town.priya.buttons
