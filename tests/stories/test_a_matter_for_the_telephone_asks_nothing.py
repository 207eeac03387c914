"""Allegations, abuse, exploitation: nothing is asked in writing, and a manager rings."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home, lock_screen
from tests.town import Town

TITLE = "A child has told me about abuse"


async def test_managers_are_paged_and_nothing_is_asked_but_the_number(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Abuse, harm or police", TITLE)
    town.rosa.sees("Which number shall we ring?")
    town.rosa.sees("Don't write here what happened. We ring you and you tell us.")
    town.rosa.sees("Write the child's exact words in your own log, with the date and time.")
    helen.sees(TITLE)
    town.grace.sees("By phone only: ring them. Ask nothing about it in this chat.")
    for hand in (town.amina, town.tom, town.priya):
        hand.does_not_see("R-")
    await town.rosa.presses("The number you have for me", "Skip")
    for asked in ("Which child", "Where is the child", "When did it happen", "anything else"):
        town.rosa.does_not_see(asked)
    while "Ask them to ring me" not in town.rosa.buttons:
        await town.rosa.presses("No, nobody")
    await town.rosa.presses("Ask them to ring me")
    town.rosa.sees("A call with us · R-")
    town.rosa.does_not_see(TITLE)
    # Words typed all the same are for the manager's eyes.
    await town.rosa.presses("Add something")
    await town.rosa.writes("B said X hit her")
    await town.rosa.presses("Send")
    helen.sees("B said X hit her")
    town.grace.does_not_see("B said X hit her")
    town.grace.sees("Words they typed are kept for the team manager only.")
    await town.forward(minutes=6)
    town.amina.sees("By phone only: ring them.")
    town.amina.does_not_see(TITLE)
    town.amina.does_not_see("B said X hit her")
    for hand in (town.amina, town.tom, town.priya, town.jay):
        hand.does_not_see("abuse")


@ON_SQLITE
async def test_words_typed_at_the_number_are_sealed_to_the_manager_who_is_told(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Abuse, harm or police")
    await town.rosa.presses("Allegation against a carer")
    before = len(lock_screen(helen))
    await town.rosa.writes("B told the school that I hit her")
    town.rosa.sees("We keep your words for the team manager, and tell them. Now ring us.")
    town.rosa.sees("Write the child's exact words, with the date and time, in your own log.")
    town.rosa.sees("Which number shall we ring?")
    town.rosa.does_not_see("told the school")
    helen.sees("B told the school that I hit her")
    assert len(lock_screen(helen)) == before + 1
    for hand in (town.grace, town.amina, town.tom, town.priya):
        hand.does_not_see("told the school")
    town.grace.sees("Words they typed are kept for the team manager only.")


@ON_SQLITE
async def test_what_does_not_page_is_raised_by_the_words(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Police, concerns, the press")
    await town.rosa.presses("Right to live or work in the UK")
    helen.does_not_see("R-")
    await town.rosa.writes("my visa ran out in May")
    helen.sees("my visa ran out in May")
    town.rosa.sees("We keep your words for the team manager, and tell them.")
    town.priya.does_not_see("R-")


@ON_SQLITE
async def test_after_a_child_has_died_there_is_no_form(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Danger now, or a death")
    await town.rosa.presses("A child has died")
    assert town.rosa.screen.startswith("Ring 020 7946 0123 now as well.")
    town.rosa.sees("There are no words for this, and you need not write any.")
    town.rosa.sees("No one has told us that they have picked this up yet.")
    for words in ("Is this right?", "Danger now", "You can change each answer", "R-", "A call"):
        town.rosa.does_not_see(words)
    for label in ("Send", "Ask them to ring me", "Correct a mistake", "Send me what I reported"):
        assert label not in town.rosa.buttons
    assert "I pressed this by mistake" in town.rosa.buttons
    town.grace.sees("A child has died")
    town.grace.does_not_see("Started, not finished")
    helen.sees("By phone only: ring them.")
    await town.grace.presses("I've got it")
    town.rosa.sees("Grace Adeyemi has it.")
