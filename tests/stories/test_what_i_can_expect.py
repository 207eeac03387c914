"""What a carer can expect stands in one list, each with where it stands for them now."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import go_home
from tests.town import MONDAY_MORNING, Town


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def test_each_promise_shows_where_it_stands(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("What I can expect")
    town.rosa.sees("We meet for supervision at least every 42 days.")
    town.rosa.sees("Last: Wednesday 14 October 2026. Next by Wednesday 25 November 2026.")
    town.rosa.sees("Your approval is reviewed within a year.")
    town.rosa.sees("Last: Thursday 7 May 2026. Next by Friday 7 May 2027.")
    town.rosa.sees("Somebody who knows fostering can be reached, day and night.")
    town.rosa.does_not_see("is open, and the answer is not late.")
    await town.rosa.presses("Ask for support", "Money and tax", "Tax, benefits, insurance number")
    await town.rosa.presses("Tax as a carer", "Skip", "No, nobody", "Send")
    await go_home(town.rosa)
    await town.rosa.presses("What I can expect")
    town.rosa.sees("1 is open, and the answer is not late.")
    await town.forward(days=9)
    await go_home(town.rosa)
    await town.rosa.presses("What I can expect")
    town.rosa.sees("1 answer is late.")
    town.rosa.sees("It was due by Wednesday 25 November 2026 and is late.")


@ON_SQLITE
async def test_it_is_for_carers_alone(town: Town) -> None:
    for hand in (town.priya, town.jay):
        await go_home(hand)
        assert "What I can expect" not in hand.buttons
