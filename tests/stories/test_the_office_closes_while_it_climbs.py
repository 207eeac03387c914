"""Raised at 16:55, nobody presses: at 17:05 the on-call team is paged, not the office again."""

from datetime import UTC, datetime

import pytest

from tests.storage_fixtures import HandClock
from tests.stories.deeds import lock_screen, report_danger
from tests.stories.test_a_page_climbs_without_end import PAGE
from tests.town import Town


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, five minutes before the office closes."""
    return HandClock(datetime(2026, 11, 23, 16, 55, tzinfo=UTC).timestamp())


async def test_after_closing_the_on_call_team_is_paged_in_its_order(town: Town) -> None:
    helen, david = await town.join("helen", "S-006"), await town.join("david", "S-007")
    await report_danger(town.rosa)
    hands = (town.priya, town.amina, town.tom, town.grace, helen, david)

    def pages() -> list[int]:
        return [lock_screen(hand).count(PAGE) for hand in hands]

    assert pages() == [1, 1, 1, 0, 0, 0]
    await town.forward(minutes=9)
    assert pages() == [1, 1, 1, 0, 0, 0]
    await town.forward(minutes=1)
    assert pages() == [1, 2, 1, 0, 0, 0]
    await town.forward(minutes=5)
    assert pages() == [1, 2, 2, 0, 0, 0]
    await town.forward(minutes=10)
    assert pages() == [1, 2, 2, 1, 0, 0]
    town.amina.sees("Page 4. It may repeat an earlier one.")
