"""By day an urgent matter goes to the supervising social worker and the duty desk, and climbs."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import lock_screen, own_request, report_danger
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ("DMR-61",)

DANGER = "P0 · Something has happened"


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def test_worker_and_duty_are_paged_together_and_then_the_managers(town: Town) -> None:
    helen, david = await town.join("helen", "S-006"), await town.join("david", "S-007")
    await report_danger(town.rosa)
    for hand in (town.priya, town.amina, town.tom):
        hand.sees(DANGER)
    for hand in (town.grace, helen, david):
        hand.does_not_see(DANGER)
    town.rosa.sees("Ring 020 7946 0456 now as well.")
    await town.forward(minutes=11)
    helen.sees(DANGER)
    david.does_not_see(DANGER)
    await town.forward(minutes=16)
    david.sees(DANGER)


@ON_SQLITE
async def test_nobody_more_was_told_where_no_manager_is_linked(town: Town) -> None:
    await report_danger(town.rosa)
    await town.rosa.presses("Cancel", "Yes, stop asking", "My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa))
    told = len(lock_screen(town.rosa))
    await town.forward(minutes=11)
    town.rosa.sees("No one has told us that they have picked this up yet.")
    town.rosa.does_not_see("more person since")
    assert len(lock_screen(town.rosa)) == told
    helen = await town.join("helen", "S-006")
    await town.forward(minutes=16)
    helen.sees(DANGER)
    town.rosa.sees("We have told 1 more person since.")
    assert len(lock_screen(town.rosa)) == told + 1


@ON_SQLITE
async def test_a_concern_about_a_child_also_reaches_the_childs_social_worker(town: Town) -> None:
    owen = await town.join("owen", "S-002")
    await report_danger(town.rosa)
    await town.rosa.presses("Hurt, ill or in hospital", "Badly hurt, ill or in hospital")
    owen.sees("Badly hurt, ill or in hospital")
    owen.does_not_see("not linked here")
    town.amina.does_not_see("Tell the child's social worker")
    await town.rosa.presses("Yes", "A doctor or 111", "J (otter)", "Just now", "In hospital")
    await town.rosa.presses("Yes", "Nobody yet", "Ring me", "That is all")
    await town.rosa.presses("The number you have for me", "Skip", "Skip", "No, nobody")
    await town.rosa.presses("Send the rest")
    town.rosa.does_not_see("Your service still has to tell the child's social worker.")
    owen.does_not_see("Started, not finished")


@ON_SQLITE
async def test_staff_still_have_to_tell_a_social_worker_who_is_not_linked(town: Town) -> None:
    await report_danger(town.rosa)
    await town.rosa.presses("Hurt, ill or in hospital", "Badly hurt, ill or in hospital")
    town.amina.sees(
        "Tell the child's social worker by Tuesday 24 November: they are not linked here."
    )
    await town.rosa.presses("Save for later", "My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa, "Badly hurt"))
    town.rosa.sees("Your service still has to tell the child's social worker.")
