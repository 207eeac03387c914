"""A question for a day: today, yesterday or tomorrow, a calendar, or words such as "last Tuesday".

A typed day is not asked about again: it is read back in full ("Tuesday 3 November") at the top of
the next card and on the review, with a way to change it. One tap less, and a slip is still seen.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from conversations.dates import Lean, month_before, month_grid, next_month, read_day, read_month
from conversations.facts import Facts
from conversations.questions.question import (
    Answers,
    Misunderstood,
    Offer,
    Question,
    Rows,
    Setting,
    Understanding,
    Understood,
)
from fostering.drafts import Answer
from locales import mark

TODAY = mark("Today")
YESTERDAY = mark("Yesterday")
TOMORROW = mark("Tomorrow")
ANOTHER_DAY = mark("Another day")
EARLIER, LATER, NOWHERE = "‹", "›", "·"
NOT_A_DAY = mark("Type a day such as 3/11 or last Tuesday, or tap one.")
TOO_EARLY = mark("That is too long ago. Choose {day} or later.")
TOO_LATE = mark("That is too far ahead. Choose {day} or earlier.")

Planned = Callable[[Answers, Facts], bool]
BACK_DAYS = 366
AHEAD_DAYS = 366


@dataclass(frozen=True, kw_only=True)
class Date(Question):
    """A local day as "2026-11-03". `back_days` and `ahead_days` count from today.

    `planned` says whether the matter lies ahead, so that Tomorrow is offered and a bare weekday
    means the next one.
    """

    back_days: int = BACK_DAYS
    ahead_days: int = AHEAD_DAYS
    planned: Planned | None = field(default=None, repr=False)

    def offers(self, setting: Setting) -> Rows:
        """Two days by name and the way to the calendar, or one month of the calendar."""
        month = read_month(setting.page)
        if month is not None:
            return self._calendar(setting, month)
        say, today = setting.facts.language.say, setting.facts.today
        ahead = self._ahead(setting)
        near = (TOMORROW, today + timedelta(days=1)) if ahead else (YESTERDAY, _eve(today))
        named = [(label, day) for label, day in ((TODAY, today), near) if self._fits(day, setting)]
        row = tuple(Offer(label=say(label), value=day.isoformat()) for label, day in named)
        other = (Offer(label=say(ANOTHER_DAY), page=f"{today:%Y-%m}"),)
        return (row, other) if row else (other,)

    def press(self, value: str, setting: Setting) -> Understanding:
        """A day of a button, within the limits."""
        day = _read_iso(value)
        if day is None:
            return Misunderstood(hint=setting.facts.language.say(NOT_A_DAY))
        return self._within(day, setting)

    def read(self, text: str, setting: Setting) -> Understanding:
        """A typed day, day before month, counted from today in London."""
        facts = setting.facts
        say = facts.language.say
        for label, days in ((TODAY, 0), (YESTERDAY, -1), (TOMORROW, 1)):
            if text.casefold() == say(label).casefold():
                return self._within(facts.today + timedelta(days=days), setting)
        lean: Lean = "future" if self._ahead(setting) else "past"
        day = read_day(text, facts.today, facts.language.tag, lean)
        if day is None:
            return Misunderstood(hint=say(NOT_A_DAY))
        return self._within(day, setting)

    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether it is a day; one that was possible when it was given stays so."""
        return isinstance(answer, str) and _read_iso(answer) is not None

    def word(self, answer: Answer, setting: Setting) -> str:
        """The day in full, with the year when it is another one."""
        day = _read_iso(str(answer))
        facts = setting.facts
        return facts.language.day(day, facts.today) if day is not None else str(answer)

    def _ahead(self, setting: Setting) -> bool:
        if self.back_days == 0:
            return True
        return self.planned is not None and self.planned(setting.answers, setting.facts)

    def _limits(self, setting: Setting) -> tuple[date, date]:
        today = setting.facts.today
        return today - timedelta(days=self.back_days), today + timedelta(days=self.ahead_days)

    def _fits(self, day: date, setting: Setting) -> bool:
        first, last = self._limits(setting)
        return first <= day <= last

    def _within(self, day: date, setting: Setting) -> Understanding:
        language, today = setting.facts.language, setting.facts.today
        first, last = self._limits(setting)
        if day < first:
            return Misunderstood(hint=language.say(TOO_EARLY, day=language.day(first, today)))
        if day > last:
            return Misunderstood(hint=language.say(TOO_LATE, day=language.day(last, today)))
        return Understood(answer=day.isoformat())

    def _calendar(self, setting: Setting, month: date) -> Rows:
        """One month: the way to its neighbours, the names of the days, then the days that fit."""
        language = setting.facts.language
        first, last = self._limits(setting)
        month = min(max(month, first.replace(day=1)), last.replace(day=1))
        here = f"{month:%Y-%m}"
        before, after = month_before(month), next_month(month)
        head = (
            Offer(label=EARLIER, page=f"{before:%Y-%m}" if month > first else here),
            Offer(label=language.month(month), page=here),
            Offer(label=LATER, page=f"{after:%Y-%m}" if after <= last else here),
        )
        names = tuple(Offer(label=name, page=here) for name in language.weekdays())
        weeks = tuple(
            tuple(
                Offer(label=str(day.day), value=day.isoformat())
                if day is not None and first <= day <= last
                else Offer(label=NOWHERE, page=here)
                for day in week
            )
            for week in month_grid(month)
        )
        return (head, names, *weeks)


def _eve(day: date) -> date:
    return day - timedelta(days=1)


def _read_iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
