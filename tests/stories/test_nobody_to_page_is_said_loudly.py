"""Nobody fills any step: everybody who may see it is told at once, and it is tried again."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home, lock_screen
from tests.town import Town

LOUD = "waits and there is nobody on duty to page."


async def test_staff_outside_the_steps_are_told_and_one_of_them_can_take_it(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(helen)
    await town.grace.writes("/home")
    await town.grace.presses("A phone is lost: unlink it", "Amina Yusuf", "Yes, cut it off")
    await town.grace.presses("A phone is lost: unlink it", "Tom Barker", "Yes, cut it off")
    helen.phone.starts()
    david = await town.join("david", "S-007")
    await david.presses("A phone is lost: unlink it", "Grace Adeyemi", "Yes, cut it off")
    pages = {hand: len(lock_screen(hand)) for hand in (helen, david)}
    await town.rosa.presses("I need help now", "Tell the on-call team")
    for hand in (helen, david):
        hand.sees(LOUD)
        assert len(lock_screen(hand)) == pages[hand] + 1
    town.rosa.sees("is sent. Your answers are added to it as you go.")
    await helen.presses("I've got it")
    helen.sees("You have it.")
    town.rosa.sees("Helen Marsh has it.")


@ON_SQLITE
async def test_after_a_while_it_is_said_again(town: Town) -> None:
    david = await town.join("david", "S-007")
    for name in ("Amina Yusuf", "Tom Barker", "Grace Adeyemi"):
        await david.presses("A phone is lost: unlink it", name, "Yes, cut it off")
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.forward(minutes=6)
    assert david.all_words.count(LOUD) == 2
