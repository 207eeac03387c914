"""Serving: an application at an address of this machine, beside the service until it stops."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from commands.stopping import Stopped

MOST_AT_ONCE = 200
"""Connections served side by side; whoever comes above that is told to come again."""


class ServerWithoutSignals(uvicorn.Server):
    """A server that leaves the signals to us: the service stops first, then it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def free_or_stop(setting: str, listen: str) -> None:
    """Raises Stopped where nothing can listen at this address, before anything begins."""
    host, _, port = listen.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), int(port)))
        except OSError:
            raise Stopped(f"Nothing can listen at {listen} ({setting}): is it in use?") from None


async def serve_until(app: ASGIApp, listen: str, stopping: asyncio.Event) -> None:
    """Serve an application at this address and port until the service stops."""
    host, _, port = listen.rpartition(":")
    config = uvicorn.Config(
        app,
        host=host.strip("[]"),
        port=int(port),
        lifespan="off",
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
    )
    server = ServerWithoutSignals(config)
    serving = asyncio.create_task(server.serve())
    await stopping.wait()
    server.should_exit = True
    await serving
