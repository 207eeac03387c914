"""One line of a list in CSV, read by column; a wrong one says why, without any name in it."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from fostering.decisions import Decider, Decision, Say
from fostering.people import Role, Standing
from fostering.rota_shifts import Place

RELATIVE = re.compile(r"today(?:([+-]\d{1,5})(y?))?")
Member = TypeVar("Member", Role, Standing, Decision, Decider, Say, Place)


class WrongRow(ValueError):
    """A row cannot be used; the text says why, without any name in it."""


class Line:
    """One line of a file, read by column."""

    def __init__(self, where: str, cells: Mapping[str, str | None], today: date) -> None:
        self.where = where
        self._cells = cells
        self._today = today

    def text(self, column: str, *, needed: bool = False) -> str:
        """What stands in a column."""
        value = (self._cells.get(column) or "").strip()
        if needed and not value:
            raise WrongRow(f"{column} is empty")
        return value

    def text_if_asked(self, column: str, longest: int) -> str | None:
        """A short text; None where the list has no such column."""
        if self._cells.get(column) is None:
            return None
        value = self.text(column)
        if len(value) > longest:
            raise WrongRow(f"{column} is longer than {longest} letters")
        return value

    def texts(self, column: str) -> tuple[str, ...]:
        """Several texts, parted by semicolons."""
        return tuple(part.strip() for part in self.text(column).split(";") if part.strip())

    def day(self, column: str) -> date | None:
        """A day: 2026-11-22, or today-40, today+12, today-17y for samples; None where empty."""
        value = self.text(column)
        if not value:
            return None
        relative = RELATIVE.fullmatch(value)
        try:
            return self._relative(relative) if relative else date.fromisoformat(value)
        except (ValueError, OverflowError):
            raise WrongRow(f"{column} must be a day such as 2026-11-22") from None

    def needed_day(self, column: str) -> date:
        """A day that must be there."""
        day = self.day(column)
        if day is None:
            raise WrongRow(f"{column} is empty")
        return day

    def instant(self, column: str, zone: ZoneInfo) -> datetime:
        """A local time such as 2026-11-22 17:00, as aware UTC; today+1 08:00 in samples.

        Refused in the hour that the clock skips in spring, and in the one that comes twice in
        autumn: nobody would know which is meant.
        """
        day, _, clock = self.text(column, needed=True).replace("T", " ").partition(" ")
        relative = RELATIVE.fullmatch(day)
        try:
            on = self._relative(relative) if relative else date.fromisoformat(day)
            here = datetime.combine(on, time.fromisoformat(clock.strip()), zone)
        except (ValueError, OverflowError, TypeError):
            raise WrongRow(f"{column} must be a local time such as 2026-11-22 17:00") from None
        known = here.astimezone(UTC)
        if known.astimezone(zone).replace(tzinfo=None) != here.replace(tzinfo=None):
            raise WrongRow(f"{column} is in the hour that the clock skips that night")
        if here.utcoffset() != here.replace(fold=1).utcoffset():
            raise WrongRow(f"{column} is in the hour that comes twice that night")
        return known

    def member(self, column: str, kind: type[Member], value: str) -> Member:
        """A word that must be one of those we know."""
        try:
            return kind(value)
        except ValueError:
            raise WrongRow(f"{column} must be one of {', '.join(kind)}") from None

    def _relative(self, found: re.Match[str]) -> date:
        count = int(found[1] or 0)
        if not found[2]:
            return self._today + timedelta(days=count)
        leap_day = (self._today.month, self._today.day) == (2, 29)
        day = self._today - timedelta(days=1) if leap_day else self._today
        return day.replace(year=day.year + count)
