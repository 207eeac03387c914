"""Entities of a text: measured in UTF-16 units, checked, found and moved."""

import re

from simulator.raw import Json
from simulator.refusals import bad_request

ENTITY_LIMIT = 100
ENTITY_TYPES = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
_FOUND = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]*[^\s<>\".,!?:;)\]]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{4,32}\b")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{4,32})?\b")),
)


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The piece of a text that an entity covers; offset and length in UTF-16 units."""
    raw = text.encode("utf-16-le")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def _byte_at(text: str, unit: int) -> tuple[int, bool]:
    """Bytes before the first character that starts at or after a unit; whether one starts there."""
    if units(text) == len(text):
        return len(text[:unit].encode()), unit <= len(text)
    so_far = position = 0
    for character in text:
        if so_far >= unit:
            break
        so_far += units(character)
        position += len(character.encode())
    return position, so_far == unit


def check_entities(text: str, entities: list[Json]) -> list[Json]:
    """The entities that count, at most 100, sorted as Telegram sorts them.

    Raises `Refused` (400) for an unknown type or a place that is not in the text.
    """
    total = units(text)
    kept: list[Json] = []
    for entity in entities[:ENTITY_LIMIT]:
        offset, length = entity["offset"], entity["length"]
        if entity["type"] not in ENTITY_TYPES:
            raise bad_request("can't parse MessageEntity: unsupported type specified")
        if offset < 0:
            raise bad_request(f"receive an entity with incorrect offset {offset}")
        if length < 0:
            raise bad_request(f"receive an entity with incorrect length {length}")
        if length == 0:
            continue
        if offset > total:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
        begins_at, begins_whole = _byte_at(text, offset)
        if not begins_whole:
            raise bad_request(
                f"entity begins in a middle of a UTF-16 symbol at byte offset {begins_at}"
            )
        if offset + length > total:
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {offset + length}"
            )
        ends_at, ends_whole = _byte_at(text, offset + length)
        if not ends_whole:
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 "
                f"symbol at byte offset {ends_at}"
            )
        kept.append(entity)
    return sort_entities(kept)


def sort_entities(entities: list[Json]) -> list[Json]:
    """Entities by where they begin, the longer first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without blanks at its ends, and the entities moved with it."""
    lead = units(text) - units(text.lstrip())
    trimmed = text.strip()
    total = units(trimmed)
    moved: list[Json] = []
    for entity in entities:
        begin = max(0, entity["offset"] - lead)
        end = min(total, entity["offset"] - lead + entity["length"])
        if end > begin:
            moved.append(entity | {"offset": begin, "length": end - begin})
    return trimmed, moved


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """The entities with the commands, links, mentions and addresses that Telegram finds itself."""
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities]
    taken = [
        place
        for place, entity in zip(taken, entities, strict=True)
        if entity["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    found: list[Json] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            begin = units(text[: match.start()])
            end = begin + units(match[0])
            if any(begin < stop and start < end for start, stop in taken):
                continue
            taken.append((begin, end))
            found.append({"type": kind, "offset": begin, "length": end - begin})
    return sort_entities(entities + found)
