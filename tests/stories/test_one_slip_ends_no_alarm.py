"""Spoke by phone and less urgent are asked once more, and whoever asked for help can say no."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home, lock_screen
from tests.town import Town


async def test_a_slip_on_spoke_by_phone_ends_nothing(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it", "Spoke by phone")
    town.amina.sees("have you spoken with Rosa Okafor?")
    town.rosa.does_not_see("They noted that you spoke by phone")
    await town.amina.presses("No, go back")
    town.amina.sees("You have it.")
    await town.forward(minutes=31)
    town.tom.sees("Urgent help")


@ON_SQLITE
async def test_nobody_has_spoken_with_me_pages_the_next_at_once_and_tells_who_noted_it(
    town: Town,
) -> None:
    await call_for_help(town)
    await town.rosa.presses("Cancel", "Yes, stop asking")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    told = len(lock_screen(town.amina))
    town.tom.does_not_see("Urgent help")
    await town.rosa.presses("Nobody has spoken with me")
    town.tom.sees("Urgent help")
    assert len(lock_screen(town.amina)) == told + 1
    for hand in (town.amina, town.tom):
        hand.sees("They say that nobody has spoken with them. Ring now.")
    town.rosa.sees("You said that nobody has spoken with you.")
    assert "Nobody has spoken with me" not in town.rosa.buttons
    await town.tom.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    town.tom.does_not_see("They say that nobody has spoken with them.")
    town.rosa.does_not_see("You said that nobody has spoken with you.")


@ON_SQLITE
async def test_lowering_is_asked_and_told_to_who_asked(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it", "Less urgent than this")
    town.amina.sees("is it less urgent than P1?")
    town.rosa.does_not_see("says that this can wait")
    told = len(lock_screen(town.rosa))
    await town.amina.presses("Yes, less urgent")
    town.amina.sees("P2 · Urgent help")
    town.rosa.sees("Amina Yusuf says that this can wait. If it can't, press “I need help now”.")
    assert len(lock_screen(town.rosa)) == told + 1
    await town.rosa.presses("I need help now")
    assert "Tell the on-call team" in town.rosa.buttons


@ON_SQLITE
async def test_a_young_person_says_no_as_well(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Don't contact me here")
    await town.amina.presses("I've got it", "I have reached them")
    town.amina.sees("have you reached Jay Mercer?")
    await town.amina.presses("Yes, I have reached them")
    town.jay.sees("They noted a talk with you at 23:40.")
    await town.jay.presses("Nobody has spoken with me")
    town.tom.sees("They say that nobody has spoken with them. Ring now.")
    town.jay.sees("You said that nobody has spoken with you.")


@ON_SQLITE
async def test_what_was_lowered_stays_so_until_something_worse_is_told(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing")
    await town.amina.presses("I've got it", "Less urgent than this", "Yes, less urgent")
    await town.rosa.presses("J (otter)", "No")
    town.amina.sees("P2 · A child is missing")
    await town.rosa.presses("Someone may have taken them", "That is all")
    town.amina.sees("P0 · A child is missing")
    await town.settle()
    town.tom.sees("P0 · A child is missing")
