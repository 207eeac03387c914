"""The tags of Telegram's small HTML, and the entity that each one means."""

import re

from simulator.links import checked_link
from simulator.raw import Json
from simulator.refusals import Refused, bad_request

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
TAGS = frozenset(_TYPES) | {"a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}


def tag_entity(tag: str, attributes: Json, words: str) -> Json | None:
    """The entity of a tag (without its place), or nothing when the tag says nothing."""
    match tag:
        case "a":
            return _link(attributes.get("href") or words)
        case "blockquote":
            wide = "expandable" in attributes
            return {"type": "expandable_blockquote" if wide else "blockquote"}
        case "tg-emoji":
            number = attributes.get("emoji-id", "")
            if not number.lstrip("-").isdigit():
                raise wrong_markup("Invalid custom emoji identifier specified")
            return {"type": "custom_emoji", "custom_emoji_id": number}
        case "tg-time":
            moment = attributes.get("unix", "")
            return {"type": "date_time", "unix_time": int(moment)} if moment.isdigit() else None
        case _:
            return {"type": _TYPES[tag]}


def _link(address: str) -> Json | None:
    person = re.fullmatch(r"tg://user\?id=(\d+)", address)
    if person:
        account = {"id": int(person[1]), "is_bot": False, "first_name": ""}
        return {"type": "text_mention", "user": account}
    link = checked_link(address)
    return {"type": "text_link", "url": link} if link else None


def wrong_markup(words: str) -> Refused:
    """The 400 for markup that cannot be read."""
    return bad_request(f"can't parse entities: {words}")
