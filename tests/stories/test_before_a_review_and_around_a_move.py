"""Before a care review and around a move a young person is asked how things are, if they want."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.check_ins import chooses_safe_times
from tests.stories.deeds import forge, go_home, lock_screen, named_on
from tests.town import MONDAY_MORNING, Hand, Town

UPHOLDS = ("OFS-05",)
NEWS = "There is something new for you. Open it when it is safe."
ONLY_THEN = "Ask before a review or a move"
GOOD_TIME = "Now is a good time to say how things are."
WHY = "Your review is on Monday 11 January 2027. What you say now can be brought there."


@pytest.fixture
def clock() -> HandClock:
    """It is Monday 23 November, 10:00."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """This service asks young people how things are."""
    return {"views": True}


async def owen_knows_jay(town: Town) -> Hand:
    """Owen has a chat, and has said that Jay is Jay."""
    owen = await town.join("owen", "S-002")
    await forge(owen, f"themyes:{(await town.person('YP-001')).hex}")
    return owen


async def opens_days(worker: Hand) -> None:
    """A worker looks at the days of J."""
    await go_home(worker)
    await worker.presses("Who decides?", "J (otter)", "Care review and move")


async def sets_day(worker: Hand, label: str, day: str, reason: str = "") -> None:
    """A worker sets or moves one of the two days."""
    await opens_days(worker)
    await worker.presses(label)
    await worker.writes(day)
    if reason:
        await worker.writes(reason)
    await worker.presses("Send")


async def test_they_are_asked_weeks_before_and_whoever_reads_it_knows_for_what(
    town: Town,
) -> None:
    owen = await owen_knows_jay(town)
    await sets_day(owen, "The care review has moved", "11 January 2027", "The officer is away.")
    owen.sees("Next care review: Monday 11 January 2027.")
    await chooses_safe_times(town.jay, ONLY_THEN)
    town.jay.sees("Before your care review, and before and after a planned move, we ask too.")
    before = len(lock_screen(town.jay))
    await town.forward(days=20)
    assert len(lock_screen(town.jay)) == before
    await town.forward(days=8)
    assert town.jay.screen == NEWS
    assert lock_screen(town.jay, before) == ["You have a message."]
    await town.jay.presses("Open")
    town.jay.sees(GOOD_TIME)
    town.jay.does_not_see("January")
    await town.jay.presses("Say how things are")
    town.jay.sees(WHY)
    assert "Owen Hughes (my social worker)" in town.jay.buttons
    await town.jay.presses("Owen Hughes (my social worker)", "That is all")
    town.jay.does_not_see("11 January")
    await town.jay.presses("🙁 Not good", "School and friends", "Going well", "One or two")
    await town.jay.writes("It is loud at night.")
    await town.jay.presses("Send")
    await owen.presses("Open and read it")
    owen.sees("Their care review is on Monday 11 January 2027.")
    owen.sees("They were told that this can go there.")
    before = len(lock_screen(town.jay))
    await town.forward(days=10)
    assert len(lock_screen(town.jay)) == before


@ON_SQLITE
async def test_a_review_that_moves_moves_the_question_and_one_that_goes_takes_it_along(
    town: Town,
) -> None:
    await owen_knows_jay(town)
    await chooses_safe_times(town.jay, ONLY_THEN)
    before = len(lock_screen(town.jay))
    await sets_day(town.priya, "The care review has moved", "1 March 2027", "A wrong date.")
    await town.forward(days=60)
    assert len(lock_screen(town.jay)) == before
    await opens_days(town.priya)
    await town.priya.presses("No care review on that day")
    await town.priya.writes("It was held with another one.")
    await town.priya.presses("Send")
    town.priya.sees("Next care review: no day is set.")
    await town.forward(days=30)
    assert len(lock_screen(town.jay)) == before


@ON_SQLITE
async def test_before_a_move_and_after_it_and_no_answer_brings_no_second_message(
    town: Town,
) -> None:
    owen = await owen_knows_jay(town)
    await opens_days(owen)
    await owen.presses("No care review on that day")
    await owen.writes("Not any more.")
    await owen.presses("Send")
    await sets_day(owen, "Set a move", "4 January 2027")
    owen.sees("Planned move: Monday 4 January 2027.")
    await chooses_safe_times(town.jay, ONLY_THEN)
    before = len(lock_screen(town.jay))
    await town.forward(days=21)
    assert len(lock_screen(town.jay)) == before + 1
    await town.jay.presses("Open", "Say how things are")
    town.jay.sees("A move is planned for Monday 4 January 2027.")
    # An answer that is begun and left is never asked after.
    await town.jay.presses("Owen Hughes (my social worker)")
    await town.forward(days=18)
    assert len(lock_screen(town.jay)) == before + 1
    await town.forward(days=20)
    assert len(lock_screen(town.jay)) == before + 2
    await town.jay.presses("Open", "Say how things are")
    town.jay.sees("A move was planned for Monday 4 January. You can say how it went")


@ON_SQLITE
async def test_who_never_wants_a_message_gets_none_and_finds_the_reason_by_themselves(
    town: Town,
) -> None:
    owen = await owen_knows_jay(town)
    await sets_day(owen, "The care review has moved", "14 December", "A wrong date.")
    before = len(lock_screen(town.jay))
    await town.forward(days=8)
    assert len(lock_screen(town.jay)) == before
    await go_home(town.jay)
    town.jay.does_not_see(GOOD_TIME)
    await town.jay.presses("Say how things are")
    town.jay.sees("Your review is on Monday 14 December.")


@ON_SQLITE
async def test_a_date_that_moves_without_a_reason_or_by_the_wrong_hand_stays(town: Town) -> None:
    owen = await owen_knows_jay(town)
    await opens_days(owen)
    owen.sees("Next care review: Friday 22 January 2027.")
    await owen.presses("The care review has moved")
    await owen.presses("Back")
    await owen.presses("A day is set")
    await owen.writes("1 March 2027")
    await owen.presses("Send")
    assert owen.toasts[-1] == "Say why. A no without a reason is not sent."
    owen.sees("Next care review: Friday 22 January 2027.")
    key = named_on(owen, "Back")
    for hand in (town.rosa, town.jay, town.amina):
        for forged in (f"caredays:{key}", f"careday:{key}:review.moved", "caredays:x"):
            await forge(hand, forged)
            hand.does_not_see("Next care review")
    for forged in (f"careday:{key}:review.first", f"careday:{key}:x.first", "careday:x:review.off"):
        await forge(owen, forged)
        owen.does_not_see("On which day?")
    await forge(owen, "open:care_day")
    await owen.presses("The next care review", "A day is set")
    await owen.writes("1 March 2027")
    await owen.presses("Send")
    await opens_days(owen)
    owen.sees("Next care review: Friday 22 January 2027.")
