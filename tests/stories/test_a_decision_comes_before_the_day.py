"""A carer asks for a decision: it goes to who may decide, is chased in time, and a no says why."""

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.deeds import go_home, lock_screen
from tests.town import MONDAY_MORNING, Town


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def test_a_decision_is_asked_for_chased_and_a_no_has_its_reason(town: Town) -> None:
    owen = await town.join("owen", "S-002")
    await go_home(town.rosa)
    await town.rosa.presses("Who decides?", "J (otter)", "Home and free time")
    await town.rosa.presses("A night at a friend's home")
    await town.rosa.writes("A weekend at L's")
    await town.rosa.writes("Friday")
    await town.rosa.presses("The day before is soon enough", "No, nobody")
    town.rosa.sees("The answer should come before Friday 27 November.")
    await town.rosa.presses("Send")
    town.rosa.sees("It goes to Owen Hughes.")
    town.rosa.sees("You should have a first answer by Tuesday 24 November, 17:00.")
    owen.sees("A weekend at L's")
    owen.sees("A night at a friend's home")
    told = len(lock_screen(owen))
    await town.forward(hours=23)
    assert lock_screen(owen, told) == ["You have a message."]
    owen.sees("the answer was promised by Tuesday 24 November, 17:00. That is today.")
    await owen.presses("Open it", "I've got it", "Close with what was done")
    await owen.presses("We said no. This is why:")
    await owen.writes("We do not know that family yet. Ask again in a week.")
    await owen.presses("Send")
    town.rosa.sees("We do not know that family yet. Ask again in a week.")
