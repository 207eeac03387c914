"""Together: calls that come while one is being stored are stored with the next transaction."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.receiving import Receive
from bot.stripping import Raw


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Somebody who waits until these updates are stored."""

    updates: Sequence[Raw]
    stored: asyncio.Future[None]


class Together:
    """Telegram calls with one update at a time, forty calls at once: a commit for each is dear.

    A call that comes alone waits for nothing but its own storing.
    """

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._callers: list[Caller] = []
        self._storing: asyncio.Task[None] | None = None

    async def receive(self, updates: Sequence[Raw]) -> None:
        """Store these: committed when this returns; raises what storing them raised."""
        stored = asyncio.get_running_loop().create_future()
        self._callers.append(Caller(updates=updates, stored=stored))
        if self._storing is None or self._storing.done():
            self._storing = asyncio.create_task(self._store_all())
        await stored

    async def _store_all(self) -> None:
        while self._callers:
            callers, self._callers = self._callers, []
            fault = await self._store(callers)
            if fault is None or len(callers) == 1:
                _tell(callers, fault)
                continue
            # One of them may be what cannot be stored: the others must not suffer for it.
            for caller in callers:
                _tell([caller], await self._store([caller]))

    async def _store(self, callers: Sequence[Caller]) -> Exception | None:
        """Store what they brought in one transaction; returns what went wrong."""
        try:
            await self._receive([raw for caller in callers for raw in caller.updates])
        except Exception as fault:  # noqa: BLE001 - each caller is told, and Telegram calls again
            return fault
        return None


def _tell(callers: Sequence[Caller], fault: Exception | None) -> None:
    """Whoever hung up meanwhile is not told."""
    for caller in callers:
        if caller.stored.done():
            continue
        if fault is None:
            caller.stored.set_result(None)
        else:
            caller.stored.set_exception(fault)
