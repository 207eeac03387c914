"""A proxy before several workers: by turns, and on to the next one where one is silent."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

SILENCE_SECONDS = 1.0
"""After this a worker counts as silent, and the next is asked the same."""
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class Proxy:
    """Passes each call to one of these ports of this machine; `asked` counts who answered."""

    def __init__(self, ports: Sequence[int]) -> None:
        self.ports = [*ports]
        self.asked: dict[int, int] = dict.fromkeys(ports, 0)

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One call, from its first byte to the end of its answer."""
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            length = LENGTH.search(head)
            call = head + await reader.readexactly(int(length[1]) if length else 0)
            for _ in self.ports:
                self.ports.append(self.ports.pop(0))
                port = self.ports[-1]
                with suppress(OSError, TimeoutError):
                    answer = await asyncio.wait_for(ask(port, call), SILENCE_SECONDS)
                    if answer:
                        self.asked[port] += 1
                        writer.write(answer)
                        await writer.drain()
                        break
        writer.close()


async def ask(port: int, call: bytes) -> bytes:
    """A whole answer; the call says that the connection is to be closed after it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(call)
        return await reader.read()
    finally:
        writer.close()


@asynccontextmanager
async def a_proxy(ports: Sequence[int]) -> AsyncIterator[tuple[str, Proxy]]:
    """A proxy before these ports, and its address."""
    proxy = Proxy(ports)
    server = await asyncio.start_server(proxy.take, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", proxy
    finally:
        server.close()
