"""A manager makes a request a private process: everybody else loses sight, the carer is phoned."""

from tests.stories.deeds import call_for_help, forge, go_home, lock_screen, reference_on
from tests.town import Town

FROZEN = "Your service will phone you."


async def test_it_goes_out_of_sight_by_two_presses_and_comes_back_with_a_reason(
    town: Town,
) -> None:
    request = await call_for_help(town)
    reference = reference_on(town.amina, "Urgent help")
    helen = await town.join("helen", "S-006")
    await town.amina.presses("I've got it")
    await helen.writes(reference)
    await forge(helen, f"privateyes:{request}")
    assert helen.toasts[-1] == "Note the call first: say that you have spoken with them."
    await town.amina.presses("Spoke by phone", "Yes, we have spoken")
    for hand in (town.amina, town.grace, town.rosa, town.priya):
        assert "This is a private process" not in hand.buttons
        await forge(hand, f"private:{request}")
        await forge(hand, f"privateyes:{request}")
    await forge(town.rosa, f"req:{request}")
    town.rosa.sees("Amina Yusuf has it.")
    town.rosa.does_not_see(FROZEN)
    await town.amina.writes(reference)
    shown = len(lock_screen(town.rosa))
    await helen.writes(reference)
    await helen.presses("This is a private process")
    town.amina.sees("You have it.")
    await helen.presses("Yes, make it private")
    helen.sees("A private process since")
    town.rosa.sees(FROZEN)
    town.rosa.does_not_see("Amina Yusuf has it.")
    assert len(lock_screen(town.rosa)) == shown
    town.amina.does_not_see("Urgent help")
    await town.amina.writes(reference)
    town.amina.does_not_see("Urgent help")
    for hand, verb in ((town.grace, "opens"), (town.grace, "morning"), (helen, "opens")):
        await forge(hand, verb)
        hand.does_not_see(f"{reference} ·")
    await go_home(town.rosa)
    assert "My requests (0 open)" in town.rosa.buttons
    await town.rosa.presses("My requests (0 open)")
    town.rosa.sees(f"{reference} · A call with us · {FROZEN}")
    await town.forward(days=4)
    town.rosa.does_not_see("Did this help?")
    await helen.writes(reference)
    await helen.presses("End the private process", "It is over")
    town.rosa.does_not_see("A private process")
    await forge(town.rosa, f"req:{request}")
    town.rosa.sees("Helen Marsh has it.")
    await town.amina.writes(reference)
    town.amina.sees("Taken by Helen Marsh")
