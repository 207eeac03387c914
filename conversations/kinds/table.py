"""One TOML table, read field by field, so that whatever is wrong in it is said with its place."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from conversations.kinds.clock_words import read_clock
from fostering.kinds import Clock, Span

Word = TypeVar("Word", bound=StrEnum)
KEY = re.compile(r"[a-z_0-9]+")


class KindsError(ValueError):
    """The kinds cannot be used; `reasons` names file, code and reason, one line each."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = tuple(reasons)


class Table:
    """The fields of one table. Each reading gives a value that fits; `wrong` gathers what did not.

    `place` says where the table stands ("difficulty.toml D06"). Whoever reads must look at `wrong`
    before using the values.
    """

    def __init__(self, place: str, fields: Mapping[str, object], wrong: list[str]) -> None:
        self.place = place
        self.fields = fields
        self.wrong = wrong

    def refuse(self, reason: str) -> None:
        """Say what is wrong here."""
        self.wrong.append(f"{self.place}: {reason}")

    def only(self, *known: str) -> None:
        """Refuse fields that mean nothing, since they are slips of the pen."""
        for name in sorted(set(self.fields) - set(known)):
            self.refuse(f"{name} is not a field here")

    def text(self, name: str, *, longest: int, default: str | None = None) -> str:
        """A text of one line; with a default it may be absent or empty."""
        value = self.fields.get(name, default)
        match value:
            case None:
                self.refuse(f"{name} is missing")
            case str() if not value.strip() and default is None:
                self.refuse(f"{name} is empty")
            case str() if value != value.strip() or "\n" in value:
                self.refuse(f"{name} has spaces at its ends or more than one line")
            case str() if len(value) > longest:
                self.refuse(f"{name} has {len(value)} characters, at most {longest} fit")
            case str():
                return value
            case _:
                self.refuse(f"{name} must be a text")
        return ""

    def key(self, name: str, *, longest: int) -> str:
        """A short key of small letters, digits and underscores, fit for a press."""
        value = self.text(name, longest=longest)
        if value and not KEY.fullmatch(value):
            self.refuse(f"{name} may hold only a-z, 0-9 and _")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """True or false."""
        value = self.fields.get(name, default)
        if not isinstance(value, bool):
            self.refuse(f"{name} must be true or false")
            return default
        return value

    def day(self, name: str) -> date | None:
        """A calendar day, or None when it is absent."""
        value = self.fields.get(name)
        if value is not None and type(value) is not date:
            self.refuse(f"{name} must be a day, such as 2026-11-22")
            return None
        return value if isinstance(value, date) else None

    def clock(self, name: str, *, default: Clock | None = None) -> Clock:
        """A clock in words."""
        if default is not None and name not in self.fields:
            return default
        words = self.text(name, longest=40)
        found = read_clock(words)
        if words and found is None:
            self.refuse(f'{name} must be like "30 minutes", "same day" or "2 working days"')
        return found or Clock(count=0, span=Span.WORKING_DAYS)

    def word(self, name: str, among: type[Word], *, default: Word | None = None) -> Word:
        """One word of a closed list."""
        value = self.fields.get(name, default)
        for known in among:
            if value == known.value:
                return known
        self.refuse(f"{name} must be one of {', '.join(among)}")
        return next(iter(among))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty when absent."""
        value = self.fields.get(name, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.refuse(f"{name} must be a list of texts")
            return ()
        return tuple(value)

    def sets(self, name: str) -> tuple[frozenset[str], ...]:
        """A list of lists of texts, empty when absent."""
        value = self.fields.get(name, [])
        if not isinstance(value, list) or not all(isinstance(entry, list) for entry in value):
            self.refuse(f"{name} must be a list of lists of codes")
            return ()
        return tuple(frozenset(map(str, entry)) for entry in value)

    def tables(self, name: str) -> "tuple[Table, ...]":
        """The tables of a list, each with its place in the list, empty when absent."""
        value = self.fields.get(name, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.refuse(f"{name} must be a list of tables")
            return ()
        return tuple(
            Table(f"{self.place} {title(name, number, entry)}", entry, self.wrong)
            for number, entry in enumerate(value, 1)
        )


def title(name: str, number: int, fields: Mapping[str, object]) -> str:
    """What a table calls itself, else its number in the list."""
    for own in ("code", "key", "value"):
        value = fields.get(own)
        if isinstance(value, str):
            return value if own == "code" else f"{name} {value}"
    return f"{name} number {number}"


def refuse_twins(wrong: list[str], what: str, keys: Sequence[str]) -> None:
    """Say which keys stand there more than once."""
    wrong += [f"{what} {key}: stands there twice" for key, n in Counter(keys).items() if n > 1]
