"""A screen: what a door shows, in one language, without knowing which door."""

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

LONGEST_LABEL = 32
"""In letters: a phone cuts what is longer, and the end is what tells two buttons apart."""


class Style(StrEnum):
    """How a line is set."""

    PLAIN = "plain"
    TITLE = "title"
    QUIET = "quiet"
    QUOTE = "quote"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One paragraph; `text` is translated already. An empty text is a blank line."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, kw_only=True)
class Press:
    """What a button means: a verb and its arguments. Never trusted when it comes back."""

    verb: str
    args: tuple[str, ...] = ()

    def token(self) -> str:
        """The text a door carries for it, at most 64 bytes; arguments hold no ":"."""
        return ":".join((self.verb, *self.args))

    @staticmethod
    def read(token: str) -> "Press":
        """Read a token back; any text is accepted, the desk decides whether it means something."""
        verb, *args = token.split(":")
        return Press(verb=verb, args=tuple(args))


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button with its translated label; either a press of ours or an https address."""

    label: str
    press: Press | None = None
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class File:
    """A file to hand over; `name` is neutral (no person, no subject)."""

    name: str
    media_type: str
    content: bytes


class Push(StrEnum):
    """The neutral line a lock screen may show before the screen itself is there."""

    NONE = "none"
    MESSAGE = "message"
    PAGE = "page"


@dataclass(frozen=True, kw_only=True)
class Screen:
    """Lines, rows of buttons, perhaps a file.

    `push` is the line a lock screen sees when the screen arrives as a new message; Push.NONE only
    for screens that hold nothing personal (the card of numbers). `fresh`: the person has just
    written, so the card moves below their words instead of changing above them. `silent`: it
    arrives without a sound.
    """

    language: str
    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    file: File | None = None
    push: Push = Push.MESSAGE
    fresh: bool = False
    silent: bool = False


def fits(label: str) -> bool:
    """Whether a phone shows a label whole; signs that only keep an order take no room."""
    return sum(category(letter) != "Cf" for letter in label) <= LONGEST_LABEL


def title(text: str) -> Line:
    """The line that says what this screen is."""
    return Line(text=text, style=Style.TITLE)


def plain(text: str) -> Line:
    """An ordinary paragraph."""
    return Line(text=text)


def quiet(text: str) -> Line:
    """A line of less weight."""
    return Line(text=text, style=Style.QUIET)


def quote(text: str) -> Line:
    """Somebody's own words."""
    return Line(text=text, style=Style.QUOTE)


def button(label: str, verb: str, *args: str) -> Button:
    """A button with a translated label that means this verb."""
    return Button(label=label, press=Press(verb=verb, args=args))


BLANK = Line(text="")
