"""A child's social worker without a phone here is a task with a day: listed, asked for, done."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import forge, go_home, lock_screen, named_on
from tests.town import MONDAY_MORNING, Hand, Town

STILL = "Your service still has to tell the child's social worker."
TOLD = "Priya Sharma told the child's social worker on Monday 23 November."
ASKED = "was to be told by Tuesday 24 November. No one has said that they have."


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def report(town: Town, *last: str) -> str:
    """Rosa reports racism that Jay met; Owen, his social worker, is not linked. The reference."""
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Abuse, harm or police")
    await town.rosa.presses("Racism or hate", "No", "No", "J (otter)", "Earlier today")
    await town.rosa.presses("At home with me", "Yes", "Yes", "Nobody yet", "Ring me", "That is all")
    await town.rosa.presses("The number you have for me", "Skip", "Skip", *last)
    return next(line for line in town.rosa.screen.split() if line.startswith("R-"))


async def to_do(hand: Hand) -> list[str]:
    """The buttons of this worker's list of things to do."""
    await go_home(hand)
    await hand.presses(next(b for b in hand.buttons if b.startswith("To do")))
    return hand.buttons


async def test_the_owner_finds_it_by_its_day_and_says_that_it_is_done(town: Town) -> None:
    reference = await report(town, "No, nobody", "Send")
    town.rosa.sees(STILL)
    town.priya.sees("Tell the child's social worker by Tuesday 24 November: they are not linked")
    await go_home(town.priya)
    assert "To do (1)" in town.priya.buttons
    await to_do(town.priya)
    assert f"{reference} · by Tuesday 24 November" in town.priya.screen
    for name in ("otter", "Jay", "Rosa", "Racism"):
        assert name not in town.priya.screen
    await town.priya.presses(f"{reference}: I have told them")
    assert "Nothing to do here." in town.priya.screen
    town.rosa.sees(TOLD)
    town.rosa.does_not_see(STILL)
    await go_home(town.priya)
    assert "To do (0)" in town.priya.buttons
    await town.forward(days=4)
    town.priya.does_not_see(ASKED)


@ON_SQLITE
async def test_the_first_press_wins_and_later_ones_are_told_who_did_it(town: Town) -> None:
    await report(town, "No, nobody", "Send")
    request = named_on(town.priya, "I have told them")
    await town.priya.presses("I have told them")
    town.priya.sees(TOLD)
    assert "I have told them" not in town.priya.buttons
    helen = await town.join("helen", "S-006")
    await forge(helen, f"told:{request}")
    assert helen.toasts[-1] == "Priya Sharma has told them already."
    helen.sees(TOLD)
    await forge(town.rosa, f"told:{request}")
    await forge(town.rosa, "todo")
    town.rosa.does_not_see("To do")


@ON_SQLITE
async def test_undone_it_outlives_the_request_and_is_asked_for_once_by_day(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    reference = await report(town, "No, nobody", "Send")
    await town.priya.presses("I've got it", "Close with what was done", "We gave advice")
    await town.priya.presses("Skip", "Send", "It is in the case file")
    town.rosa.sees("This is closed.")
    town.rosa.sees(STILL)
    assert f"{reference}: I have told them" in await to_do(town.priya)
    await town.forward(days=1, hours=14)
    town.priya.does_not_see(ASKED)
    shown = [len(lock_screen(hand)) for hand in (town.priya, helen)]
    await town.forward(hours=10)
    assert town.priya.all_words.count(ASKED) == 1
    helen.does_not_see(ASKED)
    assert [line for line in lock_screen(town.priya, shown[0])] == ["You have a message."]
    await town.forward(days=1)
    assert town.priya.all_words.count(ASKED) == 1
    assert helen.all_words.count(ASKED) == 1
    helen.sees("It is with Priya Sharma.")
    await town.forward(days=6)
    assert town.priya.all_words.count(ASKED) + helen.all_words.count(ASKED) == 2
    await to_do(town.priya)
    assert f"{reference} · was due Tuesday 24 November" in town.priya.screen
    await helen.presses("I have told them")
    town.rosa.sees("Helen Marsh told the child's social worker on")


@ON_SQLITE
async def test_a_jump_of_the_clock_into_the_night_waits_and_gives_one_of_each(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await report(town, "No, nobody", "Send")
    await town.jump(days=9, hours=14)
    for hand in (town.priya, helen):
        hand.does_not_see(ASKED)
    await town.jump(hours=10)
    for hand in (town.priya, helen):
        assert hand.all_words.count(ASKED) == 1


@ON_SQLITE
async def test_a_social_worker_who_is_linked_meanwhile_changes_nothing(town: Town) -> None:
    reference = await report(town, "No, nobody", "Send")
    await town.join("owen", "S-002")
    assert f"{reference}: I have told them" in await to_do(town.priya)
    town.rosa.sees(STILL)
    await town.forward(days=2)
    town.priya.sees(ASKED)


@ON_SQLITE
async def test_a_worker_who_must_not_see_it_never_meets_the_task(town: Town) -> None:
    reference = await report(town, "Priya Sharma (supervising)", "That is all", "Send")
    town.rosa.sees(STILL)
    town.priya.does_not_see("R-")
    await go_home(town.priya)
    assert "To do (0)" in town.priya.buttons
    assert f"{reference}: I have told them" in await to_do(town.amina)
    request = named_on(town.amina, f"{reference}: I have told them")
    for verb in ("told", "toldlist", "req"):
        await forge(town.priya, f"{verb}:{request}")
        town.priya.does_not_see("R-")
    await town.forward(days=3)
    town.priya.does_not_see(ASKED)
    town.amina.sees(ASKED)


@ON_SQLITE
async def test_it_is_said_in_arabic_too(town: Town) -> None:
    await report(town, "No, nobody", "Send")
    await town.priya.writes("/language")
    await town.priya.presses("العربية")
    await town.forward(days=2)
    said = town.priya.messages[-1].text or ""
    assert "R-" in said
    assert "الأخصائي الاجتماعي للطفل" in said
