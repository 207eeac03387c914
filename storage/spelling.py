"""Spells the fostering row's frozen values as JSON, and reads them back by their declared types."""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache, partial
from typing import Any, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Reading = Callable[[Any], Any]
"""How a value is read from its JSON."""


def spell(value: object) -> Json:
    """The JSON of a value; sets are sorted, so that equal values are spelt alike."""
    match value:
        case Enum():
            return str(value.value)
        case None | bool() | int() | float() | str():
            return value
        case UUID():
            return value.hex
        case bytes():
            return value.hex()
        case datetime() | date() | time():
            return value.isoformat()
    return _spell_parts(value)


def _spell_parts(value: object) -> Json:
    match value:
        case set() | frozenset():
            return sorted((spell(part) for part in value), key=str)
        case list() | tuple():
            return [spell(part) for part in value]
        case Mapping():
            return {str(name): spell(part) for name, part in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {part.name: spell(getattr(value, part.name)) for part in fields(value)}
    raise TypeError(f"{type(value).__name__} has no spelling")


def spell_text(value: object) -> str:
    """The JSON text of a value, without spaces, names in order: the same value, the same text."""
    return json.dumps(spell(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def read_text(kind: Any, text: str) -> Any:
    """A value of this declared type from its JSON text."""
    return reading(kind)(json.loads(text))


def read(kind: Any, written: Any) -> Any:
    """A value of this declared type from its JSON."""
    return reading(kind)(written)


@cache
def reading(kind: Any) -> Reading:
    """How a value of this declared type is read: looked up once, for a turn reads thousands."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _reading_one_of(get_args(kind))
    if origin is not None:
        return _reading_many(origin, get_args(kind))
    if kind in (datetime, date, time, bytes, UUID):
        how: dict[type, Reading] = {UUID: UUID, bytes: bytes.fromhex}
        return how.get(kind) or cast(Reading, kind.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if isinstance(kind, type) and is_dataclass(kind):
        return partial(_read_fields, kind)
    return _as_it_is


def _as_it_is(written: Any) -> Any:
    return written


def _read_fields(kind: Any, written: Any) -> Any:
    readings = _readings(kind)
    return kind(**{name: readings[name](part) for name, part in written.items()})


@cache
def _readings(kind: Any) -> dict[str, Reading]:
    return {name: reading(hint) for name, hint in get_type_hints(kind).items()}


def _reading_many(origin: Any, args: tuple[Any, ...]) -> Reading:
    part = reading(args[0] if origin in (tuple, frozenset, list) else args[1])
    if origin in (tuple, frozenset, list):
        return origin if part is _as_it_is else lambda written: origin(map(part, written))
    if part is _as_it_is:
        return dict
    return lambda written: {name: part(value) for name, value in written.items()}


def _reading_one_of(kinds: tuple[Any, ...]) -> Reading:
    wanted = [kind for kind in kinds if kind is not type(None)]
    lists = [kind for kind in wanted if get_origin(kind) is not None] or wanted

    def read_one(written: Any) -> Any:
        if written is None:
            return None
        fitting = lists if isinstance(written, list) else wanted
        if len(fitting) > 1:
            fitting = [kind for kind in fitting if kind is type(written)] or fitting
        return reading(fitting[0])(written)

    return read_one
