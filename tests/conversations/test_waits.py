"""How long something has waited is said in the unit that a person would use."""

from datetime import UTC, datetime, timedelta

import pytest

from conversations.waits import waiting
from locales import language

NOW = datetime(2026, 11, 20, 23, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        (timedelta(seconds=59), "Waiting 0 minutes."),
        (timedelta(minutes=1), "Waiting 1 minute."),
        (timedelta(minutes=119), "Waiting 119 minutes."),
        (timedelta(hours=2), "Waiting 2 hours."),
        (timedelta(hours=47, minutes=59), "Waiting 47 hours."),
        (timedelta(days=2), "Waiting 2 days."),
        (timedelta(days=50), "Waiting 50 days."),
    ],
)
def test_a_wait_is_said_in_minutes_then_hours_then_days(waited: timedelta, words: str) -> None:
    assert waiting(language("en"), NOW - waited, NOW) == words


def test_two_hours_have_their_own_form_in_arabic() -> None:
    words = waiting(language("ar"), NOW - timedelta(hours=2), NOW)
    assert "ساعتين" in words
    assert "{" not in words
