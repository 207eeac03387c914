"""A clock time of another day says its day, so that last night is not taken for tonight."""

from datetime import UTC, datetime

import pytest

from conversations.clock_times import clock_time
from locales import language

LAST_NIGHT = datetime(2026, 11, 20, 23, 40, tzinfo=UTC)


def test_today_it_is_the_clock_alone() -> None:
    later = LAST_NIGHT.replace(hour=23, minute=59)
    assert clock_time(language("en"), LAST_NIGHT, later) == "23:40"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 21, 0, 5, tzinfo=UTC), "23:40 on Friday 20 November"),
        (datetime(2027, 1, 2, tzinfo=UTC), "23:40 on Friday 20 November 2026"),
    ],
)
def test_of_another_day_its_day_is_said(at: datetime, words: str) -> None:
    assert clock_time(language("en"), LAST_NIGHT, at) == words


def test_the_day_turns_at_midnight_in_london() -> None:
    summer = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    after = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert clock_time(language("en"), summer, after) == "23:30 on Wednesday 1 July"
