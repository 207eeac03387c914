"""What a person's phone shows: chats, unread messages, the lock screen."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from simulator.accounts import Account
from simulator.chats import Chat
from simulator.messages import Message
from simulator.presses import Toast

if TYPE_CHECKING:
    from simulator.world import World


class LockScreenLine(NamedTuple):
    """What the lock screen would have shown when a new message of the bot arrived."""

    at: datetime
    chat_id: int
    text: str
    silent: bool


class Screen:
    """What one person sees. Where a `chat` can be given, none means the chat with the bot."""

    def __init__(self, *, world: "World", account: Account, key: str, label: str) -> None:
        self.world = world
        self.account = account
        self.key = key
        self.label = label
        self.notifications: list[LockScreenLine] = []
        self.toasts: list[Toast] = []

    @property
    def id(self) -> int:
        """The account's id, which is also the id of its chat with the bot."""
        return self.account.id

    @property
    def name(self) -> str:
        """The person's first name."""
        return self.account.first_name

    @property
    def language_code(self) -> str:
        """The language of the app."""
        return self.account.language_code or ""

    @property
    def blocked(self) -> bool:
        """Whether this person has blocked the bot."""
        return self.account.blocked

    @property
    def bot_name(self) -> str:
        """The bot's name as this person sees it, in their language where it has one."""
        own = self.world.profile.get(("name", self.language_code[:2]))
        return own or self.world.bot.first_name

    @property
    def private_chat(self) -> Chat:
        """This person's chat with the bot."""
        return self.world.private_chat(self.account)

    @property
    def chats(self) -> list[Chat]:
        """The chat with the bot and the groups this person is in."""
        return [
            self.private_chat,
            *(group for group in self.world.groups if group.has(self.account)),
        ]

    def messages(self, chat: Chat | None = None) -> list[Message]:
        """The visible messages of a chat, oldest first."""
        place = chat or self.private_chat
        return [message for message in place.messages.values() if not message.deleted]

    def unread(self, chat: Chat | None = None) -> int:
        """How many messages of others came after the last look."""
        place = chat or self.private_chat
        seen = place.read_up_to.get(self.id, 0)
        return sum(m.id > seen and m.sender is not self.account for m in self.messages(place))

    def reads(self, chat: Chat | None = None) -> None:
        """Look at a chat: nothing in it is unread any more."""
        place = chat or self.private_chat
        place.read_up_to[self.id] = max(place.messages, default=0)
        self.world.changed.touch()

    def hears(self, message: Message) -> None:
        """Show a new message of the bot on the lock screen, if it is in one of our chats."""
        if message.service or message.chat not in self.chats:
            return
        words = message.text or message.caption
        if words is None:
            words = message.document.file_name if message.document else ""
        line = LockScreenLine(message.date, message.chat_id, words, message.silent)
        self.notifications.append(line)
