"""A manager looks, writes and waits: until the switch every phone of the carers stays as it was."""

from pathlib import Path

import pytest

from storage.database import Database
from tests.storage_fixtures import HandClock
from tests.stories.deeds import forge, go_home
from tests.stories.private_household import ask_support, open_household
from tests.stories.test_a_household_never_learns_what_was_said import carried, whole_phone
from tests.stories.twice import another_town
from tests.town import MONDAY_MORNING, Town, a_town

CARERS = ("rosa", "daniel")
LOOKS = ("home", "reqs", "sup", "expect", "decides", "concern", "lang")


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What carers see does not hang on the database."""
    return sqlite_url


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def test_before_the_switch_no_screen_push_menu_or_outbox_row_of_theirs_differs(
    database: Database, clock: HandClock, sqlite_template: Path, tmp_path: Path
) -> None:
    async with a_town(database, clock) as town:
        thought_of = await lived_through(town, matter=True)
    async with another_town(sqlite_template, tmp_path, MONDAY_MORNING) as town:
        quiet = await lived_through(town, matter=False)
    for moment, (one, another) in enumerate(zip(thought_of, quiet, strict=True)):
        assert one == another, moment


async def lived_through(town: Town, *, matter: bool) -> list[object]:
    """Ten days with something open; in one of them a manager is about to press, and does not."""
    await town.join("daniel", "C-002")
    helen = await town.join("helen", "S-006")
    await ask_support(town, "S04")
    await town.priya.presses("I've got it")
    seen: list[object] = []
    if matter:
        await open_household(helen)
        await helen.presses("Make it private")
        await helen.writes("LADO, meeting on Thursday")
    await look(town, seen)
    await town.forward(days=3)
    if matter:
        await go_home(helen)
        await helen.presses("Private process")
    await look(town, seen)
    await town.forward(days=7)
    await look(town, seen)
    return seen


async def look(town: Town, seen: list[object]) -> None:
    """All that the carers' phones show, their menus, and the outbox."""
    for name in CARERS:
        for data in LOOKS:
            await forge(town.hands[name], data)
            seen.append((name, data, whole_phone(town.hands[name])))
    await town.service.menus.refresh()
    seen.append(dict(town.world.menus))
    seen.append(await carried(town))
