"""What waits says when it was raised, which stays true, and how long it had waited then."""

from datetime import UTC, datetime, timedelta

import pytest

from conversations.waits import raised, when
from locales import language

NOW = datetime(2026, 11, 20, 23, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        (timedelta(seconds=59), "Raised at 23:39."),
        (timedelta(minutes=1), "Raised at 23:39.\nBy 23:40 it had waited 1 minute."),
        (timedelta(minutes=119), "Raised at 21:41.\nBy 23:40 it had waited 119 minutes."),
        (timedelta(hours=2), "Raised at 21:40.\nBy 23:40 it had waited 2 hours."),
        (
            timedelta(hours=47, minutes=59),
            "Raised Wednesday 18 November, 23:41.\n"
            "By Friday 20 November, 23:40 it had waited 47 hours.",
        ),
        (
            timedelta(days=2),
            "Raised Wednesday 18 November, 23:40.\n"
            "By Friday 20 November, 23:40 it had waited 2 days.",
        ),
    ],
)
def test_a_time_of_raising_is_said_and_the_wait_by_now(waited: timedelta, words: str) -> None:
    assert raised(language("en"), NOW - waited, NOW) == words


def test_two_hours_have_their_own_form_in_arabic() -> None:
    words = raised(language("ar"), NOW - timedelta(hours=2), NOW)
    assert "ساعتين" in words
    assert "{" not in words


def test_a_time_of_another_day_names_the_day() -> None:
    assert when(language("en"), NOW, NOW) == "23:40"
    assert when(language("en"), NOW, NOW + timedelta(hours=1)) == "Friday 20 November, 23:40"
