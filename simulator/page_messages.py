"""One message as the page of phones shows it, as JSON, and the language it seems to be in."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from simulator.chats import Chat
from simulator.messages import Message
from simulator.raw import Json

if TYPE_CHECKING:
    from simulator.page_json import Column
    from simulator.world import World

PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_WELSH = frozenset(
    {"y", "yr", "yn", "mae", "ac", "neu", "chi", "ti", "ni", "nhw", "ei", "eu", "eich", "dy"}
    | {"wedi", "ddim", "gan", "gyda", "os", "sydd", "hyn", "hwn", "oes", "neb", "nid", "yna"}
    | {"unrhyw", "rhywbeth", "rhywun", "drwy", "ffoniwch"}
)
"""Small Welsh words that are none in English; a sentence of Welsh always has some."""
_OPENED_BY_LINK = re.compile(r"/start [A-Za-z0-9_-]{1,64}")


def direction_of(language: str) -> str:
    """`rtl` for languages that are written from right to left, else `ltr`."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=4096)
def language_of(words: str, otherwise: str) -> str:
    """The language that the words seem to be in: Arabic by its letters, Welsh by small words."""
    letters = [letter for letter in words if letter.isalpha()]
    arabic = sum(unicodedata.bidirectional(letter) == "AL" for letter in letters)
    if arabic * 2 > len(letters):
        return otherwise if direction_of(otherwise) == "rtl" else "ar"
    each = re.findall(r"[^\W\d]+", words.lower())
    if sum(word in _WELSH for word in each) * 8 > len(each):
        return "cy"
    return "en" if letters and direction_of(otherwise) == "rtl" else otherwise


def words_of(message: Message) -> str:
    """The words that stand in its bubble."""
    words = message.text if message.text is not None else message.caption or ""
    # Telegram shows no code in the bubble of a link that was opened.
    by_link = not message.from_bot and _OPENED_BY_LINK.fullmatch(words)
    return "/start" if by_link else words


def shown_in(chat: Chat) -> list[Message]:
    """The messages of a chat that nobody has deleted, oldest first."""
    return [message for message in chat.messages.values() if not message.deleted]


class Face(NamedTuple):
    """Everything of a message that can change after it was sent."""

    kind: str
    text: str | None
    caption: str | None
    entities: list[Json]
    buttons: Json | None
    edited: bool


def face_of(message: Message) -> Face:
    """How it looks now: where this is as before, the page need not be told again."""
    return Face(
        message.kind,
        message.text,
        message.caption,
        message.entities,
        message.reply_markup,
        message.edit_date is not None,
    )


def message_json(world: "World", column: "Column", message: Message) -> Json:
    """The message as this column shows it."""
    words = words_of(message)
    keys = {phone.id: phone.key for phone in world.phones.values()}
    return {
        "id": message.id,
        "mine": column.private and not message.from_bot,
        "sender": message.sender.first_name,
        "sender_key": keys.get(message.sender_id),
        "text": _service_words(message) if message.kind == "service" else words,
        "language": language_of(words, column.phones[0].language_code or "en"),
        "entities": message.entities,
        "date": message.date.isoformat(),
        "edited": message.edit_date is not None,
        "forwarded": message.forward_origin is not None,
        "kind": message.kind,
        "document": _document_json(column, message),
        "buttons": [
            [
                {"text": button.text, "kind": "url", "url": button.url}
                if button.url
                else {"text": button.text, "kind": "callback"}
                for button in row
            ]
            for row in message.buttons
        ],
        "silent": message.silent,
        "protected": message.protected,
    }


def _document_json(column: "Column", message: Message) -> Json | None:
    if message.document is None or not (message.from_bot or message.kind == "document"):
        return None
    return {
        "name": message.document.file_name,
        "href": f"/phones/{column.key}/documents/{message.id}",
        "image": message.kind == "photo" and message.document.mime_type in PICTURES,
    }


def _service_words(message: Message) -> str:
    match message.service:
        case {"new_chat_members": [*members]}:
            return f"Joined: {', '.join(member['first_name'] for member in members)}"
        case {"left_chat_member": {"first_name": name}}:
            return f"Left: {name}"
        case {"pinned_message": _}:
            return "A message was pinned"
        case {"migrate_from_chat_id": _} | {"migrate_to_chat_id": _}:
            return "This group became a supergroup"
        case _:
            return "The group has changed"
