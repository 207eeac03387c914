"""Closing needs a call, and a child who is back; what was closed too early is opened anew."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home, lock_screen, own_request, reference_on
from tests.town import Town

NOTE_FIRST = "Note the call first: say that you have spoken with them."


async def test_a_missing_child_is_closed_only_after_a_call_and_when_back(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing", "Save for later")
    await town.amina.presses("I've got it", "Close with what was done")
    assert town.amina.toasts[-1] == NOTE_FIRST
    town.amina.does_not_see("What was done?")
    await town.amina.presses("Spoke by phone", "Yes, we have spoken", "Close with what was done")
    await town.amina.presses("Nothing more was needed")
    town.amina.sees("Is the child back?")
    await town.amina.presses("No", "Skip", "Send")
    assert town.amina.toasts[-1] == "Not closed: the child is not back. It stays open."
    town.amina.sees("You have it.")
    town.rosa.does_not_see("This is closed.")
    await town.amina.presses("Close with what was done", "We spoke by phone", "Yes")
    await town.amina.presses("The police", "No, not both", "Skip", "Send")
    assert "tell the police and the emergency duty team first" in town.amina.toasts[-1]
    await town.amina.presses("Close with what was done", "We spoke by phone", "Yes")
    await town.amina.presses("The police", "Yes, both", "Skip", "Send")
    town.amina.sees("The child is back. Seen by: The police.")
    town.rosa.sees("This is closed.")


@ON_SQLITE
async def test_it_is_not_settled_pages_anew_and_once(town: Town) -> None:
    await call_for_help(town)
    before = reference_on(town.amina, "Urgent help")
    await town.rosa.presses("The police are here", "I am ringing them myself", "Skip")
    await town.amina.presses(
        "I've got it", "Spoke by phone", "Yes, we have spoken", "Close with what was done"
    )
    await town.amina.presses("We gave advice", "Skip", "Send")
    town.rosa.sees("This is closed.")
    pages = len(lock_screen(town.amina))
    await town.rosa.presses("It is not settled")
    assert len(lock_screen(town.amina)) == pages + 1
    town.amina.sees(f"They told us before: {before}.")
    town.amina.sees("The police are here")
    town.rosa.sees(f"You told us before: {before}. This is a new one.")
    town.rosa.sees("No one has told us that they have picked this up yet.")
    await go_home(town.rosa)
    await town.rosa.presses("My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa, before))
    await town.rosa.presses("It is not settled")
    assert len(lock_screen(town.amina)) == pages + 1
    await town.forward(minutes=6)
    town.tom.sees(f"They told us before: {before}.")


@ON_SQLITE
async def test_a_young_person_opens_it_anew_as_well(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me")
    await town.amina.presses(
        "I've got it", "Spoke by phone", "Yes, we have spoken", "Close with what was done"
    )
    await town.amina.presses("We gave advice", "Skip", "Send")
    town.jay.sees("This is finished.")
    pages = len(lock_screen(town.grace))
    await town.jay.presses("It is not settled")
    assert len(lock_screen(town.grace)) == pages + 1
    town.jay.sees("We have passed this on.")
    town.priya.does_not_see("R-")
