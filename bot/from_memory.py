"""Answering from memory: the card of numbers, when what people write cannot be stored."""

from collections.abc import Callable, Iterable
from time import monotonic

from bot.calls import Line
from bot.carrying import carry
from bot.senders import read_sender
from bot.stripping import Raw
from conversations.screen import Screen
from desk.scene import Where

QUIET_SECONDS = 300.0
"""A chat gets the card once in this time, however often Telegram repeats what we cannot store."""


class FromMemory:
    """Sends the static card of numbers without the database; the last resort of receiving."""

    def __init__(
        self,
        line: Line,
        static_help: Callable[[str], Screen],
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._line = line
        self._static_help = static_help
        self._now = now
        self._answered: dict[str, float] = {}

    async def answer(self, updates: Iterable[Raw]) -> int:
        """Answer everybody who wrote or pressed in a private chat; returns how many were."""
        now = self._now()
        answered = 0
        for raw in updates:
            sender = read_sender(raw)
            if sender is None or sender.where is not Where.PRIVATE:
                continue
            if now - self._answered.get(sender.chat, float("-inf")) < QUIET_SECONDS:
                continue
            self._answered[sender.chat] = now
            for message in carry(self._static_help(sender.language)):
                await self._line.call(
                    "sendMessage", {"chat_id": int(sender.chat), **message.fields()}
                )
            answered += 1
        return answered
