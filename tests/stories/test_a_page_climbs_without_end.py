"""Nobody presses: the page climbs, round after round; an outage costs one climb, not a burst."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, lock_screen
from tests.town import Town

PAGE = "A page for you. Open it now."
ROUND = (5, 10, 15)
"""The waits of the night's three steps, in minutes."""


def pages(town: Town) -> dict[str, int]:
    """How often each worker was paged."""
    return {name: lock_screen(town.hands[name]).count(PAGE) for name in ("amina", "tom", "grace")}


async def test_it_goes_round_three_times_by_the_clock(town: Town) -> None:
    await call_for_help(town)
    for number in range(1, 4):
        assert pages(town) == {"amina": number, "tom": number - 1, "grace": number - 1}
        await town.forward(minutes=ROUND[0])
        assert pages(town) == {"amina": number, "tom": number, "grace": number - 1}
        await town.forward(minutes=ROUND[1])
        assert pages(town) == {"amina": number, "tom": number, "grace": number}
        await town.forward(minutes=ROUND[2] - 1)
        assert pages(town) == {"amina": number, "tom": number, "grace": number}
        await town.forward(minutes=1)
    town.amina.sees("Page 10. It may repeat an earlier one.")
    town.rosa.sees("No one has told us that they have picked this up yet.")


@ON_SQLITE
async def test_three_hours_without_us_cost_one_climb_and_not_a_burst(town: Town) -> None:
    await call_for_help(town)
    await town.jump(hours=3)
    assert pages(town) == {"amina": 1, "tom": 1, "grace": 0}
    await town.forward(minutes=9)
    assert pages(town) == {"amina": 1, "tom": 1, "grace": 0}
    await town.forward(minutes=1)
    assert pages(town) == {"amina": 1, "tom": 1, "grace": 1}
