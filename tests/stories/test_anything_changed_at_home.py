"""Once a quarter carers are asked whether anything has changed at home, and may switch it off."""

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.deeds import lock_screen
from tests.town import MONDAY_MORNING, Town

ASKED = "Anything changed at home?"


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What is asked does not depend on the database."""
    return sqlite_url


async def test_a_carer_says_that_nothing_has_changed_and_then_does_not_want_to_be_asked(
    town: Town,
) -> None:
    town.rosa.does_not_see(ASKED)
    await town.jump(days=91)
    town.rosa.sees(ASKED)
    assert lock_screen(town.rosa)[-1] == "You have a message."
    await town.rosa.presses("Nothing has changed")
    town.rosa.sees("You answered on Monday 22 February. It is noted.")
    await town.rosa.presses("Don't ask me again")
    town.rosa.sees("We do not ask again. Tell us when it changes.")
    await town.jump(days=100)
    town.rosa.does_not_see("We ask every few months")


async def test_something_has_changed_opens_the_report(town: Town) -> None:
    await town.jump(days=91)
    await town.rosa.presses("Something has changed")
    town.rosa.sees("What is it about?")
