"""What is said of a care review and a move: to workers by day, to a young person only inside."""

from datetime import date

import pytest

from conversations.care_days import FIRST, MOVED, OFF, care_days_screen
from conversations.catalogue import FORMS
from conversations.occasions import GOOD_TIME, reader_lines, why_lines
from conversations.safe_times import safe_times_screen
from conversations.screen import Screen
from conversations.young_home import young_person_home
from fostering.care_days import CareDays, Occasion
from fostering.safe_choices import HowOften, SafeTimes
from locales import language, languages
from tests.robots import Robot

ENGLISH = language("en")
TODAY, BEFORE, AHEAD = date(2026, 11, 23), date(2026, 11, 22), date(2026, 12, 14)


def words(screen: Screen) -> str:
    """All lines of a screen."""
    return "\n".join(line.text for line in screen.lines)


def offered(screen: Screen) -> list[str]:
    """What may be said of the days."""
    presses = [button.press for row in screen.rows for button in row]
    return [press.args[1] for press in presses if press is not None and press.verb == "careday"]


@pytest.mark.parametrize(
    ("day", "line", "said"),
    [
        (None, "Next care review: no day is set.", [FIRST]),
        (TODAY, "Next care review: Monday 23 November.", [MOVED, OFF]),
        (AHEAD, "Next care review: Monday 14 December.", [MOVED, OFF]),
        (BEFORE, "The care review of Sunday 22 November has passed.", [FIRST, OFF]),
    ],
)
def test_a_worker_reads_the_day_and_what_may_be_said_of_it(
    day: date | None, line: str, said: list[str]
) -> None:
    screen = care_days_screen(ENGLISH, "7", "J (otter)", CareDays(review=day), TODAY)
    assert line in words(screen)
    assert "Set a move only once the young person has been told of it." in words(screen)
    assert offered(screen) == [*(f"review.{each}" for each in said), "move.first"]


@pytest.mark.parametrize(
    ("said", "asked"),
    [(FIRST, ["day"]), (MOVED, ["day", "reason"]), (OFF, ["reason"])],
)
def test_the_reason_is_asked_where_a_day_moves_or_goes(said: str, asked: list[str]) -> None:
    robot = Robot(form=FORMS["care_day"]).answer("which", "review").answer("said", said)
    assert [question.key for question in robot.journey.path] == ["which", "said", *asked]


@pytest.mark.parametrize("tag", languages())
def test_each_occasion_names_its_day_to_them_and_to_their_readers(tag: str) -> None:
    days = [(each, AHEAD) for each in Occasion]
    shown = language(tag).day(AHEAD, TODAY)
    for lines in (why_lines, reader_lines):
        told = lines(language(tag), days, TODAY)
        assert len(set(told)) == len(days)
        assert all(shown in line for line in told)


def test_the_first_screen_names_no_day_and_says_nothing_where_nobody_answers() -> None:
    good_time = ENGLISH.say(GOOD_TIME)
    assert good_time in words(young_person_home(ENGLISH, asked=True, good_time=True))
    assert good_time not in words(young_person_home(ENGLISH, asked=True))
    assert good_time not in words(young_person_home(ENGLISH, good_time=True))


def test_who_wants_to_be_asked_reads_that_it_is_also_before_a_review() -> None:
    line = "Before your care review, and before and after a planned move, we ask too."
    for often in HowOften:
        screen = safe_times_screen(ENGLISH, SafeTimes(how_often=often, answers=True))
        assert (line in words(screen)) == (often is not HowOften.NEVER)
