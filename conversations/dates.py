"""Days as people say them: "last Tuesday", "3/11", "the 3rd", in English and their own language."""

import re
from calendar import Calendar
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Literal

from conversations.day_words import (
    FROM_TODAY,
    LAST_WORDS,
    NEXT_WORDS,
    SMALL_WORDS,
    SPELLINGS,
)
from conversations.matching import latin_digits, simplify

Lean = Literal["past", "future"]
DAY_MONTH = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}|\d{2}))?")
ORDINAL = r"(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)"
DAY_ONLY = re.compile(rf"(?:the |y )?(?P<day>\d{{1,2}}){ORDINAL}?")
WELSH_ORDINAL = re.compile(r"(\d{1,2})(?:af|il|ydd|ed|fed|eg|ain)")
LEAP_YEARS = 9
LONGEST = 60
"""Nobody names a day in more characters, and long words would keep the library busy."""
MONTHS_TRIED = 3


def read_day(text: str, today: date, language: str, lean: Lean) -> date | None:
    """The day that these words mean, day before month; None when they mean none.

    `today` is the local day that "yesterday" counts from; `lean` says which way a day without a
    year or a bare weekday falls. `language` is a tag; English is always understood as well.
    """
    if len(text) > LONGEST:
        return None
    words = simplify(text)
    for days, named in FROM_TODAY.items():
        if words in map(simplify, named):
            return today + timedelta(days=days)
    return (
        _numbers(latin_digits(text), today, lean)
        or _weekday(words, today, language, lean)
        or _parsed(text, today, language, lean)
    )


def _numbers(text: str, today: date, lean: Lean) -> date | None:
    """Day and month in numbers; without a year, the nearest one on the side that it leans to."""
    found = DAY_MONTH.fullmatch(text.strip())
    if found is None:
        return _day_of_month(text, today, lean)
    day, month, year = int(found["day"]), int(found["month"]), found["year"]
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    step = -1 if lean == "past" else 1
    for near in range(today.year, today.year + LEAP_YEARS * step, step):
        fits = _day(near, month, day)
        if fits is not None and (fits - today).days * step >= 0:
            return fits
    return None


def _day_of_month(text: str, today: date, lean: Lean) -> date | None:
    """ "The 3rd": in this month or the nearest one on the side that it leans to."""
    found = DAY_ONLY.fullmatch(text.strip().casefold())
    if found is None:
        return None
    month = today.replace(day=1)
    for _ in range(MONTHS_TRIED):
        fits = _day(month.year, month.month, int(found["day"]))
        if fits is not None and (fits <= today if lean == "past" else fits >= today):
            return fits
        month = month_before(month) if lean == "past" else next_month(month)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(words: str, today: date, language: str, lean: Lean) -> date | None:
    """A weekday, with "last" or "next" or alone; today's own name means today when alone."""
    parts = spelt(words, language).split()
    last = any(simplify(word) in parts for word in LAST_WORDS)
    following = any(simplify(word) in parts for word in NEXT_WORDS)
    passed = {simplify(word) for word in (*LAST_WORDS, *NEXT_WORDS, *SMALL_WORDS)}
    rest = " ".join(part for part in parts if part not in passed)
    wanted = _weekday_names(language).get(rest)
    if wanted is None:
        return None
    back = (today.weekday() - wanted) % 7
    if last or (lean == "past" and not following):
        return today - timedelta(days=back or (7 if last else 0))
    ahead = (wanted - today.weekday()) % 7
    return today + timedelta(days=ahead or (7 if following else 0))


@cache
def _weekday_names(language: str) -> dict[str, int]:
    """The names of the days of the week, long and short, Monday is 0."""
    from babel import Locale

    names: dict[str, int] = {}
    for tag in ("en", language):
        days = Locale.parse(tag).days["format"]
        for width in ("wide", "abbreviated"):
            names |= {
                simplify(spelt(name, language)): number for number, name in days[width].items()
            }
    return names


def _parsed(text: str, today: date, language: str, lean: Lean) -> date | None:
    """Everything else that the library knows; it must name a day, not only a month."""
    from dateparser import parse

    languages = ["en"] if language == "en" else [language, "en"]
    try:
        found = parse(
            spelt(latin_digits(text), language),
            languages=languages,
            settings={
                "DATE_ORDER": "DMY",
                "PREFER_LOCALE_DATE_ORDER": False,
                "PREFER_DATES_FROM": lean,
                "RELATIVE_BASE": datetime.combine(today, time(12)),
                "REQUIRE_PARTS": ["day"],
            },
        )
    except (ValueError, OverflowError):
        return None
    return found.date() if found is not None else None


def spelt(text: str, language: str) -> str:
    """The words in the one spelling that we know, without the small ones that say nothing."""
    spellings = SPELLINGS.get(language)
    if spellings is None:
        return text
    bare = WELSH_ORDINAL.sub(r"\1", text) if language == "cy" else text
    words = (spellings.get(word.casefold(), word) for word in bare.split())
    return " ".join(word for word in words if word)


def month_grid(month: date) -> tuple[tuple[date | None, ...], ...]:
    """The weeks of a month, Monday first; None where the week belongs to another month."""
    return tuple(
        tuple(day if day.month == month.month else None for day in week)
        for week in Calendar().monthdatescalendar(month.year, month.month)
    )


def read_month(text: str) -> date | None:
    """The first day of a month written as "2026-11"; None when it is written otherwise."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def next_month(month: date) -> date:
    """The first day of the month after."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_before(month: date) -> date:
    """The first day of the month before."""
    return (month.replace(day=1) - timedelta(days=1)).replace(day=1)
