"""A young person was spoken with last night: not safe tonight is told to the whole team again."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home, lock_screen
from tests.town import Town


async def test_not_safe_again_after_a_talk_pages_everybody_anew(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await town.forward(hours=22)
    pages = [len(lock_screen(hand)) for hand in (town.amina, town.grace)]
    await town.jay.presses("I'm not safe right now")
    town.jay.sees("Nobody has been told yet.")
    await town.jay.presses("Tell the on-call team")
    assert [len(lock_screen(hand)) for hand in (town.amina, town.grace)] == [p + 1 for p in pages]
    town.amina.sees("They told us before: R-")
    assert "R-" not in town.jay.screen
    await town.forward(minutes=6)
    town.tom.sees("do NOT contact the household")


@ON_SQLITE
async def test_who_has_it_since_yesterday_is_said_with_the_day(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me")
    await town.amina.presses("I've got it")
    town.jay.sees("Amina Yusuf has it since 23:40.")
    await town.forward(minutes=25)
    await town.amina.presses("When will I ring?", "In 15 minutes")
    town.jay.sees("Amina Yusuf has it since 23:40 on Friday 20 November.")
    town.jay.sees("They say they will ring you by 00:20.")
