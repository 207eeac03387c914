"""A reference that somebody reads out on the telephone opens its request for who may see it."""

import re

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home
from tests.town import Town


async def test_a_worker_types_the_reference_and_sees_the_page(town: Town) -> None:
    await call_for_help(town)
    reference = reference_on(town.rosa.all_words)
    await go_home(town.grace)
    await town.grace.writes(reference.lower().replace("-", " "))
    assert f"{reference} · P1 · Urgent help" in town.grace.screen
    assert "I've got it" in town.grace.buttons


@ON_SQLITE
async def test_who_may_not_see_it_learns_nothing(town: Town) -> None:
    await call_for_help(town)
    reference = reference_on(town.rosa.all_words)
    for hand in (town.jay, await town.join("daniel", "C-002")):
        await go_home(hand)
        await hand.writes(reference)
        assert "R-" not in hand.screen
        assert "Nobody reads what you write here" in hand.screen
    await go_home(town.grace)
    await town.grace.writes("R-22222222")
    assert "R-" not in town.grace.screen


def reference_on(words: str) -> str:
    """The reference among these words."""
    found = re.search(r"R-[0-9A-Z]{6}", words)
    assert found is not None, words
    return found.group()
