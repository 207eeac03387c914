"""A young person's chat says nothing first, unless they chose when; and then nothing of what."""

import pytest
from sqlalchemy import select

from desk.own_copies import gather
from storage import people
from storage.forgetting import forget
from storage.tables import people as rows
from tests.storage_fixtures import HandClock
from tests.stories.check_ins import chooses_safe_times, is_answered
from tests.stories.deeds import forge, go_home, lock_screen
from tests.town import MONDAY_MORNING, Town

NEWS = "There is something new for you. Open it when it is safe."
ON = "Write when there is an answer"


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, 10:00."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """This service asks young people how things are."""
    return {"views": True}


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What is due is found on either database in the same way; one shows it."""
    return sqlite_url


async def test_what_was_opened_already_is_not_told(town: Town) -> None:
    await town.join("owen", "S-002")
    await chooses_safe_times(town.jay, ON)
    await is_answered(town)
    await go_home(town.jay)
    await town.jay.presses("What happened with what I said", "Monday 23 November")
    before = len(lock_screen(town.jay))
    await town.forward(days=2)
    assert len(lock_screen(town.jay)) == before


async def test_a_phone_that_others_read_is_asked_about_once_more(town: Town) -> None:
    await go_home(town.jay)
    await forge(town.jay, "safe")
    await town.jay.presses(ON)
    town.jay.sees("Somebody else may read this phone. Still write to you here?")
    await town.jay.presses("No, don't")
    assert "✓ Don't write about answers" in town.jay.buttons
    await town.jay.presses(ON, "Yes, write to me here")
    assert f"✓ {ON}" in town.jay.buttons
    await town.jay.presses("Who uses this phone", "Yes, or they look at it")
    town.jay.sees("We don't write first unless you ask for help or an answer.")
    await forge(town.jay, "safe")
    assert "✓ Don't write about answers" in town.jay.buttons


async def test_they_are_asked_each_week_and_silence_changes_nothing(town: Town) -> None:
    await go_home(town.jay)
    await chooses_safe_times(town.jay, "Ask me each week")
    before = len(lock_screen(town.jay))
    await town.forward(days=1)
    assert town.jay.screen == NEWS
    await town.forward(days=6)
    assert len(lock_screen(town.jay)) == before + 1
    await town.forward(days=1)
    assert town.jay.screen == NEWS
    assert len(lock_screen(town.jay)) == before + 2
    await forge(town.jay, "safe")
    await town.jay.presses("Never ask how things are")
    await town.forward(days=15)
    assert len(lock_screen(town.jay)) == before + 2


async def test_a_time_that_an_outage_swallowed_is_not_made_up_for_later_that_day(
    town: Town,
) -> None:
    await town.join("owen", "S-002")
    await chooses_safe_times(town.jay, ON)
    await is_answered(town)
    before = len(lock_screen(town.jay))
    await town.jump(hours=8)
    await town.forward(hours=2)
    assert len(lock_screen(town.jay)) == before
    await town.forward(days=1)
    assert len(lock_screen(town.jay)) == before + 1


async def test_nobody_but_a_young_person_chooses(town: Town) -> None:
    for forged in ("safe", "safe:weekly", "safe:anything", "safe:weekly:sure"):
        await forge(town.rosa, forged)
        town.rosa.does_not_see("Safe times")
    await forge(town.jay, "safe:anything")
    town.jay.sees("Hi. In danger: 999.")


async def test_what_was_chosen_stands_in_their_copy_and_is_forgotten_with_them(town: Town) -> None:
    await chooses_safe_times(town.jay, "Ask me each month")
    jay = await town.person("YP-001")
    async with town.database.reading() as reader:
        person = (await people.load(reader, [jay]))[jay]
        copy = await gather(reader, town.policy, person, covered=True)
    assert (
        "safe_times",
        "Don't write about answers, Ask me each month, After school and Every day",
    ) in copy.held
    async with town.database.writing() as writer:
        await forget(writer, jay, None)
    async with town.database.reading() as reader:
        row = (await reader.connection.execute(select(rows).where(rows.c.id == jay))).one()
    assert (row.safe_times, row.next_due_at) == (None, None)
