"""A missing child: raised on opening, with the steps; back safe closes nothing."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home, own_request
from tests.town import Town

STILL = "They say the child is back."


async def test_opening_raises_it_and_shows_what_to_do(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing")
    town.amina.sees("P1 · A child is missing")
    town.amina.sees("Started, not finished: ring them.")
    town.rosa.sees("101 is slow and you are worried? Ring 999.")
    town.rosa.sees("1. Look in their room and the whole home.")
    town.rosa.sees("4. Keep a list of what you do, with times.")
    town.rosa.sees("is sent. Your answers are added to it as you go.")
    await town.rosa.presses("J (otter)", "No", "Someone may have taken them", "That is all")
    town.amina.sees("P0 · A child is missing")
    town.amina.sees("Someone may have taken them")
    await town.rosa.presses("Earlier today", "Yes, I have a log number")
    await town.rosa.writes("0161 496 0123")
    town.amina.sees("0161 496 0123")
    await town.rosa.presses("Police on 101", "That is all", "The number you have for me")
    await town.rosa.presses("Skip", "Skip")
    await town.rosa.presses("No, nobody", "Send the rest")
    town.amina.does_not_see("Started, not finished")
    await town.amina.presses("I've got it")
    lines = len(town.amina.phone.notifications)
    await town.rosa.presses("Back safe")
    town.rosa.sees("You said the child is back. A worker will speak with you.")
    # 72 hours after *Back safe*, which was pressed on Friday at 23:40.
    town.rosa.sees("should be offered by Monday 23 November, 23:40.")
    town.amina.sees("ask who has seen the child, and make sure that police")
    assert len(town.amina.phone.notifications) == lines + 1
    assert "Close with what was done" in town.amina.buttons
    await town.rosa.presses("Not back after all")
    town.amina.does_not_see(STILL)
    town.rosa.does_not_see("You said the child is back.")
    assert "Back safe" in town.rosa.buttons


@ON_SQLITE
async def test_back_safe_does_not_stop_the_climb(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing", "Save for later", "My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa), "Back safe")
    town.amina.sees(STILL)
    await town.forward(minutes=6)
    town.tom.sees(STILL)
    await town.tom.presses("I've got it")
    town.rosa.sees("Tom Barker has it.")


@ON_SQLITE
async def test_pressed_by_mistake_is_told_to_a_human_and_begins_no_second_request(
    town: Town,
) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing", "Cancel", "Yes, stop asking")
    await town.rosa.presses("A child is missing")
    assert town.amina.all_words.count("P1 · A child is missing") == 1
    await town.rosa.presses("Save for later", "My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa))
    await town.rosa.presses("I pressed this by mistake")
    town.amina.sees("They say it was pressed by mistake. Confirm by phone.")
    town.rosa.sees("Someone will check that with you.")


@ON_SQLITE
async def test_a_social_worker_who_is_not_linked_is_still_to_be_told(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing")
    town.rosa.sees("Your service still has to tell the child's social worker.")
    town.rosa.does_not_see("the child's social worker is told")
    town.rosa.does_not_see("the social workers of the children with you")


@ON_SQLITE
async def test_a_social_worker_who_is_linked_is_named_among_who_sees_it(town: Town) -> None:
    await town.join("owen", "S-002")
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing")
    town.rosa.sees("the social workers of the children with you")
    town.rosa.does_not_see("Your service still has to tell")


async def open_mine(town: Town) -> None:
    """Rosa opens the card of what she has open."""
    await town.rosa.presses("My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa))


@ON_SQLITE
async def test_back_safe_is_there_in_whatever_form_it_was_told(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Missing, or won't come home")
    await town.rosa.presses("A child is missing", "Save for later")
    await open_mine(town)
    assert "Back safe" in town.rosa.buttons


@ON_SQLITE
async def test_back_safe_is_there_after_urgent_help(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team", "A child is missing")
    await town.rosa.presses("Save for later")
    await open_mine(town)
    await town.rosa.presses("Back safe")
    town.amina.sees(STILL)
