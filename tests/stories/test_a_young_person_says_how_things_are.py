"""A young person says how things are to whom they choose, and sees what came of it."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.check_ins import OWN_WORDS, answers, says_how_things_are
from tests.stories.deeds import go_home, lock_screen
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ["SWK-20", "SWK-21", "SOU-40", "DMR-02", "DMR-54", "OFS-08"]


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, 10:00."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """This service asks young people how things are."""
    return {"views": True}


async def test_it_is_said_opened_answered_and_judged(town: Town) -> None:
    owen = await town.join("owen", "S-002")
    helen = await town.join("helen", "S-006")
    await go_home(town.jay)
    await says_how_things_are(town.jay)
    town.jay.sees("This goes to Owen Hughes (my social worker). You chose that.")
    town.jay.sees("The people you live with will not see it here. We send them nothing.")
    town.jay.sees("They open it by Wednesday 25 November and answer by Monday 7 December.")
    await town.jay.presses("Send")
    town.jay.sees("Sent to Owen Hughes.")
    pushed = len(lock_screen(town.jay))
    # Not one word of it stands in a chat before a reader opens it.
    owen.sees("A young person says how things are")
    owen.does_not_see(OWN_WORDS)
    await owen.presses("Open and read it")
    owen.sees(OWN_WORDS)
    owen.sees("Nothing of this goes to where they live")
    await town.jay.presses("What happened with what I said")
    town.jay.sees("Monday 23 November: Owen Hughes opened it on Monday 23 November.")
    town.jay.does_not_see("School")
    await answers(owen)
    await town.jay.presses("Monday 23 November")
    for part in ("What you said", OWN_WORDS, "What we will do by Tuesday 24 November"):
        town.jay.sees(part)
    town.jay.sees("What can't happen, and why\nA room of your own is not free.")
    await town.jay.presses("No, it doesn't make sense")
    town.jay.sees("We have told Owen Hughes and a manager.")
    town.jay.sees("Help at Hand")
    for hand in (owen, helen):
        hand.sees("They say that the answer makes no sense. Open it and answer again.")
    await helen.presses("Open and read it")
    await answers(helen, "We have found you a room of your own.")
    await town.jay.presses("What happened with what I said", "Monday 23 November")
    town.jay.sees("We have found you a room of your own.")
    town.jay.does_not_see("We asked the others")
    await town.jay.presses("Yes, it makes sense")
    town.jay.sees("You said that this answer makes sense.")
    # Nothing of it came first: they looked when they chose to look.
    assert len(lock_screen(town.jay)) == pushed


@ON_SQLITE
async def test_with_every_question_skipped_they_may_just_say_that_they_would_like_to_talk(
    town: Town,
) -> None:
    owen = await town.join("owen", "S-002")
    await go_home(town.jay)
    await town.jay.presses("Say how things are", "Owen Hughes (my social worker)", "That is all")
    await town.jay.presses("Skip", "Skip", "Skip", "Send")
    town.jay.sees("Not sent. You have not said anything yet.")
    await town.jay.presses("Answer a question", "🙁 Not good")
    town.jay.does_not_see("Sent to")
    await town.jay.presses("Change: Where you live", "Skip", "Send", "Tell them I'd like to talk")
    town.jay.sees("Sent to Owen Hughes.")
    await owen.presses("Open and read it")
    owen.sees("I'd just like to talk")
