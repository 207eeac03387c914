"""Telegram's small HTML: a text with tags becomes a text with entities."""

import re

from simulator.html_tags import TAGS, tag_entity, wrong_markup
from simulator.raw import Json
from simulator.spans import sort_entities, units

_BLANK = " \t\r\n\0\v"
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<decimal>[0-9]*)|(?P<name>[A-Za-z]*));?")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_REFERENCE_LIMIT = 10


def _reference(text: str, at: int) -> tuple[str, int]:
    """The character written as a reference here and where it ends; nothing if it is none."""
    found = _REFERENCE.match(text, at)
    if found is None:
        return "", at
    if found["name"] is not None:
        return _NAMED.get(found["name"], ""), found.end()
    digits = found["hex"] if found["hex"] is not None else found["decimal"]
    code = int(digits or "0", 16 if found["hex"] is not None else 10)
    written = len(found[0].rstrip(";"))
    if not 0 < code < 0x10FFFF or written >= _REFERENCE_LIMIT or 0xD800 <= code < 0xE000:
        return "", at
    return chr(code), found.end()


class _Reader:
    """Walks once through the text, keeping the tags that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out: list[str] = []
        self.unit = 0
        self.open: list[tuple[str, Json, int, int]] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.text):
            if self.text[self.at] == "<":
                if self.text.startswith("/", self.at + 1):
                    self._close_tag()
                else:
                    self._open_tag()
            else:
                self._character()
        if self.open:
            raise wrong_markup(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"'
            )
        return "".join(self.out), sort_entities(self.entities)

    def _byte(self, at: int) -> int:
        return len(self.text[:at].encode())

    def _peek(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else "\0"

    def _character(self) -> None:
        character, end = _reference(self.text, self.at) if self._peek() == "&" else ("", 0)
        if character:
            self.at = end
        else:
            character = self._peek()
            self.at += 1
        self.out.append(character)
        self.unit += units(character)

    def _skip_blanks(self) -> None:
        while self.at < len(self.text) and self._peek() in _BLANK:
            self.at += 1

    def _until(self, marks: str) -> str:
        begin = self.at
        while self.at < len(self.text) and self._peek() not in marks:
            self.at += 1
        return self.text[begin : self.at]

    def _open_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._until(_BLANK + ">").lower()
        if self.at >= len(self.text):
            raise wrong_markup(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in TAGS:
            raise wrong_markup(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes: Json = {}
        self._skip_blanks()
        while self._peek() != ">":
            self._attribute(tag, begin, attributes)
            self._skip_blanks()
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise wrong_markup(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}'
            )
        self.open.append((tag, attributes, self.unit, len(self.out)))

    def _attribute(self, tag: str, begin: int, attributes: Json) -> None:
        name = self._until(_BLANK + "=>/\"'")
        if not name:
            raise wrong_markup(
                f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}'
            )
        self._skip_blanks()
        if self.at >= len(self.text):
            raise wrong_markup(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        if self._peek() != "=":
            attributes[name.lower()] = ""
            return
        self.at += 1
        self._skip_blanks()
        if self.at >= len(self.text):
            raise wrong_markup(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        value = self._quoted() if self._peek() in "'\"" else self._token()
        if self.at >= len(self.text):
            raise wrong_markup(f"Unclosed start tag at byte offset {self._byte(begin)}")
        attributes[name.lower()] = value

    def _token(self) -> str:
        found = _TOKEN.match(self.text, self.at)
        begin, self.at = self.at, found.end() if found else self.at
        if self._peek() not in _BLANK + ">":
            raise wrong_markup(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return self.text[begin : self.at].lower()

    def _quoted(self) -> str:
        mark = self._peek()
        self.at += 1
        value: list[str] = []
        while self.at < len(self.text) and self._peek() != mark:
            character, end = _reference(self.text, self.at) if self._peek() == "&" else ("", 0)
            value.append(character or self._peek())
            self.at = end if character else self.at + 1
        self.at += 1
        return "".join(value)

    def _close_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise wrong_markup(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self.at += 2
        name = self._until(_BLANK + ">").lower()
        self._skip_blanks()
        if self._peek() != ">":
            raise wrong_markup(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        tag, attributes, start, first = self.open.pop()
        if name and name != tag:
            raise wrong_markup(
                f"Unmatched end tag at byte offset {self._byte(begin)}, "
                f'expected "</{tag}>", found "</{name}>"'
            )
        if self.unit > start:
            self._add(tag, attributes, start, "".join(self.out[first:]))

    def _add(self, tag: str, attributes: Json, start: int, words: str) -> None:
        place: Json = {"offset": start, "length": self.unit - start}
        if tag in ("pre", "code"):
            self._add_code(tag, attributes, place)
            return
        entity = tag_entity(tag, attributes, words)
        if entity is not None:
            self.entities.append(entity | place)

    def _add_code(self, tag: str, attributes: Json, place: Json) -> None:
        """`pre` and `code` around the same words become one block in a language."""
        name = attributes.get("class", "")
        language = name.removeprefix("language-") if name.startswith("language-") else ""
        last = self.entities[-1] if self.entities else {}
        plain = last.get("type") in ("pre", "code") and "language" not in last
        if plain and all(last[key] == place[key] for key in place):
            inner = last.pop("_language", "")
            if last["type"] != tag and (inner or (tag == "code" and language)):
                last["type"] = "pre"
                last["language"] = inner or language
                return
        self.entities.append({"type": tag} | place)
        if tag == "code" and language:
            self.entities[-1]["_language"] = language


def parse_html(text: str) -> tuple[str, list[Json]]:
    """The plain text and its entities; raises `Refused` (400) with Telegram's own words."""
    words, entities = _Reader(text).read()
    for entity in entities:
        entity.pop("_language", None)
    return words, entities
