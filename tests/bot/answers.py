"""A line on which each call comes out as was written down beforehand."""

import asyncio
from collections import deque
from collections.abc import Mapping
from itertools import count
from typing import Any

from bot.aiohttp_request import Upload
from bot.calls import Accepted, Outcome


class Answers:
    """In place of Telegram: answers these in turn, and after them accepts everything."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = deque(outcomes)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.uploads: list[str] = []
        self.goes_on: asyncio.Event | None = None
        """Until this is set, no answer comes; None: each comes at once."""
        self._numbers = count(1)

    async def call(
        self,
        method: str,
        fields: Mapping[str, object] | None = None,
        uploads: Mapping[str, Upload] | None = None,
        *,
        read_seconds: float | None = None,
    ) -> Outcome:
        """Answer the next call."""
        self.calls.append((method, dict(fields or {})))
        self.uploads += uploads or ()
        if self.goes_on is not None:
            await self.goes_on.wait()
        if self.outcomes:
            return self.outcomes.popleft()
        return Accepted(result={"message_id": next(self._numbers)})

    @property
    def methods(self) -> list[str]:
        """What was called, in order."""
        return [method for method, _ in self.calls]

    @property
    def texts(self) -> list[str]:
        """The words that were sent or put in, in order."""
        return [str(fields["text"]) for _, fields in self.calls if "text" in fields]

    @property
    def chats(self) -> list[str]:
        """To whom, in order."""
        return [str(fields["chat_id"]) for _, fields in self.calls]
