"""Who decides? A carer sees it by child, a worker sets it, and a young person sees their own."""

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.deeds import forge, go_home, lock_screen, named_on
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ("SOU-15", "SOU-15b", "SOU-48", "DMR-17", "DMR-18", "DMR-67", "PERM-20")


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What a list says does not depend on the database."""
    return sqlite_url


async def ask(town: Town, theme: str, decision: str, words: str = "A weekend at L's") -> None:
    """Rosa asks for a decision about J, as far as the day."""
    await go_home(town.rosa)
    await town.rosa.presses("Who decides?", "J (otter)", theme, decision)
    await town.rosa.writes(words)


async def test_a_carer_sees_for_each_child_who_decides_and_since_when(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Who decides?", "J (otter)", "Hair, photos, travel, work")
    town.rosa.sees("Haircut and hair colour: you decide. Set on Thursday 24 September.")
    town.rosa.sees("Travel abroad, a passport: the child's social worker decides.")
    town.rosa.sees("Ear piercing: not written down yet.")
    assert "Haircut and hair colour" not in town.rosa.buttons
    assert {"Travel abroad, a passport", "Ear piercing"} <= set(town.rosa.buttons)


async def test_a_week_before_is_owed_a_week_before(town: Town) -> None:
    await town.join("owen", "S-002")
    await ask(town, "Hair, photos, travel, work", "Travel abroad, a passport")
    await town.rosa.writes("1/12")
    await town.rosa.presses("A week before: I have to book", "No, nobody", "Send")
    town.rosa.sees("You should have a first answer by Monday 23 November, 17:00.")


async def test_without_a_chat_of_the_childs_worker_the_carers_worker_has_it_and_a_task(
    town: Town,
) -> None:
    await ask(town, "School", "School trips overnight", "The trip to the lake")
    await town.rosa.presses("Skip", "No, nobody", "Send")
    town.rosa.sees("It goes to Priya Sharma.")
    town.rosa.sees("Your service still has to tell the child's social worker.")
    town.priya.sees("The trip to the lake")
    await town.priya.presses("I've got it", "I have told them")


async def test_a_day_that_is_too_near_says_whom_to_ring_and_promises_nothing_after_it(
    town: Town,
) -> None:
    await town.forward(hours=8)
    await ask(town, "School", "School trips overnight", "The coach leaves at eight")
    await town.rosa.presses("Tomorrow")
    town.rosa.sees("That day is too near: we cannot promise an answer before it.")
    town.rosa.sees("Ring 020 7946 0123 too.")
    await town.rosa.presses("No, nobody", "Send")
    town.rosa.sees("You should have a first answer by Tuesday 24 November, 09:00.")
    town.priya.sees("The coach leaves at eight")


async def test_a_worker_sets_it_in_two_presses_and_the_carer_reads_it(town: Town) -> None:
    told = len(lock_screen(town.rosa))
    await go_home(town.priya)
    await town.priya.presses("Who decides?", "J (otter)", "Hair, photos, travel, work")
    await town.priya.presses("Ear piercing", "The carer decides")
    town.priya.sees("Ear piercing: the carer decides. Set on Monday 23 November.")
    town.rosa.sees("Ear piercing: you decide. Set on Monday 23 November.")
    assert lock_screen(town.rosa, told) == ["You have a message."]


async def test_nobody_else_sets_it(town: Town) -> None:
    await go_home(town.priya)
    await town.priya.presses("Who decides?", "J (otter)", "School", "Which school")
    button = named_on(town.priya, "The carer decides")
    for hand in (town.rosa, town.jay, town.grace):
        await forge(hand, f"whoset:{button}")
        await forge(hand, f"sayset:{button.replace('carer', 'self')}")
        hand.does_not_see("Set on Monday 23 November")
    await go_home(town.priya)
    await town.priya.presses("Who decides?", "J (otter)", "School")
    town.priya.sees("Which school: not written down yet.")


async def test_a_young_person_sees_what_is_theirs_and_nobodys_questions(town: Town) -> None:
    await ask(town, "Home and free time", "A night at a friend's home")
    await town.rosa.presses("Skip", "No, nobody", "Send")
    await go_home(town.jay)
    await town.jay.presses("What can I decide?")
    town.jay.sees("You decide\n")
    town.jay.sees("Haircut and hair colour")
    town.jay.sees("Somebody else decides, and asks what you want\nTravel abroad, a passport")
    town.jay.does_not_see("Ear piercing")
    town.jay.does_not_see("L's")
    assert town.jay.buttons[-1] == "Hide this"
