"""A young person says that something is not fair: an advocate first, and who reads it is theirs."""

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.deeds import forge, go_home, named_on
from tests.stories.test_somebody_on_my_side import PROVIDER
from tests.town import MONDAY_MORNING, Hand, Town

UPHOLDS = ("SWK-22", "SWK-22b")

UNFAIR = "Something is not fair"


@pytest.fixture
def clock() -> HandClock:
    """Monday morning: working days are counted from here."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """The service is ready for what young people say."""
    return {"views": True, "advocacy_provider": PROVIDER}


@pytest.fixture
def url(sqlite_url: str) -> str:
    """SQLite alone."""
    return sqlite_url


async def complains(jay: Hand, about: str, *readers: str, answer: str = "") -> None:
    """Jay says it without an advocate."""
    await go_home(jay)
    await jay.presses(UNFAIR, "No, I say it myself", about)
    await jay.writes("I am never asked before things change.")
    await jay.presses("Skip", *readers, answer or "Yes, write to me here")


async def test_somebody_on_their_side_is_offered_first_and_what_was_begun_is_kept(
    town: Town,
) -> None:
    nadia = await town.join("nadia", "A-001")
    await go_home(town.jay)
    await town.jay.presses(UNFAIR, "No, I say it myself", "Where I live")
    await town.jay.writes("I am never asked.")
    await go_home(town.jay)
    await town.jay.presses(UNFAIR)
    town.jay.sees("It will not get you in trouble.")
    await town.jay.presses("Yes, someone on my side", "An advocate", UNFAIR, "That is all")
    await town.jay.presses("Here in this chat", "In the evening", "That is all")
    await town.jay.presses("I don't want to meet", "The one we use here", "Skip")
    await town.jay.presses("Yes, pass this on")
    nadia.sees("Jay Mercer asks for an advocate")
    await go_home(town.jay)
    await town.jay.presses("Carry on")
    town.jay.sees("What should change?")
    town.jay.sees("I am never asked.")


async def test_only_the_manager_above_reads_it_and_answers(town: Town) -> None:
    helen, owen = await town.join("helen", "S-006"), await town.join("owen", "S-002")
    await complains(town.jay, "Owen Hughes", "Nobody else")
    town.jay.sees("Helen Marsh can read this.")
    await town.jay.presses("Yes, send it")
    town.jay.sees("We have passed this on.")
    town.jay.does_not_see("never asked")
    helen.sees("I am never asked before things change.")
    helen.sees("do NOT contact the household")
    key = named_on(helen, "I've got it")
    for hand in (town.rosa, town.priya, owen, town.amina):
        for verb in ("req", "got", "take", "whois", "close"):
            await forge(hand, f"{verb}:{key}")
        hand.does_not_see("never asked")
    await helen.presses("I've got it", "Answer this concern", "Yes, this was wrong")
    await helen.writes("You are asked from now on. I have told your team.")
    await helen.presses("Send")
    town.jay.sees("You are asked from now on.")


async def test_a_worker_near_them_reads_it_only_if_they_choose_so(town: Town) -> None:
    helen, owen = await town.join("helen", "S-006"), await town.join("owen", "S-002")
    await complains(town.jay, "Where I live", "Owen Hughes", "That is all")
    town.jay.sees("Helen Marsh and Owen Hughes can read this.")
    await town.jay.presses("Yes, send it")
    owen.sees("I am never asked")
    helen.sees("I am never asked")
    town.priya.does_not_see("I am never asked")


async def test_where_they_look_themselves_nothing_arrives_and_no_answer_lies_open(
    town: Town,
) -> None:
    helen, david = await town.join("helen", "S-006"), await town.join("david", "S-007")
    await complains(town.jay, "The fostering service", "Nobody else", answer="No, I look myself")
    await town.jay.presses("Yes, send it")
    await go_home(town.jay)
    arrived = len(town.jay.phone.notifications)
    await david.presses("I've got it", "Answer this concern", "Yes, this was wrong")
    await david.writes("We ask you first from now on.")
    await david.presses("Send")
    await town.forward(days=1)
    assert len(town.jay.phone.notifications) == arrived
    town.jay.does_not_see("We ask you first")
    helen.does_not_see("never asked")
    await go_home(town.jay)
    await town.jay.presses(UNFAIR, "Monday 23 November 2026")
    town.jay.sees("We ask you first from now on.")
    await town.jay.presses("Back to the start")
    town.jay.does_not_see("We ask you first")


class TestBeforeTheServiceIsReady:
    """The switch is off: nothing of it is there (practice 23)."""

    @pytest.fixture
    def choices(self) -> dict[str, object]:
        """Nobody answers young people yet."""
        return {"advocacy_provider": PROVIDER}

    async def test_none_of_it_is_offered_or_can_be_forged(self, town: Town) -> None:
        nadia = await town.join("nadia", "A-001")
        await go_home(town.jay)
        assert not {UNFAIR, "Get someone on my side"} & set(town.jay.buttons)
        for press in ("unfair", "side"):
            await forge(town.jay, press)
            town.jay.sees("Hi. In danger: 999.")
        nadia.sees("Nobody waits.")
