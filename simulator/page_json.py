"""What the page of phones shows, as JSON: every phone, every group, every message."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.chats import Chat
from simulator.page_messages import direction_of, language_of, message_json, shown_in, words_of
from simulator.raw import Json

if TYPE_CHECKING:
    from simulator.phones import Phone
    from simulator.world import World

NOTICE = "Demo: nobody is reading this."
FASTER = "Answers come faster here than Telegram allows."
LAST_TOASTS = 5
"""So many short answers to presses are told; a page that listens has heard those before."""


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


def page_json(world: "World", *, movable: bool) -> Json:
    """Everything the page shows now; `movable` says whether its buttons may move the clock."""
    phones = [
        head_json(world, column)
        | {"messages": [message_json(world, column, each) for each in shown_in(column.chat)]}
        for column in columns_of(world)
    ]
    return frame_json(world, movable=movable) | {"phones": phones}


def frame_json(world: "World", *, movable: bool) -> Json:
    """What stands round the phones."""
    return {
        "now": world.now().isoformat(),
        "demo": {
            "notice": NOTICE,
            "faster": FASTER if world.faster else None,
            "movable": movable,
            "bot": world.bot.first_name,
            "deep_link": f"https://t.me/{world.bot.username}?start=",
        },
    }


def head_json(world: "World", column: Column) -> Json:
    """Everything of a column but its messages."""
    first = column.phones[0] if column.phones else None
    language = _language(column, (first.language_code if first else "") or "en")
    body: Json = {
        "key": column.key,
        "language": language,
        "direction": direction_of(language),
        "unread": min((phone.unread(column.chat) for phone in column.phones), default=0),
        "commands": world.commands_for(first, column.chat) if first else [],
        "lock_screen": _lock_screen(column),
        "waits_for_answer": _waits_for_answer(world, column),
        "toasts": [
            {"by": phone.key, "number": number, "text": toast.text, "alert": toast.show_alert}
            for phone in column.phones
            for number, toast in list(enumerate(phone.toasts, start=1))[-LAST_TOASTS:]
        ],
    }
    if first and column.private:
        return body | {
            "name": first.name,
            "label": first.label,
            "chat_title": world.bot.first_name,
            "blocked": first.blocked,
            "can_write": not first.blocked
            and (first.account.started or bool(shown_in(column.chat))),
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
    said = [message for message in shown_in(column.chat) if message.from_bot]
    turned = language_of(words_of(said[-1]), own) if said and column.private else own
    return turned if direction_of(turned) == "rtl" or turned == "cy" else own


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
