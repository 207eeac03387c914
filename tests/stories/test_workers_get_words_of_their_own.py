"""A worker is not offered what only carers have, and is not told that nobody was told."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home
from tests.town import ON_CALL_NUMBER, Town


async def test_danger_words_of_a_worker_bring_999_and_no_button_that_is_not_there(
    town: Town,
) -> None:
    await go_home(town.amina)
    await town.amina.writes("he has a knife and will not calm down")
    assert "If someone may be in danger, ring 999." in town.amina.screen
    assert "open their request and press “Reply”" in town.amina.screen
    town.amina.does_not_see("Tell the on-call team")
    await town.amina.writes("thank you")
    assert "999" not in town.amina.screen
    # A carer is still offered the way to the on-call team.
    await go_home(town.rosa)
    await town.rosa.writes("he has a knife and will not calm down")
    town.rosa.sees("press the button below and then “Tell the on-call team”")


@ON_SQLITE
async def test_the_numbers_of_a_worker_do_not_say_that_nobody_was_told(town: Town) -> None:
    await call_for_help(town)
    await go_home(town.amina)
    await town.amina.presses("Numbers")
    assert ON_CALL_NUMBER in town.amina.screen
    assert "Nobody has been told yet." not in town.amina.screen
