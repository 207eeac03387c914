"""Carrying: a screen as Telegram's messages, with spans instead of mark-up."""

from dataclasses import dataclass, field
from itertools import groupby

from conversations.screen import Button, Line, Screen, Style

TEXT_LIMIT = 4096
"""Code points in one message of Telegram."""
LABEL_LIMIT = 64
ELLIPSIS = "…"

ENTITY_OF_STYLE = {
    Style.TITLE: "bold",
    Style.QUIET: "italic",
    Style.QUOTE: "blockquote",
}


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message of Telegram: its text, its spans (UTF-16 offsets) and its inline keyboard."""

    text: str
    entities: tuple[dict[str, object], ...] = ()
    keyboard: dict[str, object] = field(default_factory=dict)

    def fields(self) -> dict[str, object]:
        """The parameters that sendMessage and editMessageText share."""
        parameters: dict[str, object] = {
            "text": self.text,
            "link_preview_options": {"is_disabled": True},
        }
        if self.entities:
            parameters["entities"] = list(self.entities)
        if self.keyboard:
            parameters["reply_markup"] = self.keyboard
        return parameters


def units(text: str) -> int:
    """The length of a text as Telegram counts offsets: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def carry(screen: Screen, limit: int = TEXT_LIMIT) -> tuple[Message, ...]:
    """The messages that show this screen, in order; nothing is cut, the last has the buttons.

    Raises ValueError when the screen shows no words.
    """
    parts = list(_parts(_trimmed(screen.lines), limit))
    if not parts and screen.file is None:
        raise ValueError("the screen has no words")
    parts = parts or [()]
    keyboard = keyboard_of(screen.rows)
    return tuple(
        Message(
            text="\n".join(line.text for line in part),
            entities=_entities(part),
            keyboard=keyboard if number == len(parts) else {},
        )
        for number, part in enumerate(parts, start=1)
    )


def keyboard_of(rows: tuple[tuple[Button, ...], ...]) -> dict[str, object]:
    """The inline keyboard; empty when there are no buttons."""
    keyboard = [[_button(button) for button in row] for row in rows if row]
    return {"inline_keyboard": keyboard} if keyboard else {}


def _button(button: Button) -> dict[str, object]:
    label = button.label
    if len(label) > LABEL_LIMIT:
        label = label[: LABEL_LIMIT - 1].rstrip() + ELLIPSIS
    if button.press is not None:
        return {"text": label, "callback_data": button.press.token()}
    return {"text": label, "url": button.address}


def _trimmed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    # Telegram trims a message itself, which would move the spans; so nothing is left to trim.
    tidy = [Line(text=line.text.strip(), style=line.style) for line in lines]
    while tidy and not tidy[0].text:
        tidy.pop(0)
    while tidy and not tidy[-1].text:
        tidy.pop()
    return tuple(tidy)


def _parts(lines: tuple[Line, ...], limit: int) -> list[tuple[Line, ...]]:
    parts: list[tuple[Line, ...]] = []
    part: list[Line] = []
    length = 0
    for line in (piece for whole in lines for piece in _pieces(whole, limit)):
        added = len(line.text) + (1 if part else 0)
        if part and length + added > limit:
            parts.append(_trimmed(tuple(part)))
            part, length, added = [], 0, len(line.text)
        part.append(line)
        length += added
    parts.append(_trimmed(tuple(part)))
    return [part for part in parts if part]


def _pieces(line: Line, limit: int) -> list[Line]:
    pieces: list[Line] = []
    text = line.text
    while len(text) > limit:
        cut = text.rfind("\n", 1, limit + 1)
        if cut <= 0:
            cut = text.rfind(" ", 1, limit + 1)
        if cut <= 0:
            cut = limit
        pieces.append(Line(text=text[:cut].rstrip(), style=line.style))
        text = text[cut:].lstrip()
    pieces.append(Line(text=text, style=line.style))
    return pieces


def _entities(lines: tuple[Line, ...]) -> tuple[dict[str, object], ...]:
    spans: list[dict[str, object]] = []
    offset = 0
    # Quotes that follow one another are one block; other styles stand line by line.
    for _, same in groupby(
        enumerate(lines), key=lambda pair: -1 if pair[1].style is Style.QUOTE else pair[0]
    ):
        texts = [line for _, line in same]
        length = sum(units(line.text) for line in texts) + len(texts) - 1
        style = texts[0].style
        if length and style in ENTITY_OF_STYLE:
            spans.append({"type": ENTITY_OF_STYLE[style], "offset": offset, "length": length})
        offset += length + 1
    return tuple(spans)
