"""Tasks: what runs until the service stops, some of it only while this process leads."""

import asyncio
from collections.abc import Callable, Coroutine

Task = Callable[[asyncio.Event], Coroutine[None, None, None]]
"""A task that ends when the event is set."""


async def once_set(wanted: asyncio.Event, run: Task, stopping: asyncio.Event) -> None:
    """Wait for an event, then run the task; neither, once the service stops."""
    waits = [asyncio.create_task(event.wait()) for event in (wanted, stopping)]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    if not stopping.is_set():
        await run(stopping)
