"""A change told in the chat is not the written notice: somebody sends the form, or it is named."""

from uuid import UUID

import pytest

from storage import chronology
from storage.database import Database
from tests.storage_fixtures import HandClock
from tests.stories.deeds import go_home, named_on
from tests.town import MONDAY_MORNING, Town, a_town


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def report_change(town: Town) -> None:
    """Rosa tells that somebody is moving out."""
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Who lives here or visits")
    await town.rosa.presses("Someone is moving out", "It is planned", "My partner", "Today")
    while "Send" not in town.rosa.buttons:
        await town.rosa.presses("Skip" if "Skip" in town.rosa.buttons else "No, nobody")
    await town.rosa.presses("Send")


async def test_the_owner_is_told_to_send_it_and_asked_at_the_end(town: Town) -> None:
    await report_change(town)
    town.rosa.sees("Your worker will send you the form for it.")
    town.priya.sees("Send them the written notice form.")
    request = named_on(town.priya, "I've got it")
    await town.priya.presses("I've got it", "Close with what was done", "We gave advice")
    town.priya.sees("Have you sent them the written notice form?")
    await town.priya.presses("Form sent", "Skip", "Send")
    town.priya.does_not_see("Send them the written notice form.")
    async with town.database.reading() as reader:
        lines = (await chronology.entries(reader, [UUID(hex=request)]))[UUID(hex=request)]
    closed = next(line for line in lines if line.event == "RequestClosed")
    assert closed.codes["form_sent"] is True


async def test_where_the_service_has_a_form_it_is_named(
    database: Database, clock: HandClock
) -> None:
    async with a_town(database, clock, written_notice_form="Form 7, from the front desk") as town:
        await report_change(town)
        town.rosa.sees("The form for it is here: Form 7, from the front desk.")
        town.rosa.does_not_see("Your worker will send you")
