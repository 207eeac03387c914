"""A page tells the worker how the carer can be reached, and the desk says who is on call."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import go_home, own_request
from tests.town import MONDAY_MORNING, Town


async def test_first_and_second_on_call_see_until_when_and_with_whom(town: Town) -> None:
    await go_home(town.amina, town.tom, town.grace)
    town.amina.sees("On shift to Monday 23 November, 09:00 with Tom Barker. You are paged first.")
    town.tom.sees("On shift to Monday 23 November, 09:00 with Amina Yusuf. You are paged second.")
    town.grace.does_not_see("on call until")


@ON_SQLITE
async def test_a_carer_with_the_child_or_who_cannot_talk_says_so(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team")
    assert town.rosa.screen.startswith("Ring 020 7946 0123 now as well. This message may not wake")
    town.amina.sees("They gave no number here: use the one you hold for them.")
    town.amina.does_not_see("Tell the child's social worker")
    await town.rosa.presses("Something else", "Yes, but the child is with me")
    await town.rosa.presses("The number you have for me")
    town.amina.sees("Yes, but the child is with me")
    town.amina.does_not_see("They gave no number here")
    await town.rosa.presses("Back", "Back", "Write to me, don't ring")
    town.amina.sees("Started, not finished. Write to them, don't ring.")


@ON_SQLITE
async def test_the_number_outlives_a_climb_and_no_past_hour_is_offered(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("I need to talk to someone tonight", "Yes, ring me")
    await town.rosa.presses("The number you have for me")
    assert "20:00" not in town.rosa.buttons
    assert "23:00" not in town.rosa.buttons
    await town.rosa.presses("01:00")
    await town.forward(minutes=6)
    town.tom.sees("The number you have for me")
    town.tom.sees("01:00")


@ON_SQLITE
async def test_a_matter_for_the_telephone_shows_the_number_and_the_hour(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Abuse, harm or police")
    await town.rosa.presses("A child has told me about abuse")
    await town.rosa.writes("020 7946 0999")
    await town.rosa.presses("01:00")
    town.grace.sees("020 7946 0999")
    town.grace.sees("01:00")


@ON_SQLITE
async def test_the_words_for_an_interpreter_stand_by_the_number(town: Town) -> None:
    await town.rosa.writes("/language")
    await town.rosa.presses("العربية")
    assert "Arabic interpreter, please" in town.rosa.screen
    await town.rosa.presses("أحتاج إلى الحديث مع أحد الليلة", "إلغاء", "نعم، توقفوا عن السؤال")
    await town.rosa.presses(next(b for b in town.rosa.buttons if b.startswith("طلباتي")))
    await town.rosa.presses(own_request(town.rosa))
    assert "Arabic interpreter, please" in town.rosa.screen


class TestByDay:
    """In office hours the first number is the duty desk's, under its own name."""

    @pytest.fixture
    def clock(self) -> HandClock:
        """It is Monday, 10:00."""
        return HandClock(MONDAY_MORNING.timestamp())

    async def test_the_number_of_the_hour_has_its_own_name(self, town: Town) -> None:
        await go_home(town.rosa, town.amina)
        town.rosa.sees("Duty desk: 020 7946 0456, ring for anything urgent.")
        town.rosa.does_not_see("On-call team: 020 7946 0456")
        town.amina.does_not_see("on call until")
