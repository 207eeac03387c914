"""Our own table of the Bot API methods that are understood, with their fields."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a field must be."""

    INTEGER = "Integer"
    STRING = "String"
    BOOLEAN = "Boolean"
    CHAT = "Integer or String"
    FILE = "InputFile or String"
    STRINGS = "Array of String"
    INTEGERS = "Array of Integer"
    ENTITIES = "Array of MessageEntity"
    INLINE_KEYBOARD = "InlineKeyboardMarkup"
    REPLY_MARKUP = "InlineKeyboardMarkup or another reply markup"
    REPLY = "ReplyParameters"
    LINK_PREVIEW = "LinkPreviewOptions"
    COMMANDS = "Array of BotCommand"
    SCOPE = "BotCommandScope"
    MENU_BUTTON = "MenuButton"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a method; `missing` are the words of the 400 when it is required and absent."""

    kind: Kind
    required: bool = False
    missing: str | None = None


def _required(kind: Kind, missing: str | None = None) -> Field:
    return Field(kind=kind, required=True, missing=missing)


_STRING = Field(kind=Kind.STRING)
_INTEGER = Field(kind=Kind.INTEGER)
_BOOLEAN = Field(kind=Kind.BOOLEAN)
_STRINGS = Field(kind=Kind.STRINGS)
_ENTITIES = Field(kind=Kind.ENTITIES)
_CHAT = _required(Kind.CHAT, "chat_id is empty")
_ANY_CHAT = Field(kind=Kind.CHAT)
_MESSAGE = _required(Kind.INTEGER, "message identifier is not specified")
_PERSON = _required(Kind.INTEGER, "invalid user_id specified")
_TEXT = _required(Kind.STRING, "message text is empty")
_SEND = {
    "chat_id": _CHAT,
    "message_thread_id": _INTEGER,
    "disable_notification": _BOOLEAN,
    "protect_content": _BOOLEAN,
    "message_effect_id": _STRING,
    "reply_parameters": Field(kind=Kind.REPLY),
    "reply_markup": Field(kind=Kind.REPLY_MARKUP),
}
_CAPTION = {"caption": _STRING, "parse_mode": _STRING, "caption_entities": _ENTITIES}
_WORDS = {
    "text": _TEXT,
    "parse_mode": _STRING,
    "entities": _ENTITIES,
    "link_preview_options": Field(kind=Kind.LINK_PREVIEW),
}
_EDIT = {
    "chat_id": _ANY_CHAT,
    "message_id": _INTEGER,
    "reply_markup": Field(kind=Kind.INLINE_KEYBOARD),
}
_COMMAND_PLACE = {"scope": Field(kind=Kind.SCOPE), "language_code": _STRING}

METHODS: dict[str, dict[str, Field]] = {
    "getMe": {},
    "getUpdates": {
        "offset": _INTEGER,
        "limit": _INTEGER,
        "timeout": _INTEGER,
        "allowed_updates": _STRINGS,
    },
    "setWebhook": {
        "url": _required(Kind.STRING),
        "ip_address": _STRING,
        "max_connections": _INTEGER,
        "allowed_updates": _STRINGS,
        "drop_pending_updates": _BOOLEAN,
        "secret_token": _STRING,
    },
    "deleteWebhook": {"drop_pending_updates": _BOOLEAN},
    "getWebhookInfo": {},
    "sendMessage": _SEND | _WORDS,
    "sendDocument": _SEND
    | _CAPTION
    | {
        "document": _required(Kind.FILE, "there is no document in the request"),
        "thumbnail": Field(kind=Kind.FILE),
        "disable_content_type_detection": _BOOLEAN,
    },
    "sendPhoto": _SEND
    | _CAPTION
    | {
        "photo": _required(Kind.FILE, "there is no photo in the request"),
        "has_spoiler": _BOOLEAN,
        "show_caption_above_media": _BOOLEAN,
    },
    "sendChatAction": {
        "chat_id": _CHAT,
        "action": _required(Kind.STRING, "wrong parameter action in request"),
        "message_thread_id": _INTEGER,
    },
    "editMessageText": _EDIT | _WORDS,
    "editMessageReplyMarkup": _EDIT,
    "deleteMessage": {"chat_id": _CHAT, "message_id": _MESSAGE},
    "deleteMessages": {
        "chat_id": _CHAT,
        "message_ids": _required(Kind.INTEGERS, "message identifiers are not specified"),
    },
    "pinChatMessage": {
        "chat_id": _CHAT,
        "message_id": _MESSAGE,
        "disable_notification": _BOOLEAN,
    },
    "answerCallbackQuery": {
        "callback_query_id": _required(Kind.STRING),
        "text": _STRING,
        "show_alert": _BOOLEAN,
        "url": _STRING,
        "cache_time": _INTEGER,
    },
    "setMyCommands": {"commands": _required(Kind.COMMANDS)} | _COMMAND_PLACE,
    "deleteMyCommands": _COMMAND_PLACE,
    "getMyCommands": _COMMAND_PLACE,
    "setMyName": {"name": _STRING, "language_code": _STRING},
    "setMyDescription": {"description": _STRING, "language_code": _STRING},
    "setMyShortDescription": {"short_description": _STRING, "language_code": _STRING},
    "setChatMenuButton": {"chat_id": _INTEGER, "menu_button": Field(kind=Kind.MENU_BUTTON)},
    "getChat": {"chat_id": _CHAT},
    "getChatMember": {"chat_id": _CHAT, "user_id": _PERSON},
    "getChatAdministrators": {"chat_id": _CHAT},
    "leaveChat": {"chat_id": _CHAT},
    "banChatMember": {
        "chat_id": _CHAT,
        "user_id": _PERSON,
        "until_date": _INTEGER,
        "revoke_messages": _BOOLEAN,
    },
    "unbanChatMember": {
        "chat_id": _CHAT,
        "user_id": _PERSON,
        "only_if_banned": _BOOLEAN,
    },
    "getFile": {"file_id": _required(Kind.STRING, "file_id not specified")},
}

BY_LOWER_NAME = {name.lower(): name for name in METHODS}
