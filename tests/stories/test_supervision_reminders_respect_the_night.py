"""Reminders: seven days and one day before, by day, once each, also around the clock changes."""

from datetime import UTC, datetime

import pytest

from storage.database import Database
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import go_home
from tests.town import Town, a_town

REMINDED = "You have a message."


def at(*when: int) -> datetime:
    """An instant in UTC."""
    return datetime(*when, tzinfo=UTC)  # type: ignore[misc, arg-type]


async def go_to(town: Town, when: datetime) -> None:
    """Jump to this instant."""
    await town.jump(seconds=(when - town.now).total_seconds())


async def plan(town: Town, day: str, time: str) -> None:
    """Priya plans Rosa's supervision; what is told of it is put aside."""
    await go_home(town.priya)
    await town.priya.presses("Supervisions", "Rosa Okafor", "Plan it")
    await town.priya.writes(day)
    await town.priya.writes(time)
    await town.priya.presses("Send")
    town.rosa.sees("Next supervision")
    town.rosa.phone.notifications.clear()


def reminders(town: Town) -> int:
    """How often Rosa's phone rang since the plan was made."""
    return len(town.rosa.phone.notifications)


MONDAY = at(2026, 11, 23, 10, 0)


async def test_seven_days_and_one_day_before_and_never_at_night(
    database: Database, clock: HandClock
) -> None:
    clock.seconds = MONDAY.timestamp()
    async with a_town(database, clock, linked=("rosa", "priya", "amina")) as town:
        await plan(town, "4/12/2026", "07:30")
        await go_to(town, at(2026, 11, 27, 8, 59))
        assert reminders(town) == 0
        await go_to(town, at(2026, 11, 27, 9, 0))
        assert reminders(town) == 1
        await go_to(town, at(2026, 12, 3, 8, 0))
        assert reminders(town) == 1
        await go_to(town, at(2026, 12, 3, 9, 0))
        assert reminders(town) == 2
        assert {line.text for line in town.rosa.phone.notifications} == {REMINDED}
        await go_to(town, at(2026, 12, 4, 12, 0))
        assert reminders(town) == 2


@ON_SQLITE
async def test_after_three_days_away_one_catch_up_comes_and_it_waits_for_the_morning(
    database: Database, clock: HandClock
) -> None:
    clock.seconds = MONDAY.timestamp()
    async with a_town(database, clock, linked=("rosa", "priya", "amina")) as town:
        await plan(town, "4/12/2026", "14:00")
        await go_to(town, at(2026, 11, 26, 23, 0))
        await go_to(town, at(2026, 11, 29, 23, 0))
        assert reminders(town) == 0, "a reminder came at night"
        await go_to(town, at(2026, 11, 30, 9, 0))
        assert reminders(town) == 1
        await go_to(town, at(2026, 12, 2, 12, 0))
        assert reminders(town) == 1


@pytest.mark.parametrize(
    ("began", "day", "reminded"),
    [
        (at(2026, 10, 19, 9, 0), "26/10/2026", at(2026, 10, 25, 10, 0)),
        (at(2027, 3, 22, 10, 0), "29/3/2027", at(2027, 3, 28, 9, 0)),
    ],
    ids=["winter time begins", "summer time begins"],
)
@ON_SQLITE
async def test_on_the_nights_the_clocks_change_it_comes_at_the_same_time_of_day(
    database: Database, clock: HandClock, began: datetime, day: str, reminded: datetime
) -> None:
    clock.seconds = began.timestamp()
    async with a_town(database, clock, linked=("rosa", "priya", "amina")) as town:
        await plan(town, day, "10:00")
        before = reminders(town)
        await town.jump(seconds=(reminded - town.now).total_seconds() - 60)
        assert reminders(town) == before
        await town.jump(minutes=1)
        assert reminders(town) == before + 1
