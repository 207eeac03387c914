"""A message as a phone shows it and as the Bot API sends it."""

from dataclasses import dataclass, field
from datetime import datetime

from simulator.accounts import Account
from simulator.chats import Chat
from simulator.files import StoredFile
from simulator.raw import Json, seconds


@dataclass(frozen=True, kw_only=True)
class Button:
    """One button under a message."""

    text: str
    callback_data: str | None = None
    url: str | None = None


@dataclass(kw_only=True, eq=False)
class Message:
    """A message in a chat; edits change it in place and a deletion only marks it.

    `entities` are Bot API entities (UTF-16 units) of the text or of the caption, `media` the
    Bot API fields of whatever else it carries, `service` those of a service message.
    """

    id: int
    chat: Chat
    sender: Account
    date: datetime
    kind: str = "text"
    text: str | None = None
    caption: str | None = None
    entities: list[Json] = field(default_factory=list)
    edit_date: datetime | None = None
    reply_markup: Json | None = None
    document: StoredFile | None = None
    media: Json = field(default_factory=dict)
    service: Json = field(default_factory=dict)
    forward_origin: Json | None = None
    reply_to: "Message | None" = None
    silent: bool = False
    protected: bool = False
    deleted: bool = False
    reactions: dict[int, str] = field(default_factory=dict)

    @property
    def chat_id(self) -> int:
        """The id of the chat it is in."""
        return self.chat.id

    @property
    def sender_id(self) -> int:
        """The id of the account that sent it."""
        return self.sender.id

    @property
    def from_bot(self) -> bool:
        """Whether the bot sent it."""
        return self.sender.is_bot

    @property
    def file(self) -> StoredFile:
        """Its file; raises `LookupError` when it has none."""
        if self.document is None:
            raise LookupError("This message has no file.")
        return self.document

    @property
    def inline_keyboard(self) -> list[list[Json]]:
        """The rows of raw inline buttons."""
        rows: list[list[Json]] = (self.reply_markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[list[Button]]:
        """The rows of inline buttons as a person sees them."""
        return [
            [
                Button(
                    text=button["text"],
                    callback_data=button.get("callback_data"),
                    url=button.get("url"),
                )
                for button in row
            ]
            for row in self.inline_keyboard
        ]

    def json(self, *, with_reply: bool = True) -> Json:
        """The message as a Bot API `Message`."""
        body: Json = {
            "message_id": self.id,
            "from": self.sender.json(),
            "chat": self.chat.json(),
            "date": seconds(self.date),
        }
        if self.edit_date:
            body["edit_date"] = seconds(self.edit_date)
        if self.forward_origin:
            body["forward_origin"] = self.forward_origin
        if self.reply_to and with_reply and not self.reply_to.deleted:
            body["reply_to_message"] = self.reply_to.json(with_reply=False)
        if self.text is not None:
            body["text"] = self.text
            if self.entities:
                body["entities"] = self.entities
        body |= self.media | self.service
        if self.caption:
            body["caption"] = self.caption
            if self.entities:
                body["caption_entities"] = self.entities
        if self.protected:
            body["has_protected_content"] = True
        if self.inline_keyboard:
            body["reply_markup"] = {"inline_keyboard": self.inline_keyboard}
        return body

    def json_behind_button(self) -> Json:
        """The message of a callback query: once deleted it is only an inaccessible message."""
        if self.deleted:
            return {"chat": self.chat.json(), "message_id": self.id, "date": 0}
        return self.json()
