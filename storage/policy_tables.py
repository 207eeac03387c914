"""One section of policy.toml: reads each setting by its kind, and notes what is wrong with it."""

import re
from collections.abc import Mapping
from datetime import date
from datetime import time as time_of_day
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

NUMBER_SHAPE = re.compile(r"\+?[0-9][0-9 ]{2,20}")
MIDNIGHT = time_of_day(0, 0)
NO_DAY = date(1970, 1, 1)


class Section:
    """A table of the file. What cannot be read is noted in `gaps`, and a stand-in is returned."""

    def __init__(self, name: str, table: Mapping[str, object], gaps: list[str]) -> None:
        self.name = name
        self.table = table
        self.gaps = gaps

    def gap(self, setting: str, reason: str) -> None:
        """Note what is wrong with a setting."""
        self.gaps.append(f"{self._full(setting)} {reason}.")

    def only(self, *settings: str) -> Self:
        """Note every setting that is none of these: it may be a slip of the pen."""
        for name in self.table:
            if name not in settings:
                self.gap(name, "is not a setting")
        return self

    def section(self, name: str, *, needed: bool = False) -> "Section":
        """A section within this one."""
        table = self.table.get(name)
        if table is None and needed:
            self.gap(name, "is missing")
        elif table is not None and not isinstance(table, dict):
            self.gap(name, "must be a section")
        return Section(self._full(name), table if isinstance(table, dict) else {}, self.gaps)

    def rows(self, name: str) -> list["Section"]:
        """The tables of a list, each named by its place."""
        rows = self.table.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.gap(name, f"must be written as [[{self._full(name)}]]")
            return []
        full = self._full(name)
        return [Section(f"{full} ({n})", row, self.gaps) for n, row in enumerate(rows, 1)]

    def text(self, name: str, default: str | None = None) -> str:
        """A text; without a default it must not be empty."""
        value = self.table.get(name, default)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value.strip()
        self.gap(name, "is missing" if value in (None, "") else "must be a text")
        return ""

    def texts(self, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """A list of texts, at least one."""
        value = self.table.get(name, list(default))
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            return tuple(value)
        self.gap(name, "must be a list of texts")
        return default

    def all_texts(self) -> Mapping[str, str]:
        """Every setting of this section, each a text."""
        for name, value in self.table.items():
            if not isinstance(value, str):
                self.gap(name, "must be a text")
        return {name: value for name, value in self.table.items() if isinstance(value, str)}

    def one_of(self, name: str, known: tuple[str, ...], default: str | None) -> str | None:
        """One of the known words."""
        value = self.table.get(name, default)
        if isinstance(value, str) and value in known:
            return value
        self.gap(name, f"must be one of {', '.join(known)}")
        return None

    def zone(self, name: str, default: str) -> str:
        """The name of a time zone."""
        value = self.text(name, default)
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            self.gap(name, "is not a time zone")
            return default
        return value

    def telephone(self, name: str) -> str:
        """A telephone number as people read it."""
        value = self.text(name)
        if value and not NUMBER_SHAPE.fullmatch(value):
            self.gap(name, "is not a telephone number")
        return value

    def count(self, name: str, default: int | None = None) -> int:
        """A whole number of at least 1."""
        value = self.table.get(name, default)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
            return value
        self.gap(name, "is missing" if value is None else "must be a whole number of 1 or more")
        return 1

    def counts(self, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
        """A list of whole numbers of at least 1."""
        value = self.table.get(name, list(default))
        if isinstance(value, list) and all(type(v) is int and v >= 1 for v in value):
            return tuple(value)
        self.gap(name, "must be a list of whole numbers of 1 or more")
        return default

    def switch(self, name: str, usual: bool = False) -> bool:
        """true or false; `usual` where it is not set."""
        value = self.table.get(name, usual)
        if isinstance(value, bool):
            return value
        self.gap(name, "must be true or false")
        return False

    def day(self, name: str) -> date:
        """A day written as 2026-11-22."""
        value = self.table.get(name)
        if type(value) is date:
            return value
        self.gap(name, "must be a day such as 2026-11-22")
        return NO_DAY

    def time(self, name: str, default: str = "") -> time_of_day:
        """A time of day written as 21:00:00 (or as a text, "21:00")."""
        found = self._time(self.table.get(name, default))
        if found is None:
            self.gap(name, "must be a time of day such as 21:00:00")
        return found or MIDNIGHT

    def time_or_none(self, name: str) -> time_of_day | None:
        """A time of day, or None where it is not set."""
        return self.time(name) if name in self.table else None

    @staticmethod
    def _time(value: object) -> time_of_day | None:
        if isinstance(value, time_of_day):
            return value
        try:
            return time_of_day.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return None

    def _full(self, setting: str) -> str:
        return f"{self.name}.{setting}" if self.name else setting
