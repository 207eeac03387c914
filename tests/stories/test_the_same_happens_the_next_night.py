"""What happens again after a call is a request of its own, and so is a second missing child."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import (
    go_home,
    lock_screen,
    named_on,
    own_request,
    reference_on,
    report_danger,
)
from tests.town import Town


async def test_a_child_who_was_back_and_goes_missing_again_is_paged_again(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing", "Save for later", "My requests (1 open)")
    before = reference_on(town.amina, "A child is missing")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await town.rosa.presses(own_request(town.rosa), "Back safe")
    await town.forward(hours=22)
    pages = len(lock_screen(town.amina))
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing")
    assert len(lock_screen(town.amina)) == pages + 1
    town.amina.sees(f"They told us before: {before}.")
    town.rosa.sees("Who is missing?")


@ON_SQLITE
async def test_danger_on_the_next_night_is_raised_anew(town: Town) -> None:
    await report_danger(town.rosa)
    before = reference_on(town.amina, "P0 · Something has happened")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await town.forward(hours=24)
    pages = len(lock_screen(town.amina))
    await report_danger(town.rosa)
    assert len(lock_screen(town.amina)) == pages + 1
    town.amina.sees(f"They told us before: {before}.")


@ON_SQLITE
async def test_a_second_child_is_reported_while_the_first_is_missing(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing", "J (otter)")
    first = named_on(town.amina, "I've got it")
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing", "Another child is missing")
    second = named_on(town.amina, "I've got it")
    assert second != first
    town.amina.does_not_see("They told us before")
    await town.rosa.presses("M (robin)")
    for child in ("J (otter)", "M (robin)"):
        town.amina.sees(child)
    # The questions left about the first child can still be answered.
    await go_home(town.rosa)
    await town.rosa.presses("My requests (2 open)")
    await town.rosa.presses(own_request(town.rosa, last=True))
    await town.rosa.presses("Answer the other questions")
    town.rosa.sees("Do you know where they are?")
    town.rosa.sees("J (otter)")
    assert "Another child is missing" in town.rosa.buttons
