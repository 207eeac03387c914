"""Our own name: asked of Telegram until it answers; links and commands in groups need it."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping

from bot.calls import Accepted, Line

NAME_SECONDS = 30.0
"""How long we rest before asking again."""


async def ask_name(line: Line, stopping: asyncio.Event, know: Callable[[str], None]) -> None:
    """Ask until Telegram says it, or until the service stops."""
    while not stopping.is_set():
        outcome = await line.call("getMe")
        if isinstance(outcome, Accepted) and isinstance(outcome.result, Mapping):
            know(str(outcome.result.get("username", "")))
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), NAME_SECONDS)
