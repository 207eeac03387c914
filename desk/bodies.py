"""How a screen is written into the outbox and read back; storage keeps it as sealed bytes."""

import base64
import json
from dataclasses import dataclass
from typing import Any

from conversations.screen import Button, File, Line, Press, Push, Screen, Style


@dataclass(frozen=True, kw_only=True)
class Removal:
    """Take this message away; where that is not possible, take its buttons away.

    `copy_of` names the card that it is an older copy of: it stays where it has become the only one.
    """

    message: str
    copy_of: str = ""


@dataclass(frozen=True, kw_only=True)
class Wipe:
    """Take away every message of the chat that is younger than two days (*Hide this*)."""


Body = Screen | Removal | Wipe


def write_body(body: Body) -> bytes:
    """The bytes that are sealed."""
    match body:
        case Removal(message=message, copy_of=card):
            return json.dumps({"remove": message, "copy_of": card}).encode()
        case Wipe():
            return b'{"wipe": true}'
        case Screen():
            return json.dumps(_written(body), ensure_ascii=False).encode()


def read_body(content: bytes) -> Body:
    """What was written; raises ValueError where it is none of ours."""
    try:
        return _read(json.loads(content))
    except (KeyError, TypeError) as error:
        raise ValueError("no screen, and nothing to remove") from error


def _read(raw: dict[str, Any]) -> Body:
    if "remove" in raw:
        return Removal(message=raw["remove"], copy_of=raw.get("copy_of", ""))
    if "wipe" in raw:
        return Wipe()
    return Screen(
        language=raw["language"],
        lines=tuple(Line(text=text, style=Style(style)) for text, style in raw["lines"]),
        rows=tuple(tuple(_button(b) for b in row) for row in raw["rows"]),
        file=_file(raw["file"]),
        push=Push(raw["push"]),
        fresh=raw["fresh"],
        silent=raw.get("silent", False),
    )


def _written(screen: Screen) -> dict[str, object]:
    return {
        "language": screen.language,
        "lines": [(line.text, line.style.value) for line in screen.lines],
        "rows": [
            [(b.label, b.press.token() if b.press else "", b.address) for b in row]
            for row in screen.rows
        ],
        "file": (
            [
                screen.file.name,
                screen.file.media_type,
                base64.b64encode(screen.file.content).decode(),
            ]
            if screen.file
            else None
        ),
        "push": screen.push.value,
        "fresh": screen.fresh,
        "silent": screen.silent,
    }


def _button(raw: list[str]) -> Button:
    label, token, address = raw
    return Button(label=label, press=Press.read(token) if token else None, address=address)


def _file(raw: list[str] | None) -> File | None:
    if raw is None:
        return None
    name, media_type, content = raw
    return File(name=name, media_type=media_type, content=base64.b64decode(content))
