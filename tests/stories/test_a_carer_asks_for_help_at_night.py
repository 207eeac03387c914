"""A carer at 23:40: numbers first, then the on-call worker is paged and takes it."""

from tests.storage_fixtures import ON_SQLITE
from tests.town import ON_CALL_NUMBER, Town

UPHOLDS = ("SOU-18", "DMR-35")


async def test_the_card_of_numbers_says_that_nobody_has_been_told(town: Town) -> None:
    await town.rosa.presses("I need help now")
    town.rosa.sees("999")
    town.rosa.sees(ON_CALL_NUMBER)
    town.rosa.sees("Nobody has been told yet.")
    town.amina.does_not_see("R-")


@ON_SQLITE
async def test_telling_the_team_pages_the_worker_on_duty_at_once(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team")
    town.amina.sees("Urgent help")
    town.amina.sees("Started, not finished: ring them.")
    town.tom.does_not_see("Urgent help")
    town.rosa.sees(f"Ring {ON_CALL_NUMBER} now as well.")


@ON_SQLITE
async def test_acknowledging_tells_the_carer_who_has_it(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.amina.presses("I've got it")
    town.amina.sees("You have it.")
    town.rosa.sees("has it. They pressed “I've got it” at 23:40.")


@ON_SQLITE
async def test_nobody_acknowledging_climbs_and_the_carer_is_told_the_truth(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.forward(minutes=6)
    town.tom.sees("Urgent help")
    town.rosa.sees("No one has told us that they have picked this up yet.")
    await town.forward(minutes=11)
    town.grace.sees("Urgent help")
    await town.forward(minutes=16)
    assert town.amina.all_words.count("It may repeat an earlier one.") == 1


@ON_SQLITE
async def test_the_group_card_holds_reference_wait_and_priority_only(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team")
    assert town.group is not None
    words = "\n".join(m.text or "" for m in town.amina.phone.messages(town.group) if m.from_bot)
    assert "R-" in words
    assert "P1" in words
    assert "Rosa" not in words
    assert "Urgent help" not in words
