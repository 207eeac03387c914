"""The nested pieces of a call: which fields a keyboard, an entity or a scope may have."""

from simulator.raw import Json
from simulator.refusals import bad_request
from simulator.table import Kind

_TEXT = {"text": str}
_PIECES: dict[str, dict[str, type]] = {
    "MessageEntity": {
        "type": str,
        "offset": int,
        "length": int,
        "url": str,
        "user": dict,
        "language": str,
        "custom_emoji_id": str,
        "unix_time": int,
        "date_time_format": str,
    },
    "InlineKeyboardMarkup": {"inline_keyboard": list},
    "InlineKeyboardButton": {
        "text": str,
        "callback_data": str,
        "url": str,
        "web_app": dict,
        "copy_text": dict,
        "switch_inline_query": str,
        "switch_inline_query_current_chat": str,
        "style": str,
    },
    "ReplyKeyboardMarkup": {
        "keyboard": list,
        "is_persistent": bool,
        "resize_keyboard": bool,
        "one_time_keyboard": bool,
        "input_field_placeholder": str,
        "selective": bool,
    },
    "KeyboardButton": _TEXT
    | {
        "request_contact": bool,
        "request_location": bool,
        "request_poll": dict,
        "web_app": dict,
        "style": str,
    },
    "ReplyKeyboardRemove": {"remove_keyboard": bool, "selective": bool},
    "ForceReply": {"force_reply": bool, "selective": bool, "input_field_placeholder": str},
    "ReplyParameters": {
        "message_id": int,
        "chat_id": int,
        "allow_sending_without_reply": bool,
    },
    "LinkPreviewOptions": {
        "is_disabled": bool,
        "url": str,
        "prefer_small_media": bool,
        "prefer_large_media": bool,
        "show_above_text": bool,
    },
    "BotCommand": {"command": str, "description": str},
    "BotCommandScope": {"type": str, "chat_id": int, "user_id": int},
    "MenuButton": {"type": str, "text": str, "web_app": dict},
}
_REQUIRED = {
    "MessageEntity": {"type", "offset", "length"},
    "InlineKeyboardMarkup": {"inline_keyboard"},
    "InlineKeyboardButton": {"text"},
    "ReplyKeyboardMarkup": {"keyboard"},
    "KeyboardButton": {"text"},
    "ReplyParameters": {"message_id"},
    "BotCommand": {"command", "description"},
    "BotCommandScope": {"type"},
    "MenuButton": {"type"},
}
_BY_KIND = {
    Kind.ENTITIES: "MessageEntity",
    Kind.INLINE_KEYBOARD: "InlineKeyboardMarkup",
    Kind.REPLY: "ReplyParameters",
    Kind.LINK_PREVIEW: "LinkPreviewOptions",
    Kind.COMMANDS: "BotCommand",
    Kind.SCOPE: "BotCommandScope",
    Kind.MENU_BUTTON: "MenuButton",
}


def _check(name: str, raw: object) -> Json:
    if not isinstance(raw, dict):
        raise bad_request(f"can't parse {name}: expected an Object")
    allowed = _PIECES[name]
    for key, value in raw.items():
        if key not in allowed:
            raise bad_request(f'can\'t parse {name}: the simulator knows no field "{key}"')
        wrong = allowed[key] is int and isinstance(value, bool)
        if wrong or not isinstance(value, allowed[key]):
            raise bad_request(f'can\'t parse {name}: field "{key}" has a wrong type')
    for key in _REQUIRED.get(name, set()) - raw.keys():
        raise bad_request(f"can't parse {name}: can't find field \"{key}\"")
    return raw


def _check_rows(name: str, rows: list[object]) -> None:
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f"can't parse {name}: a row must be an Array")
        for button in row:
            _check(name, button)


def _check_markup(raw: object) -> Json:
    match raw:
        case {"inline_keyboard": list(rows)}:
            body = _check("InlineKeyboardMarkup", raw)
            _check_rows("InlineKeyboardButton", rows)
        case {"keyboard": list(rows)}:
            body = _check("ReplyKeyboardMarkup", raw)
            _check_rows("KeyboardButton", rows)
        case {"remove_keyboard": _}:
            body = _check("ReplyKeyboardRemove", raw)
        case {"force_reply": _}:
            body = _check("ForceReply", raw)
        case _:
            raise bad_request("object expected as reply markup")
    return body


def check_shape(kind: Kind, raw: object) -> object:
    """The nested value, once every field and type in it is in the table; otherwise a 400."""
    match kind:
        case Kind.REPLY_MARKUP:
            return _check_markup(raw)
        case Kind.INLINE_KEYBOARD:
            if not isinstance(raw, dict) or "inline_keyboard" not in raw:
                raise bad_request("inline keyboard expected")
            return _check_markup(raw)
        case Kind.ENTITIES | Kind.COMMANDS:
            if not isinstance(raw, list):
                raise bad_request(f"expected {kind.value}")
            return [_check(_BY_KIND[kind], piece) for piece in raw]
        case _:
            return _check(_BY_KIND[kind], raw)
