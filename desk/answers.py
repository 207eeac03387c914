"""The answers kept with a request: how they are written, and the latest of them."""

import json
from collections.abc import Mapping, Sequence

from desk.scene import Written
from desk.unit import Unit
from fostering.drafts import Answer
from fostering.requests import Request

READERS = "readers_said"
"""Beside the answers: who was said to see them. No question has this key."""


def answers_of(unit: Unit, request: Request) -> Mapping[str, Answer]:
    """The latest answers kept with the request."""
    for line in reversed(unit.scene.written.get(request.id, ())):
        if has_answers(line):
            return read_answers(line.words["answers"])
    return {}


def has_answers(line: Written) -> bool:
    """Whether this line of the chronology holds answers."""
    return bool(line.words.get("answers"))


def write_answers(answers: Mapping[str, Answer], readers: Sequence[str] = ()) -> str:
    """How answers are kept with an event, with who was said to see them (design: frozen)."""
    kept = {**answers, READERS: readers} if readers else answers
    return json.dumps(kept, ensure_ascii=False)


def read_answers(text: str) -> dict[str, Answer]:
    """Read them back; a list is a choice of several."""
    raw = json.loads(text)
    raw.pop(READERS, None)
    return {key: tuple(v) if isinstance(v, list) else v for key, v in raw.items()}


def frozen_readers(unit: Unit, request: Request) -> tuple[str, ...]:
    """Who was said to see it when its latest answers were sent; their codes."""
    for line in reversed(unit.scene.written.get(request.id, ())):
        if has_answers(line):
            return tuple(json.loads(line.words["answers"]).get(READERS, ()))
    return ()
