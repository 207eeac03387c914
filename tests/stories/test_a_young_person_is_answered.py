"""What a worker writes reaches the young person in the way that they said is safe."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import forge, go_home, lock_screen, named_on
from tests.town import Hand, Town

WORDS = "I am here until morning."


async def replies(worker: Hand, words: str = WORDS) -> None:
    """Take the request and write to whoever asked."""
    await worker.presses("I've got it", "Reply", "Write my own")
    await worker.writes(words)
    await worker.presses("Send")


async def test_a_reply_and_the_closing_words_reach_who_asked_for_messages_only(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only")
    town.amina.sees(
        "Tell the child's social worker by Monday 23 November: they are not linked here."
    )
    await replies(town.amina)
    town.jay.sees(WORDS)
    # Nobody is led to ring somebody who asked for messages only.
    for label in ("When will I ring?", "Spoke by phone", "We have written to each other"):
        assert label not in town.amina.buttons
    await town.forward(minutes=31)
    town.jay.sees("Amina Yusuf had it, but did not note a talk with you.")
    town.jay.does_not_see("No one has told us that they have picked this up yet.")
    await town.jay.presses("Answer: I have seen this")
    await town.amina.presses("I've got it", "We have written to each other")
    town.jay.sees("They noted that you wrote to each other at 00:11.")
    await town.amina.presses("Close with what was done")
    await town.amina.presses("We gave advice")
    await town.amina.writes("You can always come back to us.")
    await town.amina.presses("Send")
    town.jay.sees("This is finished.")
    town.jay.sees("You can always come back to us.")
    town.jay.does_not_see(WORDS)
    town.rosa.does_not_see("always come back")


@ON_SQLITE
async def test_a_promised_call_is_told_to_who_wants_a_call(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me", "The number you have for me")
    await town.amina.presses("I've got it", "When will I ring?", "In 15 minutes")
    town.jay.sees("They say they will ring you by 23:55.")


@ON_SQLITE
async def test_who_must_not_be_reached_in_this_chat_gets_no_new_message(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Don't contact me here")
    request = named_on(town.amina, "I've got it")
    before = len(lock_screen(town.jay))
    await town.amina.presses("I've got it")
    town.amina.sees("not in this chat; what you write here does not reach them")
    assert "Reply" not in town.amina.buttons
    await forge(town.amina, f"reply:{request}")
    await town.amina.presses("Write my own")
    await town.amina.writes(WORDS)
    await town.amina.presses("Send")
    town.jay.does_not_see(WORDS)
    await town.forward(minutes=31)
    assert len(lock_screen(town.jay)) == before


@ON_SQLITE
async def test_the_safe_way_can_be_changed_and_the_holder_is_told(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me")
    await town.amina.presses("I've got it")
    before = len(lock_screen(town.amina))
    await town.jay.presses("I'm not safe right now", "Message only")
    town.amina.sees("Safe way to reach them: message only")
    assert len(lock_screen(town.amina)) > before
    assert "When will I ring?" not in town.amina.buttons
    assert len({b for b in town.amina.buttons if b.startswith("R-")}) == 0
    town.jay.sees("Amina Yusuf has it since 23:40.")


@ON_SQLITE
async def test_a_call_needs_a_number_that_is_safe(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me")
    # Told at once; the number follows.
    town.amina.sees("No safe number. Do not use the household's.")
    town.jay.sees("Which number is safe to ring?")
    town.jay.does_not_see("Not sent.")
    town.jay.does_not_see("R-")
    await town.jay.writes("07700 900999")
    town.amina.sees("07700 900999")
    town.amina.sees("Safe way to reach them: they want a call")
    town.amina.does_not_see("No safe number.")
    await town.forward(minutes=6)
    town.tom.sees("07700 900999")
    town.jay.sees("No one has told us that they have picked this up yet.")
    for hand in (town.rosa, town.priya):
        hand.does_not_see("900999")


@ON_SQLITE
async def test_without_a_safe_number_the_page_says_so(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me", "Skip")
    town.amina.sees("No safe number. Do not use the household's.")
    town.jay.sees("We have passed this on.")
