"""Supervision: every six weeks, planned by the worker, reminded, confirmed, moved, held."""

from datetime import UTC, datetime
from typing import Any

import pytest
import vobject

from tests.storage_fixtures import HandClock
from tests.stories.deeds import forge, go_home, plan_meeting
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ("SWK-07", "SOU-16", "DMR-33")


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def plan(town: Town, day: str, time: str) -> None:
    """Priya plans or moves Rosa's supervision."""
    await plan_meeting(town.priya, "Supervisions", day, time)


def event_in(town: Town) -> Any:
    """The newest calendar file on Rosa's phone, read by another program's library."""
    file = [m for m in town.rosa.messages if m.document is not None][-1].file
    assert file.file_name == "meeting.ics"
    return vobject.readOne(file.content.decode()).vevent


async def test_planned_confirmed_and_moved_with_one_uid(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("My dates")
    town.rosa.sees("Last supervision: Wednesday 14 October 2026")
    town.rosa.sees("The next supervision is not planned yet.")
    town.rosa.sees("It should be held by Wednesday 25 November 2026.")
    await plan(town, "4/12/2026", "14:00")
    town.rosa.sees("Next supervision: Friday 4 December, 14:00")
    town.rosa.sees("With Priya Sharma")
    assert town.rosa.phone.notifications[-1].text == "You have a message."
    await town.rosa.presses("I will be there")
    town.rosa.sees("You said that you will be there.")
    await town.rosa.presses("Put it in my calendar")
    first = event_in(town)
    assert first.summary.value == "Meeting"
    assert first.dtstart.value.astimezone(UTC) == datetime(2026, 12, 4, 14, 0, tzinfo=UTC)
    assert first.sequence.value == "0"
    assert "Okafor" not in first.serialize()
    await go_home(town.rosa)
    await town.rosa.presses("My dates", "I need another time")
    assert town.rosa.toasts[-1] == "Priya Sharma is asked for another time."
    town.priya.sees("Rosa Okafor needs another time for the supervision.")
    await plan(town, "8/12/2026", "10:15")
    town.rosa.sees("Next supervision: Tuesday 8 December, 10:15")
    await forge(town.rosa, "supok:0")
    assert town.rosa.toasts[-1] == "The date has changed. Here is the new one."
    await town.rosa.presses("Put it in my calendar")
    moved = event_in(town)
    assert moved.uid.value == first.uid.value
    assert moved.sequence.value == "1"
    assert moved.dtstart.value.astimezone(UTC) == datetime(2026, 12, 8, 10, 15, tzinfo=UTC)


async def test_both_say_that_it_was_held_and_six_weeks_begin_again(town: Town) -> None:
    await plan(town, "24/11/2026", "10:00")
    await town.jump(days=2)
    await go_home(town.priya)
    await town.priya.presses("Supervisions", "Rosa Okafor", "It was held")
    town.rosa.sees("We were told that it was held on Tuesday 24 November 2026.")
    await town.rosa.presses("Yes, it was held")
    town.rosa.sees("Last supervision: Tuesday 24 November 2026")
    town.rosa.sees("It should be held by Tuesday 5 January 2027.")
    await town.forward(days=3)
    town.priya.does_not_see("overdue")


async def test_undisputed_for_five_working_days_it_counts_as_held(town: Town) -> None:
    await plan(town, "24/11/2026", "10:00")
    await town.jump(days=2)
    await go_home(town.priya)
    await town.priya.presses("Supervisions", "Rosa Okafor", "It was held")
    await town.jump(days=6)
    await forge(town.rosa, "sup")
    town.rosa.sees("We were told that it was held on")
    await town.jump(days=2)
    await forge(town.rosa, "sup")
    town.rosa.sees("Last supervision: Tuesday 24 November 2026")


async def test_it_did_not_happen_asks_no_reason_and_tells_the_worker(town: Town) -> None:
    await plan(town, "24/11/2026", "10:00")
    await town.jump(days=2)
    await go_home(town.priya)
    await town.priya.presses("Supervisions", "Rosa Okafor", "It was held")
    await town.rosa.presses("It did not happen")
    town.priya.sees("Rosa Okafor says the supervision did not happen. Plan a new time.")
    town.rosa.sees("The next supervision is not planned yet.")
    town.rosa.sees("Last supervision: Wednesday 14 October 2026")


async def test_overdue_is_told_to_the_worker_and_a_week_later_to_the_manager(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await town.forward(days=4)
    town.priya.sees("A supervision is overdue: Rosa Okafor")
    helen.does_not_see("overdue")
    await town.jump(days=7)
    helen.sees("The worker was told before you.")
    town.rosa.does_not_see("overdue")
    await forge(town.rosa, "sup")
    town.rosa.does_not_see("overdue")
    town.rosa.does_not_see("unannounced")
