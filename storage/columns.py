"""How our values stand in a table, the same on SQLite and PostgreSQL."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Dialect, Integer, Row, String, Text, TypeDecorator

from storage.spelling import read_text, spell_text

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

E = TypeVar("E", bound=StrEnum)


def to_microseconds(at: datetime) -> int:
    """Microseconds of UTC since 1970; raises ValueError where `at` names no zone."""
    if at.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return (at - EPOCH) // MICROSECOND


def from_microseconds(count: int) -> datetime:
    """The aware UTC instant of that many microseconds since 1970."""
    return EPOCH + count * MICROSECOND


def columns_of(row: Row[Any], names: Iterable[str]) -> dict[str, Any]:
    """These columns of a row, by their names."""
    found = row._mapping
    return {name: found[name] for name in names}


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime, kept as a whole number of microseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_microseconds(value)


class OneOf(TypeDecorator[E]):
    """A member of a StrEnum, kept as its value."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__(40)
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self.kind(value)


class Spelled(TypeDecorator[Any]):
    """A frozen value of the fostering row (a set, a tuple, an escalation), kept as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: object) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        return None if value is None else spell_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        return None if value is None else read_text(self.kind, value)


ROW_NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A number that the database gives in order of arrival; SQLite counts only in INTEGER."""
