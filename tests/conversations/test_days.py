"""Days as people say them, counted from today in London, and the calendar."""

from datetime import UTC, date, datetime

import pytest

from conversations.dates import Lean, month_grid, read_day
from conversations.questions import Date, Misunderstood, Setting
from conversations.questions.question import Understood
from conversations.rehearsal import rehearsal_facts

SUNDAY = date(2026, 11, 22)
WHEN = Date(key="when", text="When?", back_days=400)
AHEAD = Date(key="day", text="When?", back_days=0, ahead_days=60)


def setting(tag: str = "en", at: datetime | None = None, page: str = "") -> Setting:
    """A question asked on a Sunday evening."""
    facts = rehearsal_facts(tag) if at is None else rehearsal_facts(tag, at)
    return Setting(answers={}, facts=facts, page=page)


@pytest.mark.parametrize(
    ("typed", "tag", "lean", "meant"),
    [
        ("last Tuesday", "en", "past", date(2026, 11, 17)),
        ("Tuesday", "en", "past", date(2026, 11, 17)),
        ("tue", "en", "future", date(2026, 11, 24)),
        ("next Monday", "en", "past", date(2026, 11, 23)),
        ("Sunday", "en", "past", SUNDAY),
        ("last Sunday", "en", "past", date(2026, 11, 15)),
        ("next Sunday", "en", "future", date(2026, 11, 29)),
        ("3/11", "en", "past", date(2026, 11, 3)),
        ("3/11", "en", "future", date(2027, 11, 3)),
        ("3.11.25", "en", "past", date(2025, 11, 3)),
        ("29/2", "en", "future", date(2028, 2, 29)),
        ("31/2", "en", "past", None),
        ("31/2/2026", "en", "past", None),
        ("the 3rd", "en", "past", date(2026, 11, 3)),
        ("the 3rd", "en", "future", date(2026, 12, 3)),
        ("the 31st", "en", "past", date(2026, 10, 31)),
        ("the 45th", "en", "past", None),
        ("2 days ago", "en", "past", date(2026, 11, 20)),
        ("day before yesterday", "en", "past", date(2026, 11, 20)),
        ("yesterday" + " " * 60 + "x", "en", "past", None),
        ("the day before yesterday", "en", "past", date(2026, 11, 20)),
        ("day after tomorrow", "en", "future", date(2026, 11, 24)),
        ("3 November", "en", "past", date(2026, 11, 3)),
        ("in May", "en", "past", None),
        ("أمس", "ar", "past", date(2026, 11, 21)),
        ("الثلاثاء الماضي", "ar", "past", date(2026, 11, 17)),
        ("٣/١١", "ar", "past", date(2026, 11, 3)),
        ("قبل ثلاثة أيام", "ar", "past", date(2026, 11, 19)),
        ("yesterday", "ar", "past", date(2026, 11, 21)),
        ("ddoe", "cy", "past", date(2026, 11, 21)),
        ("fory", "cy", "future", date(2026, 11, 23)),
        ("echdoe", "cy", "past", date(2026, 11, 20)),
        ("drennydd", "cy", "future", date(2026, 11, 24)),
        ("wythnos yn ôl", "cy", "past", date(2026, 11, 15)),
        ("dydd Mawrth diwethaf", "cy", "past", date(2026, 11, 17)),
        ("ar ddydd Llun nesaf", "cy", "future", date(2026, 11, 23)),
        ("nos Fercher", "cy", "past", date(2026, 11, 18)),
        ("y 3ydd", "cy", "past", date(2026, 11, 3)),
        ("4ydd o Ragfyr", "cy", "future", date(2026, 12, 4)),
        ("3 Tachwedd", "cy", "past", date(2026, 11, 3)),
        ("dau ddiwrnod yn ôl", "cy", "past", date(2026, 11, 20)),
        ("ymhen tri diwrnod", "cy", "future", date(2026, 11, 25)),
        ("mis Mawrth", "cy", "past", None),
        ("last Tuesday", "cy", "past", date(2026, 11, 17)),
        ("soon", "en", "past", None),
        ("", "en", "past", None),
        ("999999999 years ago", "en", "past", None),
    ],
)
def test_words_for_a_day(typed: str, tag: str, lean: Lean, meant: date | None) -> None:
    assert read_day(typed, SUNDAY, tag, lean) == meant


def test_today_is_the_day_in_london_not_in_utc() -> None:
    summer_night = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert WHEN.read("today", setting(at=summer_night)) == Understood(answer="2026-07-02")


def test_a_typed_day_is_shown_back_in_full() -> None:
    assert WHEN.show("2026-11-03", setting()) == "Tuesday 3 November"
    assert WHEN.show("2025-11-03", setting()) == "Monday 3 November 2025"


def test_a_past_matter_offers_yesterday_and_a_plan_offers_tomorrow() -> None:
    assert [o.label for o in WHEN.offers(setting())[0]] == ["Today", "Yesterday"]
    assert [o.label for o in AHEAD.offers(setting())[0]] == ["Today", "Tomorrow"]


def test_another_day_opens_a_calendar_of_this_month() -> None:
    page = WHEN.offers(setting())[1][0].page
    rows = WHEN.offers(setting(page=page))
    assert [o.label for o in rows[0]] == ["‹", "November 2026", "›"]
    assert [o.label for o in rows[1]] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert all(len(row) == 7 for row in rows[1:])
    assert rows[2][6].value == "2026-11-01"
    assert rows[0][0].page == "2026-10"


def test_the_calendar_does_not_leave_the_limits() -> None:
    rows = AHEAD.offers(setting(page="2026-11"))
    assert rows[0][0].page == "2026-11"
    values = [o.value for row in rows[2:] for o in row if o.value]
    assert values[0] == "2026-11-22"
    last = AHEAD.offers(setting(page="2031-01"))
    assert last[0][1].label == "January 2027"
    assert last[0][2].page == "2027-01"


def test_a_page_that_is_no_month_shows_the_first_buttons() -> None:
    assert AHEAD.offers(setting(page="2026-13")) == AHEAD.offers(setting())


def test_a_month_is_whole_weeks_from_monday() -> None:
    weeks = month_grid(date(2026, 2, 1))
    assert weeks[0] == (None, None, None, None, None, None, date(2026, 2, 1))
    assert all(len(week) == 7 for week in weeks)


@pytest.mark.parametrize("value", ["2026-11-21", "2027-02-01", "tomorrow", "2026-99-99"])
def test_a_pressed_day_outside_the_limits_is_refused(value: str) -> None:
    assert isinstance(AHEAD.press(value, setting()), Misunderstood)


def test_a_day_out_of_reach_says_what_is_in_reach() -> None:
    late = AHEAD.read("1/6/2027", setting())
    assert isinstance(late, Misunderstood)
    assert late.hint == "That is too far ahead. Choose Thursday 21 January 2027 or earlier."
    early = WHEN.read("3/11/2020", setting())
    assert isinstance(early, Misunderstood)
    assert early.hint.startswith("That is too long ago. Choose Saturday 18 October 2025")


def test_words_that_are_no_day_say_what_to_type() -> None:
    found = WHEN.read("when it rained", setting())
    assert isinstance(found, Misunderstood)
    assert "last Tuesday" in found.hint
