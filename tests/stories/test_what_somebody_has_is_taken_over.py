"""The night worker goes home: a colleague finds what is open, takes it over and goes on."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, forge, go_home, lock_screen, reference_on
from tests.town import Town


async def test_a_manager_takes_over_and_everybody_concerned_is_told(town: Town) -> None:
    request = await call_for_help(town)
    reference = reference_on(town.amina, "Urgent help")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await town.forward(hours=10)
    await go_home(town.grace)
    await town.grace.presses("Open now")
    town.grace.sees(f"{reference} · P1 · with Amina Yusuf")
    await town.grace.presses(f"{reference} · P1")
    assert "Close with what was done" not in town.grace.buttons
    told = [len(lock_screen(hand)) for hand in (town.amina, town.rosa)]
    await town.grace.presses("Take it over")
    town.grace.sees(f"{reference}: take it over from Amina Yusuf?")
    town.rosa.does_not_see("Grace Adeyemi has it.")
    await town.grace.presses("Yes, I take it over")
    town.grace.sees("You have it.")
    town.amina.sees(f"Grace Adeyemi has taken over {reference} from you.")
    town.rosa.sees("Grace Adeyemi has it. They took it over at 09:40.")
    assert [len(lock_screen(hand)) for hand in (town.amina, town.rosa)] == [n + 1 for n in told]
    await forge(town.amina, f"close:{request}")
    assert town.amina.toasts[-1] == "Grace Adeyemi has it already."
    await town.grace.presses("Reply", "Write my own")
    await town.grace.writes("I ring you at ten")
    await town.grace.presses("Send")
    town.rosa.sees("I ring you at ten")


@ON_SQLITE
async def test_taking_over_gives_nobody_a_longer_wait(town: Town) -> None:
    request = await call_for_help(town)
    await town.amina.presses("I've got it")
    await town.forward(minutes=25)
    await forge(town.grace, f"takeyes:{request}")
    town.grace.sees("You have it.")
    await town.forward(minutes=6)
    town.tom.sees("Urgent help")


@ON_SQLITE
async def test_the_list_is_for_duty_and_managers_and_holds_only_what_they_may_see(
    town: Town,
) -> None:
    request = await call_for_help(town)
    await town.amina.presses("I've got it")
    await go_home(town.priya)
    assert "Open now" not in town.priya.buttons
    for hand in (town.priya, town.rosa, town.jay):
        for token in ("opens", "opens:0", "opens:x"):
            await forge(hand, token)
            assert "Open now (" not in hand.all_words
    owen = await town.join("owen", "S-002")
    await forge(owen, f"take:{request}")
    await forge(owen, f"takeyes:{request}")
    town.amina.sees("You have it.")
