"""Receiving by polling: what Telegram gives is stored before Telegram may believe we have it."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.calls import Accepted, Line, NotCarried, Outcome, Rejected, Unknown
from bot.from_memory import FromMemory
from bot.health import Health
from bot.stripping import Raw
from storage.kill_points import RECEIVED, STORED, pass_point
from storage.logs import logger

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "poll",
    "channel_post",
    "edited_channel_post",
)
"""What we ask for: what we understand, and what must meet a clear answer."""
POLL_SECONDS = 25
ANSWER_SECONDS = 10.0
LIMIT = 100
GATHER_SECONDS = 0.008
"""How long the next updates gather after some came, so that one transaction stores several."""
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0

Receive = Callable[[Sequence[Raw]], Awaitable[None]]
"""Stores a batch, whole or not at all; raises when it could not."""

log = logger("bot")


class Poller:
    """Asks for updates for ever; nothing that Telegram answers ends it.

    The offset confirms what is committed and is left out again as soon as it was heard: update ids
    may start again anywhere, so none is ever kept, nor compared.
    """

    def __init__(
        self,
        *,
        line: Line,
        receive: Receive,
        memory: FromMemory,
        health: Health,
        poll_seconds: int = POLL_SECONDS,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        self._line = line
        self._receive = receive
        self._memory = memory
        self._health = health
        self._poll_seconds = poll_seconds
        self._answer_seconds = answer_seconds
        self._confirms: int | None = None
        self.pause_seconds = 0.0

    async def run(self, stopping: asyncio.Event) -> None:
        """Receive until `stopping` is set.

        Another worker may have received since we did: what we were to confirm is not known here.
        """
        self._confirms = None
        while not stopping.is_set():
            try:
                if await self.receive_once():
                    await asyncio.sleep(GATHER_SECONDS)
            except Exception as error:  # noqa: BLE001 - a fault of ours must not make us deaf
                self._health.troubled("poll_failed")
                log.error("poll_failed", kind=type(error).__name__)
                self._lengthen_pause()
            if self.pause_seconds:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), self.pause_seconds)

    async def receive_once(self, *, wait: bool = True) -> int:
        """One getUpdates and one commit; returns how many updates are stored.

        Sets `pause_seconds`: how long to rest before the next.
        """
        seconds = self._poll_seconds if wait else 0
        fields: dict[str, object] = {
            "limit": LIMIT,
            "timeout": seconds,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if self._confirms is not None:
            fields["offset"] = self._confirms
        outcome = await self._line.call(
            "getUpdates", fields, read_seconds=seconds + self._answer_seconds
        )
        if not isinstance(outcome, Accepted) or not isinstance(outcome.result, list):
            self._back_off(outcome)
            return 0
        self._health.heard()
        self._confirms = None
        updates = [raw for raw in outcome.result if isinstance(raw, Mapping)]
        return await self._store(updates) if updates else self._rested()

    async def confirm(self) -> None:
        """Tell Telegram what is committed, without waiting for more; used when we stop."""
        if self._confirms is not None:
            fields = {"offset": self._confirms, "limit": 1, "timeout": 0}
            await self._line.call("getUpdates", fields, read_seconds=self._answer_seconds)

    async def _store(self, updates: list[Raw]) -> int:
        pass_point(RECEIVED)
        try:
            await self._receive(updates)
        except Exception as error:  # noqa: BLE001 - whatever it was, the batch is not confirmed
            self._health.troubled("receive_failed")
            log.error("receive_failed", error=type(error).__name__)
            self._lengthen_pause()
            await self._memory.answer(updates)
            return 0
        pass_point(STORED)
        numbers = [raw["update_id"] for raw in updates]
        self._confirms = max(number for number in numbers if isinstance(number, int)) + 1
        self._health.count("received", len(updates))
        self._rested()
        return len(updates)

    def _rested(self) -> int:
        self.pause_seconds = 0.0
        return 0

    def _back_off(self, outcome: Outcome) -> None:
        self._lengthen_pause()
        match outcome:
            case Rejected(code=code, retry_after=retry_after):
                self._health.troubled(f"poll_{code}")
                if retry_after is not None:
                    self.pause_seconds = min(retry_after, LONGEST_PAUSE_SECONDS)
            case NotCarried():
                self._health.troubled("poll_not_connected")
            case Unknown() | Accepted():
                self._health.troubled("poll_unanswered")
        log.warning("poll_failed", error=self._health.trouble)

    def _lengthen_pause(self) -> None:
        self.pause_seconds = min(
            max(FIRST_PAUSE_SECONDS, self.pause_seconds * 2), LONGEST_PAUSE_SECONDS
        )
