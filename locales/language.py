"""One language as we speak it: texts, plurals, days, times and lists."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from locales.catalogues import Catalogue, catalogue
from locales.lists import written
from locales.marking import mark, without_audience

LONDON = ZoneInfo("Europe/London")
LEFT_TO_RIGHT, FIRST_STRONG, END = "\u2066", "\u2068", "\u2069"
MOMENT = mark("{day}, {time}")


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language that screens are made in.

    `tag` is such as "en" or "ar", `direction` "ltr" or "rtl", `name` its name in its own script.
    A text without a translation is said in English.
    """

    tag: str
    direction: str
    name: str
    catalogue: Catalogue = field(repr=False, compare=False)

    def say(self, message: str, /, **values: str) -> str:
        """The marked text in this language, its named places filled with these values."""
        words = self.catalogue.texts.get(message) or without_audience(message)
        return words.format(**self._isolated(values)) if values else words

    def say_many(self, one: str, many: str, count: int, **values: str) -> str:
        """The right form of a text made with `mark_many`; `{count}` is filled with the count."""
        forms = self.catalogue.forms.get(one)
        if forms is None:
            words = without_audience(one if count == 1 else many)
        else:
            words = forms[self.catalogue.plural(count)]
        return words.format(**self._isolated({**values, "count": str(count)}))

    def day(self, day: date, today: date | None = None) -> str:
        """A day as "Tuesday 3 November"; with the year unless it is the year of `today`."""
        same_year = today is not None and today.year == day.year
        locale = "en_GB" if self.tag == "en" else self.tag
        pattern = "EEEE d MMMM" if same_year else "EEEE d MMMM y"
        return _latin_digits(format_date(day, pattern, locale=locale))

    def day_of(self, at: datetime, today: date | None = None) -> str:
        """The London day of an aware instant; without the year unless `today` needs it."""
        day = at.astimezone(LONDON).date()
        return self.day(day, today or day)

    def day_and_year(self, day: date) -> str:
        """A day without its weekday, as "3 November 2009": for birth dates."""
        locale = "en_GB" if self.tag == "en" else self.tag
        return _latin_digits(format_date(day, "d MMMM y", locale=locale))

    def month(self, day: date) -> str:
        """A month as "November 2026"."""
        return _latin_digits(format_date(day, "LLLL y", locale=self.tag))

    def weekdays(self) -> tuple[str, ...]:
        """Short names of the days of the week for the head of a calendar, Monday first."""
        names = Locale.parse(self.tag).days["stand-alone"]["short"]
        return tuple(names[number] for number in range(7))

    def clock(self, at: datetime) -> str:
        """The London time of an aware instant, as "21:40"."""
        return at.astimezone(LONDON).strftime("%H:%M")

    def london_day(self, at: datetime) -> date:
        """The London day of an aware instant."""
        return at.astimezone(LONDON).date()

    def moment(self, at: datetime, today: date | None = None) -> str:
        """The London day and time of an aware instant; without the year unless `today` needs it."""
        return self.say(MOMENT, day=self.day_of(at, today), time=self.clock(at))

    def items(self, texts: Sequence[str]) -> str:
        """A list as it is written: "Ada, Ben and Cy"."""
        return written([self._isolate(text) for text in texts], self.tag)

    def number(self, text: str) -> str:
        """A telephone number or reference, kept in its own order in right-to-left text."""
        return self._isolate(text)

    def _isolated(self, values: dict[str, str]) -> dict[str, str]:
        return {name: self._isolate(value) for name, value in values.items()}

    def _isolate(self, text: str) -> str:
        """Keep a value together in right-to-left text, so that numbers do not turn round."""
        if self.direction == "ltr" or not text:
            return text
        foreign = not any(bidirectional(letter) in ("R", "AL") for letter in text)
        return f"{LEFT_TO_RIGHT if foreign else FIRST_STRONG}{text}{END}"


@cache
def language(tag: str) -> Language:
    """The language of a tag; English when nobody knows the tag."""
    try:
        known = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return language("en")
    own_name = known.get_display_name(known)
    return Language(
        tag=tag,
        direction=known.text_direction,
        name=(own_name or tag).capitalize(),
        catalogue=catalogue(tag),
    )


def _latin_digits(text: str) -> str:
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
