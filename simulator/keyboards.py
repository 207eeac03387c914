"""The rules for the buttons under a message."""

import json
from typing import TYPE_CHECKING

from simulator.links import checked_link
from simulator.raw import Json
from simulator.refusals import bad_request

if TYPE_CHECKING:
    from simulator.chats import Chat

INLINE_LIMIT = 100
REPLY_LIMIT = 300
CALLBACK_LIMIT = 64
SIZE_LIMIT = 10_000
_PRIVATE_ONLY = {
    "request_contact": "phone number",
    "request_location": "location",
    "request_poll": "polls",
}


def _check_button(button: Json) -> Json:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    if "url" in button:
        link = checked_link(button["url"])
        if link is None:
            raise bad_request(
                f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
            )
        return button | {"url": link}
    if "callback_data" in button:
        if not button["callback_data"]:
            raise _without_action()
        if len(button["callback_data"].encode()) > CALLBACK_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
    elif not button.keys() - {"text", "style"}:
        raise _without_action()
    return button


def _without_action() -> Exception:
    return bad_request(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )


def _check_key(key: Json, chat: "Chat") -> None:
    for field, words in _PRIVATE_ONLY.items():
        if key.get(field) and not chat.private:
            raise bad_request(f"{words} can be requested in private chats only")


def read_markup(params: Json, chat: "Chat") -> Json | None:
    """The reply markup of a call, checked; nothing when there is none or it has no button."""
    markup: Json | None = params.get("reply_markup")
    if markup is None:
        return None
    if len(json.dumps(markup, ensure_ascii=False).encode()) > SIZE_LIMIT:
        raise bad_request("reply markup is too long")
    if "keyboard" in markup:
        keys = [key for row in markup["keyboard"] for key in row]
        if len(keys) > REPLY_LIMIT:
            raise bad_request("reply markup is too long")
        for key in keys:
            _check_key(key, chat)
    if "inline_keyboard" not in markup:
        return markup
    rows = [[_check_button(button) for button in row] for row in markup["inline_keyboard"] if row]
    if sum(len(row) for row in rows) > INLINE_LIMIT:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None
