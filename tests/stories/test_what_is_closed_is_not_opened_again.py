"""A child is missing for the second time: the answers of the first time do not swallow it."""

from tests.stories.deeds import go_home, named_on
from tests.town import Town


async def test_pressing_it_again_after_it_was_closed_pages_again(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing", "Save for later")
    first = named_on(town.amina, "I've got it")
    await town.amina.presses(
        "I've got it", "Spoke by phone", "Yes, we have spoken", "Close with what was done"
    )
    await town.amina.presses("We spoke by phone", "Yes", "The police", "Yes, both", "Skip", "Send")
    town.amina.sees("Closed.")
    await go_home(town.rosa)
    await town.rosa.presses("A child is missing")
    assert named_on(town.amina, "I've got it") != first
    town.rosa.sees("now as well. This message may not wake anyone.")
