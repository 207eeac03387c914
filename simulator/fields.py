"""Reading the fields of a call against the table: only known fields, only their types."""

import json
from collections.abc import Mapping

from simulator.files import Upload
from simulator.raw import Json
from simulator.refusals import bad_request
from simulator.shapes import check_shape
from simulator.table import METHODS, Kind

_TRUE = frozenset({"true", "1", "yes", "t", "y"})
_FALSE = frozenset({"false", "0", "no", "f", "n", ""})
_BIG = 1 << 63


class _WrongTypeError(Exception):
    pass


def _integer(raw: object) -> int:
    if isinstance(raw, str):
        try:
            raw = int(raw)
        except ValueError as error:
            raise _WrongTypeError from error
    if isinstance(raw, bool) or not isinstance(raw, int) or not -_BIG <= raw < _BIG:
        raise _WrongTypeError
    return raw


def _boolean(raw: object) -> bool:
    match raw:
        case bool():
            return raw
        case str() if raw.lower() in _TRUE:
            return True
        case str() if raw.lower() in _FALSE:
            return False
        case _:
            raise _WrongTypeError


def _parsed(raw: object) -> object:
    """Nested values come as JSON in a string from forms, and as themselves in a JSON body."""
    if not isinstance(raw, str):
        return raw
    try:
        return json.loads(raw)
    except ValueError as error:
        raise _WrongTypeError from error


def _listed(raw: object, kind: type) -> list[object]:
    pieces = _parsed(raw)
    if not isinstance(pieces, list):
        raise _WrongTypeError
    if any(isinstance(piece, bool) or not isinstance(piece, kind) for piece in pieces):
        raise _WrongTypeError
    return pieces


def _file(raw: object, uploads: Mapping[str, Upload]) -> object:
    if isinstance(raw, str) and raw.startswith("attach://"):
        return uploads.get(raw.removeprefix("attach://"), raw)
    if not isinstance(raw, str | Upload):
        raise _WrongTypeError
    return raw


def _read(kind: Kind, raw: object, uploads: Mapping[str, Upload]) -> object:
    match kind:
        case Kind.INTEGER:
            return _integer(raw)
        case Kind.BOOLEAN:
            return _boolean(raw)
        case Kind.STRING:
            if not isinstance(raw, str):
                raise _WrongTypeError
            return raw
        case Kind.CHAT:
            if isinstance(raw, str) and not raw.lstrip("-").isdigit():
                return raw
            return _integer(raw)
        case Kind.FILE:
            return _file(raw, uploads)
        case Kind.STRINGS:
            return _listed(raw, str)
        case Kind.INTEGERS:
            return _listed(raw, int)
        case _:
            return check_shape(kind, _parsed(raw))


def read_fields(method: str, raw: Mapping[str, object], uploads: Mapping[str, Upload]) -> Json:
    """The typed fields of a call.

    The real server ignores unknown fields; we refuse them, so that a misspelt one is found.
    Raises `Refused` (400) for an unknown, wrongly typed or missing field.
    """
    fields = METHODS[method]
    attached = {
        value.removeprefix("attach://")
        for value in raw.values()
        if isinstance(value, str) and value.startswith("attach://")
    }
    given = dict(raw) | {name: file for name, file in uploads.items() if name not in attached}
    params: Json = {}
    for name, value in given.items():
        field = fields.get(name)
        if field is None:
            raise bad_request(f'the simulator knows no field "{name}" in {method}')
        try:
            params[name] = _read(field.kind, value, uploads)
        except _WrongTypeError as error:
            raise bad_request(
                f'field "{name}" of {method} must be of type {field.kind.value}'
            ) from error
    for name, field in fields.items():
        if field.required and name not in params:
            raise bad_request(field.missing or f'{method} needs the field "{name}"')
    return params
