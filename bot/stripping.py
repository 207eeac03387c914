"""Stripping: what of a raw update may be stored; media, names and quoted words never are."""

from collections.abc import Mapping

Raw = Mapping[str, object]

UNKEPT = "unkept"
"""The key under which a stripped message says what was taken out of it."""

KEPT_IN_MESSAGE = (
    "message_id",
    "date",
    "edit_date",
    "message_thread_id",
    "is_topic_message",
    "media_group_id",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "group_chat_created",
)
MEDIA = {
    "photo": "photo",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "voice": "voice",
    "audio": "voice",
    "sticker": "sticker",
    "dice": "sticker",
    "document": "document",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "poll": "poll",
}
"""Fields that carry media, in the order in which they are looked for, and what we call them.

An animation comes with a document beside it, so it stands before the document.
"""
FORWARDED = ("forward_origin", "forward_from", "forward_date", "story", "external_reply")
MESSAGES = ("message", "edited_message", "channel_post", "edited_channel_post")
MEMBERSHIPS = ("my_chat_member", "chat_member")
SCALARS = (str, int, float, bool)


def strip_update(raw: Raw) -> dict[str, object]:
    """The update with only what the desk needs; one we do not know becomes an unkept message.

    Raises LookupError or TypeError where a part is not what Telegram says it is.
    """
    kept: dict[str, object] = {"update_id": raw["update_id"]}
    for kind, part in raw.items():
        if kind in MESSAGES:
            kept[kind] = strip_message(_table(part), words=kind == "message")
        elif kind == "callback_query":
            kept[kind] = _press(_table(part))
        elif kind in MEMBERSHIPS:
            kept[kind] = _membership(_table(part))
        elif kind == "message_reaction":
            kept[kind] = _reaction(_table(part))
        elif kind != "update_id":
            kept["message"] = _unknown(_table(part))
    return kept


def strip_message(message: Raw, *, words: bool) -> dict[str, object]:
    """A message without media, names or quoted words; `words` False drops its text too."""
    kept = {key: message[key] for key in KEPT_IN_MESSAGE if key in message}
    kept["chat"] = _chat(message["chat"])
    if "from" in message:
        kept["from"] = _account(message["from"])
    for key in ("new_chat_members", "left_chat_member"):
        if key in message:
            found = message[key]
            kept[key] = [_account(a) for a in found] if isinstance(found, list) else _account(found)
    taken_out = what_is_unkept(message)
    if taken_out:
        kept[UNKEPT] = taken_out
    elif words and "text" in message:
        kept["text"] = message["text"]
        kept["entities"] = [
            entity
            for entity in _list(message.get("entities", []))
            if _table(entity).get("type") == "bot_command"
        ]
    return kept


def what_is_unkept(message: Raw) -> str:
    """What kind of thing a message holds that we do not keep; "" when it is words or service."""
    if any(key in message for key in FORWARDED):
        return "forward"
    return next((what for key, what in MEDIA.items() if key in message), "")


def _unknown(part: Raw) -> dict[str, object]:
    return {
        "message_id": 0,
        "date": 0,
        "chat": _chat(part["chat"]),
        "from": _account(part["from"]),
        UNKEPT: "unknown",
    }


def _press(query: Raw) -> dict[str, object]:
    kept: dict[str, object] = {
        "id": query["id"],
        "from": _account(query["from"]),
        "chat_instance": query.get("chat_instance", ""),
    }
    if "data" in query:
        kept["data"] = query["data"]
    if "message" in query:
        message = _table(query["message"])
        # Its text is one of our own screens, which is kept elsewhere or not at all.
        kept["message"] = {
            "message_id": message["message_id"],
            "date": message["date"],
            "chat": _chat(message["chat"]),
        }
    return kept


def _membership(change: Raw) -> dict[str, object]:
    return {
        "chat": _chat(change["chat"]),
        "from": _account(change["from"]),
        "date": change["date"],
        "old_chat_member": _member(change["old_chat_member"]),
        "new_chat_member": _member(change["new_chat_member"]),
    }


def _member(part: object) -> dict[str, object]:
    member = _table(part)
    kept = {key: value for key, value in member.items() if isinstance(value, SCALARS)}
    return {**kept, "user": _account(member["user"])}


def _reaction(reaction: Raw) -> dict[str, object]:
    kept: dict[str, object] = {
        "chat": _chat(reaction["chat"]),
        "message_id": reaction["message_id"],
        "date": reaction["date"],
        "old_reaction": [],
        "new_reaction": [],
    }
    if "user" in reaction:
        kept["user"] = _account(reaction["user"])
    return kept


def _account(part: object) -> dict[str, object]:
    account = _table(part)
    kept: dict[str, object] = {
        "id": account["id"],
        "is_bot": account.get("is_bot", False),
        "first_name": "",
    }
    if "language_code" in account:
        kept["language_code"] = account["language_code"]
    return kept


def _chat(part: object) -> dict[str, object]:
    chat = _table(part)
    return {"id": chat["id"], "type": chat["type"]}


def _table(part: object) -> Raw:
    if not isinstance(part, Mapping):
        raise TypeError("a part of the update is no object")
    return part


def _list(part: object) -> list[object]:
    if not isinstance(part, list):
        raise TypeError("a part of the update is no list")
    return part
