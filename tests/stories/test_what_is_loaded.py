"""What is loaded for everybody's presses stands written, and is read like a transcript."""

import os
from pathlib import Path

import pytest

from tests.desk.at_the_desk import changed
from tests.storage_fixtures import HandClock
from tests.stories.deeds import forge, go_home
from tests.stories.everything import EVERYTHING_OFFERED, let_everything_happen
from tests.stories.private_household import turn_private
from tests.stories.what_is_loaded import HEAD, PLACE, lines
from tests.town import MONDAY_MORNING, Town


@pytest.fixture
def clock() -> HandClock:
    """Monday morning."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """The service offers everything that it can."""
    return dict(EVERYTHING_OFFERED)


@pytest.fixture
def url(sqlite_url: str) -> str:
    """SQLite alone: every query is asked of both elsewhere."""
    return sqlite_url


async def test_what_is_loaded_is_what_stands_written(town: Town, tmp_path: Path) -> None:
    happened = await let_everything_happen(town, tmp_path)
    for hand, form in (
        (town.grace, "open:phone_call"),
        (town.carl, "family"),
        (town.david, "lost"),
    ):
        await go_home(hand)
        await forge(hand, form)
    await forge(town.bea, f"revplan:{happened.people['gwen'].hex}")
    codes = [(await town.invite(happened.people[name]))[1] for name in ("sam", "amina")]
    found = [HEAD, *await lines(town, happened, [*codes, "NOTGOOD"])]
    await turn_private(town.helen)
    found += ["\n\nWhile Rosa's household is in private process."]
    found += await lines(town, happened, people=("rosa", "priya", "helen"))
    now = "\n".join(found) + "\n"
    if "WRITE_WHAT_IS_LOADED" in os.environ:
        PLACE.write_text(now, encoding="utf-8")
    assert not changed(now, PLACE), "make transcripts, and read what has changed"
