"""At night what can wait arrives without a sound; what is urgent, and news about it, makes one."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home
from tests.town import Hand, Town

NEWS = ("You have a message.", "A page for you. Open it now.")
TO_MORNING = 9.5
"""Hours from 23:40 until the office is open."""


async def tell_of_a_move(town: Town) -> None:
    """Rosa tells that they plan to move home: a routine matter for Priya."""
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "House, pets and safety")
    await town.rosa.presses("We are moving home", "It is planned", "Skip", "Skip", "No, nobody")
    await town.rosa.presses("Send")


async def test_a_routine_report_at_night_arrives_at_once_and_wakes_nobody(town: Town) -> None:
    await tell_of_a_move(town)
    town.priya.sees("We are moving home")
    assert town.priya.phone.notifications[-1].text == "You have a message."
    assert sounds(town.priya) == [False]
    town.rosa.sees("It goes to Priya Sharma.")
    await town.priya.presses("I've got it")
    town.rosa.sees("Priya Sharma has it.")
    assert sounds(town.rosa)[-1] is False


@ON_SQLITE
async def test_by_day_the_same_report_makes_a_sound(town: Town) -> None:
    await town.jump(hours=TO_MORNING)
    await tell_of_a_move(town)
    assert sounds(town.priya)[-1] is True


@ON_SQLITE
async def test_an_urgent_page_and_the_news_of_it_make_a_sound_all_night(town: Town) -> None:
    await call_for_help(town)
    assert sounds(town.amina)[-1] is True
    before = len(sounds(town.rosa))
    await town.amina.presses("I've got it")
    assert sounds(town.rosa)[before:] == [True]
    await town.amina.presses("Spoke by phone", "Yes, we have spoken")
    await town.amina.presses("Less urgent than this", "Yes, less urgent")
    before = len(sounds(town.rosa))
    await town.amina.presses("Reply", "Write my own")
    await town.amina.writes("The police are with you in ten minutes")
    await town.amina.presses("Send")
    assert sounds(town.rosa)[before:] == [True]


def sounds(hand: Hand) -> list[bool]:
    """Whether each neutral line on the lock screen came with a sound."""
    return [not line.silent for line in hand.phone.notifications if line.text in NEWS]
