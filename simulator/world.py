"""The world: everything that this pretended Telegram remembers."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from simulator.accounts import Account
from simulator.chats import Chat, ChatKind, Standing
from simulator.faults import Faults
from simulator.files import FileStore
from simulator.membership import upgrade
from simulator.menus import Place, seen_by
from simulator.messages import Message
from simulator.pacing import Pacing
from simulator.phones import Phone
from simulator.presses import ANSWER_LIFE, Press
from simulator.privacy import bot_hears
from simulator.queue import UpdateQueue
from simulator.raw import Json
from simulator.receiving import Receiving
from simulator.signals import Signal

FIRST_PERSON_ID = 710_000_001
FIRST_GROUP_ID = -4_200_000_001
FIRST_SUPERGROUP_ID = -1_001_900_000_001


class Call(NamedTuple):
    """One API call that was taken; the outcome is `accepted`, an error's words or a fault."""

    method: str
    params: Json
    outcome: str
    at: datetime


class World:
    """One bot, its people and chats; `now()` gives the world's aware UTC time and may be moved.

    `changed` is touched by every change that a phone could show, `called` by every API call.
    Switches: `pacing` (natural 429s), `faster` (the page says that answers come faster than
    Telegram allows), `plain_webhooks` (webhooks to http on loopback),
    `privacy_mode`, `round_trip` (seconds that every call but getUpdates takes), `answer_life`
    (how long a press may wait for its answer), `webhook_retry_seconds` (the first wait between
    tries of a webhook, doubled each time).
    """

    def __init__(
        self,
        *,
        token: str,
        username: str,
        now: Callable[[], datetime],
        name: str = "Hearthline",
    ) -> None:
        self.token = token
        self.now = now
        self.bot = Account(
            id=int(token.partition(":")[0]), first_name=name, username=username, is_bot=True
        )
        self.accounts: dict[int, Account] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.phones: dict[str, Phone] = {}
        self.changed = Signal()
        self.called = Signal()
        self.queue = UpdateQueue(lambda: self.now())
        self.receiving = Receiving(self)
        self.files = FileStore()
        self.faults = Faults()
        self.calls: list[Call] = []
        self.presses: dict[str, Press] = {}
        self.menus: dict[tuple[Place, str], list[Json]] = {}
        self.menu_buttons: dict[int | None, Json] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.pace = Pacing()
        self.pacing = False
        self.faster = False
        self.plain_webhooks = False
        self.privacy_mode = True
        self.round_trip = 0.0
        self.answer_life = ANSWER_LIFE
        self.webhook_retry_seconds = 1.0
        self._last_message_id = 0

    @property
    def groups(self) -> list[Chat]:
        """The groups, without those that were upgraded."""
        return [
            chat for chat in self.chats.values() if not chat.private and chat.migrated_to is None
        ]

    def add_phone(
        self,
        *,
        key: str,
        name: str,
        language_code: str = "en",
        label: str = "",
        username: str | None = None,
        started: bool = False,
    ) -> Phone:
        """A person with a phone; `started` if they have pressed Start before."""
        if key in self.phones:
            raise ValueError(f"There is already a phone with the key {key!r}.")
        account = Account(
            id=FIRST_PERSON_ID + len(self.accounts) - 1,
            first_name=name,
            username=username,
            language_code=language_code,
            known=started,
            started=started,
        )
        self.accounts[account.id] = account
        self.phones[key] = Phone(world=self, account=account, key=key, label=label)
        self.changed.touch()
        return self.phones[key]

    def add_group(
        self,
        *,
        title: str,
        members: Sequence[Phone] = (),
        bot_present: bool = True,
        bot_is_admin: bool = False,
        supergroup: bool = False,
    ) -> Chat:
        """A group that was there before the story begins; the first member owns it."""
        group = self.new_group(title, ChatKind.SUPERGROUP if supergroup else ChatKind.GROUP)
        for phone in members:
            group.members[phone.id] = Standing.MEMBER if group.members else Standing.CREATOR
            phone.account.known = phone.account.known or bot_present
        if bot_present:
            standing = Standing.ADMINISTRATOR if bot_is_admin else Standing.MEMBER
            group.members[self.bot.id] = standing
        self.changed.touch()
        return group

    def new_group(self, title: str, kind: ChatKind) -> Chat:
        """An empty group with an id of its kind."""
        first = FIRST_SUPERGROUP_ID if kind is ChatKind.SUPERGROUP else FIRST_GROUP_ID
        number = sum(chat.kind is kind for chat in self.chats.values())
        group = Chat(id=first - number, kind=kind, title=title)
        self.chats[group.id] = group
        return group

    def private_chat(self, account: Account) -> Chat:
        """A person's chat with the bot."""
        if account.id not in self.chats:
            self.chats[account.id] = Chat(id=account.id, kind=ChatKind.PRIVATE, person=account)
        return self.chats[account.id]

    def skip_messages(self, count: int) -> None:
        """Let this many message ids pass unused, as if they had been sent before."""
        self._last_message_id += count

    def next_message_id(self, chat: Chat) -> int:
        """Private chats and basic groups share one count, each supergroup has its own."""
        if chat.kind is ChatKind.SUPERGROUP:
            chat.last_message_id += 1
            return chat.last_message_id
        self._last_message_id += 1
        return self._last_message_id

    def post(self, message: Message, *, tell_bot: bool = True) -> Message:
        """Put a new message into its chat, on every phone there and, if it hears it, to the bot."""
        chat = message.chat
        message.id = self.next_message_id(chat)
        chat.messages[message.id] = message
        if message.from_bot:
            for phone in self.phones.values():
                phone.hears(message)
        elif tell_bot and bot_hears(self, message):
            message.sender.known = True
            self.queue.add("message", message.json())
        self.changed.touch()
        return message

    def post_service(
        self, chat: Chat, by: Account, service: Json, *, tell_bot: bool = True
    ) -> Message:
        """Put a service message into a chat; the bot hears those it caused itself as well."""
        message = self.post(
            Message(id=0, chat=chat, sender=by, date=self.now(), kind="service", service=service),
            tell_bot=tell_bot,
        )
        if message.from_bot and tell_bot and chat.has(self.bot):
            self.queue.add("message", message.json())
        return message

    def remove(self, message: Message) -> None:
        """Delete a message for everyone."""
        message.deleted = True
        if message.id in message.chat.pinned:
            message.chat.pinned.remove(message.id)
        self.changed.touch()

    def upgrade(self, group: Chat) -> Chat:
        """Turn a basic group into a supergroup; returns the new chat."""
        return upgrade(self, group)

    def add_update(self, raw: Json) -> None:
        """Queue any raw update, of any kind and with any `update_id`, as it is."""
        self.queue.inject(raw)

    def commands_for(self, phone: Phone, chat: Chat | None = None) -> list[Json]:
        """The command menu that this person would see, in private or in a group."""
        return seen_by(self, phone.account, chat or self.private_chat(phone.account))

    def close(self) -> None:
        """Stop delivering to the webhook, at the end of a story."""
        self.receiving.close()
