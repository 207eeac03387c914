"""*Write to me, don't ring*: it stops climbing when a worker wrote and the carer answered that."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, forge, go_home, lock_screen, named_on
from tests.town import Town

REPLY = "I am here. Are the doors locked?"
SEEN = "Answer: I have seen this"
WROTE = "We have written to each other"


async def asks_to_be_written_to(town: Town) -> str:
    """Rosa calls for help and cannot talk; Amina takes it."""
    request = await call_for_help(town)
    await town.rosa.presses("Someone is violent or may be", "Write to me, don't ring", "Skip")
    await town.amina.presses("I've got it")
    return request


async def replies(town: Town, words: str = REPLY) -> None:
    """Amina writes back."""
    await town.amina.presses("Reply", "Write my own")
    await town.amina.writes(words)
    await town.amina.presses("Send")


async def test_both_cards_say_what_counts_and_a_reply_alone_climbs(town: Town) -> None:
    request = await asks_to_be_written_to(town)
    town.rosa.sees("We go on telling the next person until we have written and you have answered.")
    town.amina.sees("Contact counts when you have written and they have answered here.")
    assert "When will I ring?" not in town.amina.buttons
    assert SEEN not in town.rosa.buttons
    await replies(town)
    town.rosa.sees(REPLY)
    town.rosa.sees("Until then we go on telling the next person.")
    assert SEEN in town.rosa.buttons
    assert WROTE not in town.amina.buttons
    await forge(town.amina, f"wrote:{request}")
    assert "It does not count yet" in town.amina.toasts[-1]
    await town.forward(minutes=31)
    town.tom.sees("Urgent help")
    town.rosa.sees("Amina Yusuf had it, but it was not noted that you wrote to each other.")


@ON_SQLITE
async def test_the_press_is_told_to_the_holder_who_records_it_and_it_stops(town: Town) -> None:
    await asks_to_be_written_to(town)
    await replies(town)
    told = len(lock_screen(town.amina))
    await town.rosa.presses(SEEN)
    assert len(lock_screen(town.amina)) == told + 1
    town.rosa.sees("You answered at 23:40. Now they have to note it.")
    assert SEEN not in town.rosa.buttons
    town.amina.sees("They answered at 23:40.")
    await town.amina.presses(WROTE)
    town.rosa.sees("They noted that you wrote to each other at 23:40.")
    town.rosa.does_not_see("spoke by phone")
    await town.forward(minutes=90)
    town.tom.does_not_see("Urgent help")


@ON_SQLITE
async def test_words_answer_as_well_and_stop_nothing_by_themselves(town: Town) -> None:
    await asks_to_be_written_to(town)
    await replies(town)
    await town.rosa.presses("Add something")
    await town.rosa.writes("Yes. He is at the door again")
    await town.rosa.presses("Send")
    town.amina.sees("He is at the door again")
    assert WROTE in town.amina.buttons
    await town.forward(minutes=31)
    town.tom.sees("He is at the door again")
    # Who takes it over has not written yet.
    await town.tom.presses("I've got it")
    assert WROTE not in town.tom.buttons
    assert SEEN not in town.rosa.buttons


@ON_SQLITE
async def test_a_call_still_counts_as_a_call(town: Town) -> None:
    await asks_to_be_written_to(town)
    await town.amina.presses("Spoke by phone", "Yes, we have spoken")
    town.rosa.sees("They noted that you spoke by phone at 23:40.")
    town.amina.does_not_see("Contact counts when")


@ON_SQLITE
async def test_with_somebody_to_be_rung_nothing_has_changed(town: Town) -> None:
    request = await call_for_help(town)
    await town.rosa.presses("Someone is hurt or ill", "Yes, ring me", "The number you have for me")
    await town.rosa.presses("Skip")
    await town.amina.presses("I've got it")
    await replies(town)
    assert SEEN not in town.rosa.buttons
    await forge(town.rosa, f"seen:{request}")
    await forge(town.amina, f"wrote:{request}")
    assert "It does not count yet" in town.amina.toasts[-1]
    await town.forward(minutes=31)
    town.tom.sees("Urgent help")


@ON_SQLITE
async def test_a_young_person_who_wants_messages_only_answers_by_one_press(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only")
    town.jay.sees("We go on telling someone else until you have answered one.")
    await town.amina.presses("I've got it")
    await replies(town)
    town.jay.sees("Until then we go on telling someone else too.")
    await forge(town.rosa, f"seen:{named_on(town.jay, SEEN)}")
    assert WROTE not in town.amina.buttons
    await town.jay.presses(SEEN)
    assert "Hide this" in town.jay.buttons
    await town.amina.presses(WROTE)
    town.jay.sees("They noted that you wrote to each other at 23:40.")
    await town.forward(minutes=90)
    town.tom.does_not_see("P1")


@ON_SQLITE
async def test_who_is_reached_in_another_way_is_recorded_so(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Don't contact me here")
    await town.amina.presses("I've got it")
    assert SEEN not in town.jay.buttons
    await town.amina.presses("I have reached them", "Yes, I have reached them")
    town.jay.does_not_see("by phone")
    await town.forward(minutes=90)
    town.tom.does_not_see("P1")
