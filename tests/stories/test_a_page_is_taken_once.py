"""I've got it: the first press wins, every copy changes, later presses are told who has it."""

from tests.stories.deeds import call_for_help, forge, go_home, lock_screen, named_on, words_in
from tests.town import Town


async def test_the_first_press_wins_and_every_copy_changes(town: Town) -> None:
    await call_for_help(town)
    await town.forward(minutes=6)
    await town.forward(minutes=10)
    for hand in (town.amina, town.tom, town.grace):
        hand.sees("Urgent help")
    quiet = [len(lock_screen(hand)) for hand in (town.amina, town.tom)]
    town.grace.phone.presses("I've got it")
    town.amina.phone.presses("I've got it")
    await town.settle()
    town.grace.sees("You have it.")
    assert town.amina.toasts[-1] == "Grace Adeyemi has it already."
    for hand in (town.amina, town.tom):
        hand.sees("Taken by Grace Adeyemi at 23:56.")
        assert "I've got it" not in hand.buttons
    assert [len(lock_screen(hand)) for hand in (town.amina, town.tom)] == quiet
    town.rosa.sees("Grace Adeyemi has it.")
    assert "Taken by Grace Adeyemi." in words_in(town, town.group)
    await town.forward(minutes=20)
    town.tom.sees("Taken by Grace Adeyemi at 23:56.")


async def test_passing_on_pages_the_next_at_once(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I can't, next person")
    town.tom.sees("Urgent help")
    town.rosa.sees("No one has told us that they have picked this up yet.")
    await town.tom.presses("I've got it", "Back to your desk")
    assert "With me (1)" in town.tom.buttons
    await town.tom.presses("With me (1)")
    await town.tom.presses(next(b for b in town.tom.buttons if "P1" in b))
    town.tom.sees("You have it.")


async def test_a_double_press_on_passing_burns_no_step(town: Town) -> None:
    request = await call_for_help(town)
    town.amina.phone.presses("I can't, next person")
    town.amina.phone.forges(1, f"pass:{request}")
    await town.settle()
    town.tom.sees("Urgent help")
    town.grace.does_not_see("Urgent help")
    assert town.amina.toasts[-1] == "You don't have this page. Paged: Tom Barker."
    assert "I can't, next person" not in town.amina.buttons
    assert "I've got it" in town.amina.buttons


async def test_taken_without_a_word_for_half_an_hour_climbs_again(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it")
    await town.forward(minutes=29)
    town.tom.does_not_see("Urgent help")
    await town.forward(minutes=2)
    town.tom.sees("Urgent help")
    town.rosa.sees("Amina Yusuf had it, but no call to you was noted. We are telling the next")
    await town.tom.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    town.rosa.sees("They noted that you spoke by phone at 00:11.")
    await town.forward(minutes=90)
    town.grace.does_not_see("Urgent help")


async def test_a_promised_ring_that_passes_is_called_in(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it", "When will I ring?", "In 5 minutes")
    await town.forward(minutes=6)
    town.amina.sees("the time you gave for ringing has passed. Ring now.")
    town.tom.does_not_see("Urgent help")


async def test_who_spoke_without_taking_it_has_no_moment_of_somebody_else(town: Town) -> None:
    request = await call_for_help(town)
    await town.amina.presses("I've got it")
    town.rosa.sees("Amina Yusuf has it. They pressed “I've got it” at 23:40.")
    await town.forward(minutes=31)
    await forge(town.tom, f"spokeyes:{request}")
    town.rosa.sees("Tom Barker has it.")
    town.rosa.sees("They noted that you spoke by phone at 00:11.")
    town.rosa.does_not_see("They pressed")
    town.amina.sees("Taken by Tom Barker.")


async def test_a_young_person_is_told_who_spoke_without_a_moment_of_somebody_else(
    town: Town,
) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me")
    request = named_on(town.amina, "I've got it")
    await town.amina.presses("I've got it")
    await town.forward(minutes=31)
    await forge(town.tom, f"spokeyes:{request}")
    town.jay.sees("Tom Barker has it.")
    town.jay.does_not_see("since 23:40")


async def test_a_promise_does_not_outlive_the_time_for_contact(town: Town) -> None:
    request = await call_for_help(town)
    await town.amina.presses("I've got it", "When will I ring?")
    assert "In 60 minutes" not in town.amina.buttons
    await forge(town.amina, f"ring:{request}:60")
    town.rosa.does_not_see("They say they will ring you")
    await town.amina.presses("When will I ring?", "In 30 minutes")
    town.rosa.sees("They say they will ring you by 00:10")
    await town.forward(minutes=31)
    town.tom.sees("Urgent help")
