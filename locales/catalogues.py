"""Reads the catalogues: one folder a language, one gettext file in it, read once into memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from gettext import c2py
from importlib.resources import files
from io import BytesIO

from locales.marking import CONTEXT_END

FOLDER = "LC_MESSAGES"
FILE = "hearthline.po"


def _english_plural(count: int) -> int:
    return int(count != 1)


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The translations of one language, by the marked English text.

    `plural` gives the place of the right form for a count. `checked_by` and `checked_on` say who
    read the safety texts, and when; empty and None until somebody has. `whole` is False while a
    text lacks its translation or somebody still has to look at it.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = _english_plural
    whole: bool = False
    checked_by: str = ""
    checked_on: date | None = None


ENGLISH = Catalogue(whole=True)


@cache
def catalogue(tag: str) -> Catalogue:
    """The catalogue of a language; an empty one when there is no file for it."""
    if tag == "en":
        return ENGLISH
    source = files("locales") / tag / FOLDER / FILE
    return read(source.read_bytes(), tag) if source.is_file() else Catalogue()


def read(content: bytes, tag: str) -> Catalogue:
    """Read one gettext file; fuzzy translations count as missing."""
    from babel.messages.pofile import read_po

    found = read_po(BytesIO(content), locale=tag)
    texts: dict[str, str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    whole = True
    for message in found:
        if not message.id:
            continue
        strings = _several(message.string)
        if message.fuzzy or not strings or not all(strings):
            whole = False
            continue
        english = _several(message.id)[0]
        key = f"{message.context}{CONTEXT_END}{english}" if message.context else english
        if message.pluralizable:
            forms[key] = strings
        else:
            texts[key] = strings[0]
    headers = _safety_headers(content)
    checked_on = headers.get("x-safety-checked-on", "")
    return Catalogue(
        texts=texts,
        forms=forms,
        plural=c2py(found.plural_expr),
        whole=whole,
        checked_by=headers.get("x-safety-checked-by", ""),
        checked_on=date.fromisoformat(checked_on) if checked_on else None,
    )


def _several(text: str | Sequence[str | None] | None) -> tuple[str, ...]:
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(form or "" for form in text)


def _safety_headers(content: bytes) -> dict[str, str]:
    """Babel keeps only the headers it knows, so ours are read from the file itself."""
    own: dict[str, str] = {}
    for line in content.decode("utf-8").splitlines():
        words = line.strip().strip('"').removesuffix("\\n")
        name, colon, value = words.partition(":")
        if colon and name.lower().startswith("x-safety-"):
            own.setdefault(name.lower(), value.strip())
    return own


@cache
def folders() -> tuple[str, ...]:
    """The tags of all languages that have a catalogue file, in alphabetical order."""
    found = (place for place in files("locales").iterdir() if place.is_dir())
    return tuple(sorted(p.name for p in found if (p / FOLDER / FILE).is_file()))
