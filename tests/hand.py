"""A person's hand on their phone, and their eyes on its screen."""

from typing import TYPE_CHECKING

from simulator.chats import Chat
from simulator.messages import Message
from simulator.phones import Phone

if TYPE_CHECKING:
    from tests.town import Town


class Hand:
    """A person's hand on their phone: everything they do is carried through to its end."""

    def __init__(self, town: "Town", phone: Phone) -> None:
        self.town = town
        self.phone = phone

    async def writes(self, text: str, chat: Chat | None = None) -> None:
        """Type words and wait until all that follows has happened."""
        self.phone.says(text, chat)
        await self.town.follow()

    async def presses(self, *labels: str, chat: Chat | None = None) -> None:
        """Press these buttons one after another."""
        for label in labels:
            self.phone.presses(label, chat)
            await self.town.follow()

    async def sends(self, kind: str, **fields: str) -> None:
        """Send something that is not words."""
        self.phone.sends(kind, None, **fields)
        await self.town.follow()

    @property
    def messages(self) -> list[Message]:
        """The bot's messages in the private chat, oldest first."""
        return [message for message in self.phone.messages() if message.from_bot]

    @property
    def screen(self) -> str:
        """The words of the newest message of the bot."""
        return self.messages[-1].text or "" if self.messages else ""

    @property
    def all_words(self) -> str:
        """All that the bot's messages say at present."""
        return "\n".join(message.text or "" for message in self.messages)

    @property
    def buttons(self) -> list[str]:
        """The labels of every button that can be pressed now."""
        return [b.text for message in self.messages for row in message.buttons for b in row]

    def sees(self, words: str) -> None:
        """Fail unless these words are on the phone; says what is."""
        assert words in self.all_words, f"{words!r} is not on the phone:\n{self.all_words}"

    def does_not_see(self, words: str) -> None:
        """Fail if these words are anywhere on the phone."""
        assert words not in self.all_words, f"{words!r} is on the phone:\n{self.all_words}"

    @property
    def toasts(self) -> list[str]:
        """The short answers to button presses, oldest first."""
        return [toast.text for toast in self.phone.toasts]
