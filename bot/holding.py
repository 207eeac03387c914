"""Holding: what one worker at a time does, for as long as its lease is its own."""

import asyncio
from datetime import datetime, timedelta

from bot.tasks import Task
from storage import leases
from storage.database import Database

END_SECONDS = 1.0


class Holding:
    """One lease as this worker knows it; `held` ends with its time, whether renewed or not."""

    def __init__(self, database: Database, name: str, owner: str, seconds: float) -> None:
        self._database = database
        self._name = name
        self._owner = owner
        self._span = timedelta(seconds=seconds)
        self._until = database.clock.lease_now()
        self._changed = asyncio.Event()

    @property
    def held(self) -> bool:
        """Whether nobody else can hold it now."""
        return self._database.clock.lease_now() < self._until

    async def renew(self) -> bool:
        """Take or keep it; False while somebody else has it."""
        at = self._database.clock.lease_now()
        async with self._database.writing() as writer:
            ours = await leases.hold(writer, self._name, self._owner, self._span.total_seconds())
        self._note(at + self._span if ours else at)
        return ours

    async def give_up(self) -> None:
        """Let it go, so that nobody has to wait for its end."""
        self._note(self._database.clock.lease_now())
        async with self._database.writing() as writer:
            await leases.give_up(writer, self._name, self._owner)

    async def while_held(self, run: Task, stopping: asyncio.Event) -> None:
        """Run whenever it is held, until `stopping` is set; broken off when it is lost."""
        while not stopping.is_set():
            if not self.held:
                await self._next_change(stopping)
                continue
            ending = asyncio.Event()
            running = asyncio.create_task(run(ending))
            try:
                while self.held and not stopping.is_set() and not running.done():
                    await self._next_change(stopping, running)
                ending.set()
                # What is lost must end soon; where all stops, nothing is broken off half-done.
                await asyncio.wait({running}, timeout=None if stopping.is_set() else END_SECONDS)
            finally:
                ending.set()
                running.cancel()
                await asyncio.wait({running})
            if not running.cancelled():
                running.result()

    def _note(self, until: datetime) -> None:
        self._until = until
        self._changed.set()
        self._changed = asyncio.Event()

    async def _next_change(
        self, stopping: asyncio.Event, running: "asyncio.Task[None] | None" = None
    ) -> None:
        left = (self._until - self._database.clock.lease_now()).total_seconds()
        waits = [asyncio.create_task(event.wait()) for event in (self._changed, stopping)]
        also = {running} if running is not None else set()
        try:
            await asyncio.wait(
                {*waits, *also},
                timeout=left if left > 0 else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            for wait in waits:
                wait.cancel()
