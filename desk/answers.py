"""The answers kept with a request: how they are written, and the latest of them read back."""

import json
from collections.abc import Mapping

from desk.scene import Written
from desk.unit import Unit
from fostering.drafts import Answer
from fostering.requests import Request


def answers_of(unit: Unit, request: Request) -> Mapping[str, Answer]:
    """The latest answers kept with the request."""
    for line in reversed(unit.scene.written.get(request.id, ())):
        if has_answers(line):
            return read_answers(line.words["answers"])
    return {}


def has_answers(line: Written) -> bool:
    """Whether this line of the chronology holds answers."""
    return bool(line.words.get("answers"))


def write_answers(answers: Mapping[str, Answer]) -> str:
    """How answers are kept with an event."""
    return json.dumps(answers, ensure_ascii=False)


def read_answers(text: str) -> dict[str, Answer]:
    """Read them back; a list is a choice of several."""
    raw = json.loads(text)
    return {key: tuple(v) if isinstance(v, list) else v for key, v in raw.items()}
