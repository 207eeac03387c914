"""The annual review: views gathered in time, a date fixed, held by both sides, never forgotten."""

from datetime import date
from typing import Any

import pytest
import vobject

from tests.storage_fixtures import HandClock
from tests.stories.deeds import go_home, lock_screen, plan_meeting
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ("SWK-13", "SWK-05b", "SOU-17", "DMR-34")
DUE = date(2027, 5, 7)
ASKED = "Your annual review is due by Friday 7 May 2027. Say how the year was."
BEGIN = "The annual review of Rosa Okafor is due by Friday 7 May 2027. Begin to gather views:"


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def wait_until(town: Town, days_left: int) -> None:
    """Wait for ten in the morning of the day on which so many are left."""
    await town.jump(days=(DUE - town.now.date()).days - days_left)


async def say_how_the_year_was(town: Town, *kept_from: str) -> None:
    """Rosa answers what she is asked, and sends it."""
    await town.rosa.presses("Say how the year was", "Good")
    await town.rosa.writes("The holidays went well.")
    await town.rosa.presses("Skip", "It did not come", "Skip", "Skip")
    await town.rosa.writes("When can I have a break?")
    await town.rosa.presses(*(kept_from or ("No, nobody",)), "Send")


async def fix(town: Town, day: str, time: str) -> None:
    """Priya fixes or moves the date of Rosa's annual review."""
    await plan_meeting(town.priya, "Annual reviews", day, time)


def event_in(town: Town) -> Any:
    """The newest calendar file on Rosa's phone, read by another program's library."""
    file = [m for m in town.rosa.messages if m.document is not None][-1].file
    return vobject.readOne(file.content.decode()).vevent


async def test_views_are_gathered_a_date_is_fixed_and_both_say_that_it_was_held(
    town: Town,
) -> None:
    await wait_until(town, 91)
    town.priya.does_not_see("annual review")
    await wait_until(town, 90)
    town.priya.sees(BEGIN)
    town.rosa.does_not_see("annual review")
    await wait_until(town, 60)
    town.rosa.sees(ASKED)
    assert lock_screen(town.rosa)[-1] == "You have a message."
    await go_home(town.priya)
    await town.priya.presses("Annual reviews", "Rosa Okafor")
    town.priya.sees("Missing: how the year was, in the carer's words.")
    await say_how_the_year_was(town)
    town.priya.sees("The holidays went well.")
    town.amina.does_not_see("holidays")
    await fix(town, "20/4/2027", "14:00")
    town.priya.sees("They said how the year was: Monday 8 March, 10:00.")
    town.rosa.sees("Next annual review: Tuesday 20 April, 14:00")
    await town.rosa.presses("I will be there", "Put it in my calendar")
    first = event_in(town)
    assert (first.summary.value, first.sequence.value) == ("Meeting", "0")
    assert "Okafor" not in first.serialize()
    await fix(town, "21/4/2027", "10:15")
    await go_home(town.rosa)
    await town.rosa.presses("My dates")
    town.rosa.sees("Next annual review: Wednesday 21 April, 10:15")
    await town.rosa.presses("Annual review")
    town.rosa.sees("You then have 28 days to object, or to ask for an independent review.")
    await town.rosa.presses("Put it in my calendar")
    moved = event_in(town)
    assert (moved.uid.value, moved.sequence.value) == (first.uid.value, "1")
    await wait_until(town, 15)
    await go_home(town.priya)
    await town.priya.presses("Annual reviews", "Rosa Okafor", "It was held")
    await town.priya.writes("You kept both children steady. Writing things down was late twice.")
    await town.priya.presses("Send")
    town.rosa.sees("Priya Sharma says what the annual review found:")
    town.rosa.sees("Writing things down was late twice.")
    town.rosa.sees("We were told that it was held on Wednesday 21 April 2027.")
    await town.rosa.presses("Yes, it was held")
    town.rosa.sees("Last annual review: Wednesday 21 April 2027")
    await go_home(town.rosa)
    await town.rosa.presses("What I can expect")
    town.rosa.sees("Last: Wednesday 21 April 2027. Next by Friday 21 April 2028.")
