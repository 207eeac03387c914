"""What the page of phones shows, as JSON: every phone, every group, every message."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.chats import Chat
from simulator.messages import Message
from simulator.raw import Json

if TYPE_CHECKING:
    from simulator.phones import Phone
    from simulator.world import World

NOTICE = "Demo: nobody is reading this."
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_WELSH = frozenset(
    {"y", "yr", "yn", "mae", "ac", "neu", "chi", "ti", "ni", "nhw", "ei", "eu", "eich", "dy"}
    | {"wedi", "ddim", "gan", "gyda", "os", "sydd", "hyn", "hwn", "oes"}
)
"""Small Welsh words that are none in English; a sentence of Welsh always has some."""
_OPENED_BY_LINK = re.compile(r"/start [A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of the page: a person's chat with the bot, or a group seen by its members."""

    key: str
    chat: Chat
    phones: "tuple[Phone, ...]"

    @property
    def private(self) -> bool:
        """Whether this is one person's phone."""
        return self.chat.private

    def phone_of(self, key: str | None) -> "Phone | None":
        """Whose hand acts: the phone's owner, or the member of the group with this key."""
        if self.private:
            return self.phones[0]
        return next((phone for phone in self.phones if phone.key == key), None)


def columns_of(world: "World") -> Iterator[Column]:
    """The columns of the page from left to right: the phones, then the groups."""
    for phone in world.phones.values():
        yield Column(key=phone.key, chat=phone.private_chat, phones=(phone,))
    for number, group in enumerate(world.groups, start=1):
        members = tuple(phone for phone in world.phones.values() if group.has(phone.account))
        key = "group" if number == 1 else f"group-{number}"
        yield Column(key=key, chat=group, phones=members)


def direction_of(language: str) -> str:
    """`rtl` for languages that are written from right to left, else `ltr`."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def language_of(words: str, otherwise: str) -> str:
    """The language that the words seem to be in: Arabic by its letters, Welsh by small words."""
    letters = [letter for letter in words if letter.isalpha()]
    arabic = sum(unicodedata.bidirectional(letter) == "AL" for letter in letters)
    if arabic * 2 > len(letters):
        return otherwise if direction_of(otherwise) == "rtl" else "ar"
    each = re.findall(r"\w+", words.lower())
    if sum(word in _WELSH for word in each) * 8 > len(each):
        return "cy"
    return "en" if letters and direction_of(otherwise) == "rtl" else otherwise


def page_json(world: "World", *, movable: bool) -> Json:
    """Everything the page shows now; `movable` says whether its buttons may move the clock."""
    return {
        "now": world.now().isoformat(),
        "demo": {
            "notice": NOTICE,
            "movable": movable,
            "bot": world.bot.first_name,
            "deep_link": f"https://t.me/{world.bot.username}?start=",
        },
        "phones": [_column_json(world, column) for column in columns_of(world)],
    }


def _column_json(world: "World", column: Column) -> Json:
    first = column.phones[0] if column.phones else None
    language = _language(column, (first.language_code if first else "") or "en")
    body: Json = {
        "key": column.key,
        "language": language,
        "direction": direction_of(language),
        "unread": min((phone.unread(column.chat) for phone in column.phones), default=0),
        "commands": world.commands_for(first, column.chat) if first else [],
        "messages": [_message_json(world, column, message) for message in _shown(column.chat)],
        "lock_screen": _lock_screen(column),
        "waits_for_answer": _waits_for_answer(world, column),
        "toasts": [
            {"by": phone.key, "number": number, "text": toast.text, "alert": toast.show_alert}
            for phone in column.phones
            for number, toast in enumerate(phone.toasts, start=1)
        ],
    }
    if first and column.private:
        return body | {
            "name": first.name,
            "label": first.label,
            "chat_title": world.bot.first_name,
            "blocked": first.blocked,
            "can_write": not first.blocked and (first.account.started or bool(body["messages"])),
            "chats": [_chat_json(world, chat) for chat in first.chats],
        }
    return body | {
        "name": column.chat.title,
        "label": "Group",
        "chat_title": column.chat.title,
        "blocked": False,
        "can_write": first is not None,
        "chats": [_chat_json(world, column.chat)],
        "members": [{"key": phone.key, "name": phone.name} for phone in column.phones],
    }


def _language(column: Column, own: str) -> str:
    # The frame of a phone turns with the chat, as it would for a person of that language.
    said = [message for message in _shown(column.chat) if message.from_bot]
    turned = language_of(_words(said[-1]), own) if said and column.private else own
    return turned if direction_of(turned) == "rtl" or turned == "cy" else own


def _words(message: Message) -> str:
    words = message.text if message.text is not None else message.caption or ""
    # Telegram shows no code in the bubble of a link that was opened.
    by_link = not message.from_bot and _OPENED_BY_LINK.fullmatch(words)
    return "/start" if by_link else words


def _shown(chat: Chat) -> list[Message]:
    return [message for message in chat.messages.values() if not message.deleted]


def _chat_json(world: "World", chat: Chat) -> Json:
    title = world.bot.first_name if chat.private else chat.title
    return {"id": chat.id, "title": title, "kind": "private" if chat.private else "group"}


def _lock_screen(column: Column) -> str | None:
    for phone in column.phones[:1]:
        for line in reversed(phone.notifications):
            if column.private or line.chat_id == column.chat.id:
                return line.text
    return None


def _waits_for_answer(world: "World", column: Column) -> bool:
    people = {phone.id for phone in column.phones}
    return any(
        not press.answered and press.account.id in people for press in world.presses.values()
    )


def _message_json(world: "World", column: Column, message: Message) -> Json:
    words = _words(message)
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


def _document_json(column: Column, message: Message) -> Json | None:
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
