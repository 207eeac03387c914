"""A signal that something in the world has changed, and waiting for it."""

import asyncio


class Signal:
    """Counts changes and wakes at once everyone who waits for the next one."""

    def __init__(self) -> None:
        self.version = 0
        self._waiting: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}

    def touch(self) -> None:
        """Say that something has changed; may be called with or without a running loop."""
        self.version += 1
        for event, loop in list(self._waiting.items()):
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    async def wait(self, since: int, timeout_seconds: float | None = None) -> int:
        """Wait until the version is past `since`, or the time is over; returns the version."""
        if self.version > since:
            return self.version
        event = asyncio.Event()
        self._waiting[event] = asyncio.get_running_loop()
        try:
            # A touch from another thread may fall between the first look and the registration.
            if self.version <= since:
                await asyncio.wait_for(event.wait(), timeout_seconds)
        except TimeoutError:
            pass
        finally:
            del self._waiting[event]
        return self.version
