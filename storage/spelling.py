"""Spells the fostering row's frozen values as JSON, and reads them back by their declared types."""

import json
import types
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


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
    return read(kind, json.loads(text))


def read(kind: Any, written: Any) -> Any:
    """A value of this declared type from its JSON."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read_one_of(get_args(kind), written)
    if origin is not None:
        return _read_many(origin, get_args(kind), written)
    if kind in (datetime, date, time):
        return kind.fromisoformat(written)
    if kind is UUID:
        return UUID(written)
    if kind is bytes:
        return bytes.fromhex(written)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(written)
    if isinstance(kind, type) and is_dataclass(kind):
        return _read_fields(kind, written)
    return written


def _read_fields(kind: type[Any], written: Any) -> Any:
    hints = _hints(cast(Hashable, kind))
    return kind(**{name: read(hints[name], part) for name, part in written.items()})


def _read_many(origin: Any, args: tuple[Any, ...], written: Any) -> Any:
    if origin in (tuple, frozenset, list):
        return origin(read(args[0], part) for part in written)
    return {name: read(args[1], part) for name, part in written.items()}


def _read_one_of(kinds: tuple[Any, ...], written: Any) -> Any:
    if written is None:
        return None
    wanted = [kind for kind in kinds if kind is not type(None)]
    if isinstance(written, list):
        wanted = [kind for kind in wanted if get_origin(kind) is not None] or wanted
    elif len(wanted) > 1:
        wanted = [kind for kind in wanted if kind is type(written)] or wanted
    return read(wanted[0], written)


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)
