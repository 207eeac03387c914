"""A young person asks for something or a visit, and gets an answer, also if it is no."""

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.check_ins import answers
from tests.stories.deeds import forge, go_home, lock_screen
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ["SWK-17", "DMR-03"]
ASK = "Ask for something or a visit"
WORDS = "A bus pass for the college."


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What is asked for here goes the way of a check-in, which both databases show."""
    return sqlite_url


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, 10:00."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """This service asks young people what they say."""
    return {"views": True}


async def test_what_is_asked_for_is_opened_answered_and_stands_there_by_its_date(
    town: Town,
) -> None:
    owen = await town.join("owen", "S-002")
    await go_home(town.jay)
    assert town.jay.buttons.index(ASK) == town.jay.buttons.index("Get someone on my side") + 1
    await town.jay.presses(ASK, "Something I need", "Owen Hughes (my social worker)")
    await town.jay.presses("That is all")
    await town.jay.writes(WORDS)
    await town.jay.presses("Tomorrow")
    town.jay.sees("This goes to Owen Hughes (my social worker). You chose that.")
    await town.jay.presses("Send")
    town.jay.sees("They open it by Wednesday 25 November. You get an answer by Monday 7 December.")
    pushed = len(lock_screen(town.jay))
    owen.sees("A young person asks for something")
    for words in (WORDS, "Something I need"):
        owen.does_not_see(words)
    await owen.presses("Open and read it")
    for words in (WORDS, "Something I need", "Tuesday 24 November"):
        owen.sees(words)
    await answers(owen, "Your pass comes by post.")
    await town.jay.presses("What happened with what I said")
    town.jay.sees("Monday 23 November: there is an answer.")
    town.jay.does_not_see("need")
    await town.jay.presses("Monday 23 November")
    town.jay.sees("Your pass comes by post.")
    await town.jay.presses("Yes, it makes sense")
    assert len(lock_screen(town.jay)) == pushed
    for hand in (town.rosa, town.priya, town.amina):
        hand.does_not_see("asks for something")


async def test_without_the_switch_or_anybody_who_answers_it_is_not_there(town: Town) -> None:
    await go_home(town.jay)
    assert ASK not in town.jay.buttons
    await forge(town.jay, "open:ask")
    town.jay.sees("Hi. In danger: 999.")
