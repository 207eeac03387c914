"""Turns: the desk is taken to what has come, which a resting desk is handed with the storing."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.health import Health
from storage import inbox
from storage.database import Writer
from storage.inbox import Claim
from storage.logs import logger

TURN_SECONDS = 0.25
"""How often the inbox is looked at when nobody wakes us: failed tries wait parts of a second."""
GATHER_SECONDS = 0.004
"""How long updates gather after a turn, so that the next one decides several."""

TakeTurn = Callable[[Sequence[Claim] | None], Awaitable[int]]
"""Decides what is claimed for it, or claims for itself; returns how many updates it took."""

log = logger("bot")


@dataclass(frozen=True, kw_only=True)
class Handed:
    """Updates claimed for a resting desk as they were stored; `more`: others wait behind them."""

    claims: Sequence[Claim]
    more: bool


class Turns:
    """One turn after another, until it is stopped."""

    def __init__(self, *, take_turn: TakeTurn, batch: int, health: Health) -> None:
        self._take_turn = take_turn
        self._batch = batch
        self._health = health
        self._woken = asyncio.Event()
        self._stopping = asyncio.Event()
        self._handed: Handed | None = None
        self._rests = False

    async def hand_over(self, writer: Writer, new: int) -> Handed | None:
        """Claim what is stored in this transaction, `new` updates; None where the desk is busy.

        A claim of its own would cost a second transaction, which one person alone waits for.
        """
        if not new or not self._rests or self._stopping.is_set():
            return None
        self._rests = False
        claims = await inbox.claim(writer, self._batch)
        return Handed(claims=claims, more=new > len(claims))

    def take_up(self, handed: Handed | None) -> None:
        """It is committed: go on at once."""
        if handed is not None and handed.claims:
            # A desk that looked by itself meanwhile may rest, and be handed more, before this.
            waiting = self._handed.claims if self._handed is not None else ()
            more = handed.more or bool(waiting)
            self._handed = Handed(claims=[*waiting, *handed.claims], more=more)
        self._woken.set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Take turns until `stopping` is set; what was handed over by then is decided."""
        self._stopping = stopping
        while not stopping.is_set() or self._handed is not None:
            self._woken.clear()
            handed, self._handed = self._handed, None
            if await self._take(handed) and (handed is None or handed.more):
                await asyncio.sleep(GATHER_SECONDS)
            else:
                await self._rest()

    async def _take(self, handed: Handed | None) -> int:
        try:
            return await self._take_turn(handed.claims if handed is not None else None)
        except Exception as error:  # noqa: BLE001 - the inbox waits; the loop must not end
            self._health.troubled("turn_failed")
            log.error("turn_failed", kind=type(error).__name__)
            return 0

    async def _rest(self) -> None:
        self._rests = True
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), TURN_SECONDS)
        self._rests = False
