"""Handing updates over: to whoever asks for them, or to the addresses of several workers."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Hook:
    """Where a worker listens for updates, and the secret that it expects."""

    host: str
    port: int
    path: str
    secret: str


class Sender:
    """Keeps a few lines open to each worker and hands each update to one of them."""

    def __init__(self, hooks: tuple[Hook, ...], lines: int = 20) -> None:
        self._hooks = hooks
        self._queue: asyncio.Queue[Mapping[str, object]] = asyncio.Queue()
        self._tasks = [asyncio.create_task(self._carry(hook)) for hook in hooks * lines]

    def put(self, update: Mapping[str, object]) -> None:
        """Hand an update to whichever line is free first."""
        self._queue.put_nowait(update)

    async def _carry(self, hook: Hook) -> None:
        reader, writer = await asyncio.open_connection(hook.host, hook.port)
        while True:
            update = await self._queue.get()
            body = json.dumps(update).encode()
            head = (
                f"POST {hook.path} HTTP/1.1\r\nHost: {hook.host}\r\n"
                f"X-Telegram-Bot-Api-Secret-Token: {hook.secret}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            writer.write(head.encode() + body)
            said = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = said.partition("content-length:")[2].partition("\r\n")[0].strip()
            await reader.readexactly(int(length or 0))
            if " 200 " not in said.partition("\r\n")[0] + " ":
                self._queue.put_nowait(update)
                await asyncio.sleep(0.1)
