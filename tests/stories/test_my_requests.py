"""My requests: every state reaches the person who asked, on one card, in their language."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, own_request
from tests.town import Town

UPHOLDS = ("SOU-26", "DMR-46")


async def test_each_state_reaches_the_carer_on_the_same_card(town: Town) -> None:
    await call_for_help(town)
    await town.rosa.presses("The police are here", "Yes, ring me", "The number you have for me")
    await town.rosa.writes("B is in the car")
    town.rosa.sees("Urgent help · R-")
    town.rosa.sees("Ring 020 7946 0123 now as well. This message may not wake anyone.")
    town.rosa.sees("No one has told us that they have picked this up yet.")
    town.amina.sees("The police are here")
    town.amina.sees("B is in the car")
    steps = (
        (("I've got it",), "Amina Yusuf has it. They pressed “I've got it” at 23:40."),
        (("When will I ring?", "In 15 minutes"), "They say they will ring you by 23:55."),
        (("Spoke by phone", "Yes, we have spoken"), "They noted that you spoke by phone at 23:40."),
    )
    for labels, news in steps:
        await town.amina.presses(*labels)
        town.rosa.sees(news)
        assert town.rosa.all_words.count("Urgent help · R-") == 1
    await town.amina.presses("Reply", "Write my own")
    await town.amina.writes("I ring the police and then you")
    await town.amina.presses("Send")
    town.rosa.sees("I ring the police and then you")
    assert town.rosa.all_words.count("Urgent help · R-") == 1
    await town.amina.presses("Close with what was done", "We gave advice")
    await town.amina.writes("You can ring us again any time")
    await town.amina.presses("Send")
    for words in ("This is closed.", "We gave advice", "You can ring us again any time"):
        town.rosa.sees(words)
    town.rosa.does_not_see("Ring 020 7946 0123 now as well.")
    assert town.rosa.all_words.count("Urgent help · R-") == 1
    await town.rosa.presses("Back to the start", "My requests (0 open)")
    assert "Urgent help · Closed" in town.rosa.screen


@ON_SQLITE
async def test_further_words_a_correction_and_the_copy(town: Town) -> None:
    await call_for_help(town)
    await town.rosa.presses("Someone is hurt or ill", "Write to me, don't ring", "Skip")
    await town.amina.presses("I've got it")
    pages = len(town.amina.phone.notifications)
    await town.rosa.presses("Add something")
    await town.rosa.writes("B has a fever")
    await town.rosa.presses("Send")
    town.amina.sees("B has a fever")
    await town.rosa.presses("Correct a mistake")
    await town.rosa.writes("It is M, not B")
    await town.rosa.presses("Send")
    town.amina.sees("It is M, not B")
    assert len(town.amina.phone.notifications) == pages + 2
    await town.rosa.presses("Send me what I reported")
    for told in ("What you told us", "Someone is hurt or ill", "B has a fever", "It is M, not B"):
        assert told in town.rosa.screen
    town.tom.does_not_see("B has a fever")


@ON_SQLITE
async def test_pressing_again_keeps_what_the_worker_wrote_on_the_card(town: Town) -> None:
    await town.rosa.presses("I need to talk to someone tonight", "Write to me, don't ring", "Skip")
    await town.amina.presses("I've got it", "Reply", "Write my own")
    await town.amina.writes("I can ring at eleven")
    await town.amina.presses("Send")
    town.rosa.sees("I can ring at eleven")
    await town.rosa.presses("Back to the start", "I need to talk to someone tonight")
    town.rosa.sees("Someone to talk to tonight · R-")
    town.rosa.sees("I can ring at eleven")


@ON_SQLITE
async def test_news_comes_in_the_language_that_the_carer_has_now(town: Town) -> None:
    await call_for_help(town)
    await town.rosa.writes("/language")
    await town.rosa.presses("العربية")
    await town.amina.presses("I've got it")
    town.amina.sees("You have it.")
    town.rosa.sees("Amina Yusuf")
    town.rosa.sees("23:40")
    town.rosa.does_not_see("has it.")


@ON_SQLITE
async def test_pressed_by_mistake_is_confirmed_by_a_human(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it", "Close with what was done")
    assert town.amina.toasts[-1] == "Note the call first: say that you have spoken with them."
    await town.amina.presses("When will I ring?", "In 5 minutes")
    await town.amina.presses("Spoke by phone", "Yes, we have spoken", "Close with what was done")
    await town.amina.presses("By mistake; we checked", "Skip", "Send")
    town.rosa.does_not_see("This is closed.")
    assert "Not closed: they have not said that it was a mistake." in town.amina.toasts[-1]
    town.amina.sees("You have it.")
    await town.rosa.presses("Cancel", "Yes, stop asking", "My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa))
    pages = len(town.amina.phone.notifications)
    await town.rosa.presses("I pressed this by mistake")
    town.rosa.sees("You said this was a mistake. Someone will check that with you.")
    town.amina.sees("They say it was pressed by mistake. Confirm by phone.")
    assert len(town.amina.phone.notifications) == pages + 1
    assert "I pressed this by mistake" not in town.rosa.buttons
    await town.amina.presses("Close with what was done")
    await town.amina.presses("By mistake; we checked", "Skip", "Send")
    town.rosa.sees("This is closed.")
