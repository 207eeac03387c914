"""Answering presses: takes the waiting sign off a button, best effort, after the commit."""

import asyncio
from collections.abc import Mapping

from bot.calls import Accepted, Line
from bot.health import Health

TOAST_LIMIT = 200
"""Characters of a short answer above the chat."""
MOST_AT_ONCE = 50
ANSWER_SECONDS = 5.0


class Answering:
    """Answers in the background; what fails is counted and forgotten."""

    def __init__(self, line: Line, health: Health) -> None:
        self._line = line
        self._health = health
        self._under_way: set[asyncio.Task[None]] = set()

    def answer(self, raw: Mapping[str, object], toast: str) -> None:
        """Answer the press in this update, if it is one; returns at once."""
        query = raw.get("callback_query")
        if not isinstance(query, Mapping) or len(self._under_way) >= MOST_AT_ONCE:
            return
        task = asyncio.create_task(self._answer(str(query.get("id", "")), toast[:TOAST_LIMIT]))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _answer(self, query: str, toast: str) -> None:
        fields: dict[str, object] = {"callback_query_id": query}
        if toast:
            fields["text"] = toast
        outcome = await self._line.call("answerCallbackQuery", fields, read_seconds=ANSWER_SECONDS)
        if not isinstance(outcome, Accepted):
            self._health.count("press_unanswered")

    async def finish(self) -> None:
        """Wait for the answers under way."""
        await asyncio.gather(*self._under_way)
