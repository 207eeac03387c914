"""A request is handed over: the colleague accepts or refuses; until then it stays."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import button_on, call_for_help, forge, go_home, reference_on
from tests.town import Town


async def test_a_colleague_accepts_and_only_then_the_carer_reads_who_has_it(town: Town) -> None:
    request = await call_for_help(town)
    reference = reference_on(town.amina, "Urgent help")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken", "Hand over")
    town.amina.sees(f"{reference}: who shall take it?")
    assert "Amina Yusuf" not in town.amina.buttons
    asked = str(button_on(town.amina, "Tom Barker").callback_data)
    await town.amina.presses("Tom Barker")
    town.amina.sees("Tom Barker is asked to take it over by")
    town.tom.sees("Amina Yusuf asks you to take this over.")
    town.rosa.sees("Amina Yusuf has it.")
    for hand in (town.grace, town.priya, town.rosa):
        await forge(hand, f"handyes:{request}")
        await forge(hand, asked)
    town.amina.sees("You have it.")
    await town.tom.presses("I can't take it", "No, ring me first")
    town.amina.sees(f"{reference}: Tom Barker says no, ring them first. It is still with you.")
    await forge(town.amina, asked)
    await town.tom.presses("I take it")
    town.tom.sees("You have it.")
    town.amina.sees(f"Tom Barker has accepted {reference}. It is theirs now.")
    town.rosa.sees("Tom Barker has it. They took it over at 23:40.")
    await forge(town.amina, f"handback:{request}")
    assert town.amina.toasts[-1] == "Tom Barker has it already."


@ON_SQLITE
async def test_no_answer_falls_back_and_both_are_told(town: Town) -> None:
    request = await call_for_help(town)
    reference = reference_on(town.amina, "Urgent help")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken", "Hand over")
    await town.amina.presses("Grace Adeyemi")
    await go_home(town.grace)
    assert "Waiting (1)" in town.grace.buttons
    await town.forward(minutes=11)
    town.amina.sees(f"{reference}: Grace Adeyemi has not answered. It is still with you.")
    town.grace.sees(f"{reference}: you did not answer in time. It stays with Amina Yusuf.")
    await forge(town.grace, f"handyes:{request}")
    assert town.grace.toasts[-1] == "You are not asked to take this any more. Amina Yusuf has it."
    town.rosa.sees("Amina Yusuf has it.")
    await go_home(town.amina, town.grace)
    assert "Waiting (0)" in town.grace.buttons
    assert "With me (1)" in town.amina.buttons
