"""What a young person said is for whom they chose: it can be taken back, and is never let lie."""

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.check_ins import DID, OWN_WORDS, answers, says_how_things_are
from tests.stories.deeds import forge, go_home, lock_screen, named_on, words_in
from tests.stories.facts import facts
from tests.town import MONDAY_MORNING, Hand, Town


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What is said here holds on either database; one shows it."""
    return sqlite_url


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, 10:00."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """This service asks young people how things are."""
    return {"views": True}


async def sent(town: Town) -> tuple[Hand, str]:
    """Jay has sent it to Owen; Owen's hand, and the id as buttons name it."""
    owen = await town.join("owen", "S-002")
    await go_home(town.jay)
    await says_how_things_are(town.jay)
    await town.jay.presses("Send")
    return owen, named_on(owen, "Open and read it")


async def test_an_answer_of_danger_opens_the_numbers_and_loses_nothing(town: Town) -> None:
    await town.join("owen", "S-002")
    await go_home(town.jay)
    await town.jay.presses("Say how things are", "Owen Hughes (my social worker)", "That is all")
    await town.jay.presses("Skip", "Feeling safe", "No, I'm not safe there")
    town.jay.sees("Ring 999.")
    town.jay.sees("Nobody has been told yet.")
    town.amina.does_not_see("not safe")
    await town.jay.presses("Tell the on-call team")
    town.amina.sees("A young person says: not safe")
    await go_home(town.jay)
    await town.jay.presses("Say how things are")
    town.jay.sees("Does something make you scared?")
    await town.jay.presses("I'm scared at home", "Skip")
    town.jay.sees("We have told the team already.")
    town.jay.sees("No, I'm not safe there")
    await town.jay.presses("Send")
    town.jay.sees("Sent to Owen Hughes.")


async def test_words_of_danger_offer_help_and_raise_nothing(town: Town) -> None:
    await town.join("owen", "S-002")
    await go_home(town.jay)
    await says_how_things_are(town.jay, "they hit me")
    town.jay.sees("It sounds as if someone may be in danger.")
    town.amina.does_not_see("not safe")


async def test_it_is_taken_back_as_long_as_nobody_has_opened_it(town: Town) -> None:
    owen, key = await sent(town)
    await town.jay.presses("Take it back")
    town.jay.sees("You took this back. Nobody had opened it.")
    owen.sees("There is nothing here for you any more.")
    for verb in ("ckread", "req", "ckanswer", "got"):
        await forge(owen, f"{verb}:{key}")
        owen.does_not_see(OWN_WORDS)
        owen.does_not_see("Jay Mercer")
    await go_home(town.jay)
    await says_how_things_are(town.jay)
    await town.jay.presses("Send")
    await owen.presses("Open and read it")
    await town.jay.presses("Take it back")
    assert "can't be taken back" in town.jay.toasts[-1]
    owen.sees(OWN_WORDS)


async def test_nobody_else_of_the_staff_meets_it_anywhere(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    others = (town.priya, town.amina, town.tom, town.grace, helen)
    await go_home(*others)
    before = [hand.all_words for hand in others]
    owen, key = await sent(town)
    await owen.presses("Open and read it")
    await go_home(*others)
    assert [hand.all_words for hand in others] == before
    for hand in others:
        for press in ("waiting", "opens", "mine", "todo", f"ckread:{key}", f"ckanswer:{key}"):
            await forge(hand, press)
            hand.does_not_see("young person says how things are")
            hand.does_not_see(OWN_WORDS)
        for verb in ("req", "got", "take", "takeyes", "reply", "close", "spokeyes", "whois"):
            await forge(hand, f"{verb}:{key}")
            hand.does_not_see(OWN_WORDS)
            hand.does_not_see("Jay Mercer")
    assert "Jay" not in words_in(town, town.group)


async def test_what_works_on_other_requests_neither_answers_nor_ends_it(town: Town) -> None:
    owen, key = await sent(town)
    await owen.presses("Open and read it")
    before = await facts(town.database)
    for verb in ("got", "pass", "when", "reply", "spokeyes", "wrote", "loweryes", "close", "take"):
        await forge(owen, f"{verb}:{key}")
    for verb in ("unsettled", "notspoke", "more", "goon", "write", "saidof"):
        await forge(town.jay, f"{verb}:{key}")
    for verb in ("saidof", "unsay", "copy"):
        await forge(town.rosa, f"{verb}:{key}")
    await forge(town.rosa, f"sense:{key}:no")
    await forge(town.jay, f"sense:{key}:perhaps")
    await forge(town.jay, f"sense:{key}:no")
    assert await facts(town.database) == before
    town.rosa.does_not_see(OWN_WORDS)


async def test_what_is_late_is_told_to_a_manager_and_said_honestly(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    owen, _ = await sent(town)
    pushed = len(lock_screen(town.jay))
    await town.forward(days=3)
    owen.sees("Nobody has said that they have it.")
    await helen.presses("Open it")
    helen.does_not_see(OWN_WORDS)
    await helen.presses("Open and read it")
    helen.sees(OWN_WORDS)
    await town.jay.presses("What happened with what I said")
    town.jay.sees("Monday 23 November: no one has answered yet.")
    await town.jay.presses("Monday 23 November")
    town.jay.sees("No one has answered yet. We have told the team manager.")
    assert len(lock_screen(town.jay)) == pushed
    town.grace.does_not_see("Nobody has said that they have it.")


async def test_an_answer_closes_when_they_hide_it_or_go_on(town: Town) -> None:
    owen, _ = await sent(town)
    await owen.presses("Open and read it")
    await answers(owen)
    await town.jay.presses("What happened with what I said", "Monday 23 November")
    town.jay.sees(DID)
    await town.jay.presses("Back to the start")
    town.jay.does_not_see(DID)
    await town.jay.presses("What happened with what I said", "Monday 23 November", "Hide this")
    town.jay.does_not_see(DID)
    town.jay.sees("Hello.")


async def test_who_can_see_it_is_there_to_look_up_at_any_time(town: Town) -> None:
    await town.join("owen", "S-002")
    await go_home(town.jay)
    await town.jay.presses("Who sees this, language")
    town.jay.sees("You can choose: Owen Hughes (my social worker).")
    town.jay.sees("We don't write to you first about what you said, unless you choose it")
    assert {"Language", "Who uses this phone"} <= {*town.jay.buttons}
    await forge(town.rosa, "whosees")
    town.rosa.does_not_see("Owen Hughes")


async def test_it_is_not_there_while_nobody_is_named_who_answers(town: Town) -> None:
    await go_home(town.jay)
    assert "Say how things are" not in town.jay.buttons
    await forge(town.jay, "open:check_in")
    town.jay.does_not_see("Who may see what you say?")
    await town.join("owen", "S-002")
    await go_home(town.jay)
    await town.jay.presses("Say how things are")
    town.jay.sees("Who may see what you say?")
    await forge(town.rosa, "open:check_in")
    await forge(town.rosa, "said")
    town.rosa.does_not_see("say")
