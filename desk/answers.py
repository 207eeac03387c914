"""The answers kept with a request: how they are written, and the latest of them."""

import json
from collections.abc import Mapping

from desk.unit import Unit
from fostering.drafts import Answer
from fostering.requests import Request


def answers_of(unit: Unit, request: Request) -> Mapping[str, Answer]:
    """The latest answers kept with the request."""
    for line in reversed(unit.scene.written.get(request.id, ())):
        if line.words.get("answers"):
            return read_answers(line.words["answers"])
    return {}


def write_answers(answers: Mapping[str, Answer]) -> str:
    """How answers are kept with an event."""
    return json.dumps(answers, ensure_ascii=False)


def read_answers(text: str) -> dict[str, Answer]:
    """Read them back; a list is a choice of several."""
    raw = json.loads(text)
    return {key: tuple(v) if isinstance(v, list) else v for key, v in raw.items()}
