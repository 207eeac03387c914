"""What is added to a request that is sent already: danger is answered, and somebody hears of it."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import go_home, lock_screen, own_request
from tests.town import MONDAY_MORNING, Town

DANGER = "He says he will kill himself tonight, he has a knife"


async def report_school(town: Town) -> None:
    """Rosa sends something that can wait."""
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "School, family or sad news")
    await town.rosa.presses("School: excluded or bullied", "Being bullied", "J (otter)")
    await town.rosa.presses("Earlier today", "At home with me", "Yes", "Yes", "Nobody yet")
    await town.rosa.presses("Advice", "That is all", "The number you have for me", "Skip", "Skip")
    await town.rosa.presses("No, nobody", "Send")


async def test_danger_in_added_words_gets_the_offer_of_help(town: Town) -> None:
    await report_school(town)
    await town.rosa.presses("Add something")
    await town.rosa.writes(DANGER)
    town.rosa.sees("It sounds as if someone may be in danger. Ring 999.")
    assert "I need help now" in town.rosa.buttons
    await town.forward(minutes=12)
    before = len(lock_screen(town.priya))
    await town.rosa.presses("Send")
    town.rosa.sees("Added at 23:52.")
    town.priya.sees(DANGER)
    # What is not urgent wakes nobody; the offer of help does not depend on them.
    assert len(lock_screen(town.priya)) == before


@ON_SQLITE
async def test_danger_is_offered_999_where_the_team_was_told_already(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team", "Save for later")
    await town.rosa.presses("My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa))
    await town.rosa.presses("Add something")
    await town.rosa.writes(DANGER)
    town.rosa.sees("Ring 999 now. Then ring us.")
    before = len(lock_screen(town.amina))
    await town.rosa.presses("Send")
    town.amina.sees(DANGER)
    assert len(lock_screen(town.amina)) == before + 1


@ON_SQLITE
async def test_a_young_persons_words_of_danger_are_answered_with_999(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only", "Write to them")
    await town.jay.writes("he has a knife")
    town.jay.sees("Ring 999 now. Can't speak? Press 55.")
    town.jay.sees("Send these words to the on-call team?")


class TestByDay:
    """In office hours the owner hears of it at once."""

    @pytest.fixture
    def clock(self) -> HandClock:
        """It is Monday, 10:00."""
        return HandClock(MONDAY_MORNING.timestamp())

    async def test_the_owner_hears_of_it_when_nobody_has_it(self, town: Town) -> None:
        await report_school(town)
        before = len(lock_screen(town.priya))
        await town.rosa.presses("Add something")
        await town.rosa.writes("He will not go tomorrow")
        await town.rosa.presses("Send")
        town.priya.sees("He will not go tomorrow")
        assert len(lock_screen(town.priya)) == before + 1
