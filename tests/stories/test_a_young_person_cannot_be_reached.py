"""A young person's chat is gone: managers and whoever has it are told, and not to ring the home."""

from desk.unreached import tell_unreached
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home
from tests.town import Town

DO_NOT = "do NOT contact the household or its supervising social worker."


async def lose_jay(town: Town) -> None:
    """Telegram says that Jay has blocked the bot."""
    await tell_unreached(town.database, town.policy, (await town.person("YP-001")).hex)
    await town.settle()


async def test_whoever_has_it_reads_the_safe_way_and_nobody_is_told_to_ring(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only")
    await town.tom.writes("/home")
    await town.tom.presses("Waiting (1)")
    await town.tom.presses(next(b for b in town.tom.buttons if b.startswith("R-")), "I've got it")
    await lose_jay(town)
    for hand in (town.grace, town.tom):
        hand.sees("Messages to Jay Mercer, a young person, do not arrive any more.")
        hand.sees(DO_NOT)
        hand.sees("Safe way to reach them: message only")
        hand.does_not_see("lost the phone. Ring them.")
    for hand in (town.priya, town.rosa):
        hand.does_not_see("Jay Mercer")


@ON_SQLITE
async def test_without_an_open_request_the_managers_still_do_not_ring_the_home(town: Town) -> None:
    await lose_jay(town)
    town.grace.sees(DO_NOT)
    town.grace.sees("Plan with their social worker how to reach them.")
    town.grace.does_not_see("Ring them.")


@ON_SQLITE
async def test_a_carer_who_cannot_be_reached_is_rung(town: Town) -> None:
    await tell_unreached(town.database, town.policy, (await town.person("C-001")).hex)
    await town.settle()
    town.grace.sees("Messages to Rosa Okafor do not arrive any more")
    town.grace.sees("Ring them.")
