"""The web app: the Bot API, downloads and, where it is there, the page of phones."""

import asyncio
import hmac
import importlib.util
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from simulator.bodies import read_body
from simulator.calls import Reply, refusal_reply, take_call
from simulator.files import DOWNLOAD_LIMIT, UPLOAD_LIMIT
from simulator.refusals import Refused, unauthorized

if TYPE_CHECKING:
    from simulator.world import World

#: A bot's idle connections must not be closed under it sooner than the real server would.
KEEP_ALIVE_SECONDS = 75
#: Room for the other fields of a form beside the largest file.
BODY_LIMIT = UPLOAD_LIMIT + (1 << 20)


class _Protocol(H11Protocol):
    """Tells the app its connection, so that a fault can drop it."""

    def connection_made(self, transport: Any) -> None:
        self.app_state = {**self.app_state, "connection": transport}
        super().connection_made(transport)


def _known_token(world: "World", token: str) -> bool:
    return hmac.compare_digest(token.encode(), world.token.encode())


async def _response(request: Request, reply: Reply) -> Response:
    if reply.dropped:
        connection = getattr(request.state, "connection", None)
        if connection is None:
            raise ConnectionResetError("The connection is dropped by a scripted fault.")
        connection.abort()
        # The server has to see the loss before the answer below comes to nothing.
        await asyncio.sleep(0)
        return Response(status_code=500)
    if isinstance(reply.body, bytes):
        kind = "application/json" if reply.code == 200 else "text/html"
        return Response(reply.body, status_code=reply.code, media_type=kind)
    headers: dict[str, str] = {}
    wait = reply.body.get("parameters", {}).get("retry_after")
    if wait is not None:
        headers["Retry-After"] = str(wait)
    body = json.dumps(reply.body, ensure_ascii=False).encode()
    return Response(body, status_code=reply.code, headers=headers, media_type="application/json")


async def _answer(world: "World", request: Request) -> Reply:
    if not _known_token(world, request.path_params["token"]):
        return refusal_reply(unauthorized())
    if int(request.headers.get("content-length", 0)) > BODY_LIMIT:
        return refusal_reply(Refused(413, "Request Entity Too Large"))
    try:
        raw, uploads = read_body(
            request.headers.get("content-type", ""), await request.body(), request.query_params
        )
    except Refused as refusal:
        return refusal_reply(refusal)
    return await take_call(world, request.path_params["method"], raw, uploads)


async def _until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _api(world: "World") -> Any:
    async def api(request: Request) -> Response:
        await request.body()
        answering = asyncio.ensure_future(_answer(world, request))
        # A poller that went away must not go on waiting in its successor's place.
        gone = asyncio.ensure_future(_until_gone(request))
        try:
            await asyncio.wait({answering, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not answering.done() and request.path_params["method"].lower() == "getupdates":
                answering.cancel()
                return Response(status_code=500)
            return await _response(request, await answering)
        finally:
            gone.cancel()
            with suppress(asyncio.CancelledError):
                await gone

    return api


def _download(world: "World") -> Any:
    async def download(request: Request) -> Response:
        if not _known_token(world, request.path_params["token"]):
            return await _response(request, refusal_reply(unauthorized()))
        stored = world.files.at_path(request.path_params["path"])
        if stored is None or stored.size > DOWNLOAD_LIMIT:
            return await _response(request, refusal_reply(Refused(404, "Not Found")))
        return Response(stored.content, media_type="application/octet-stream")

    return download


def _page_routes(world: "World", clock: Any) -> list[BaseRoute]:
    """The page of phones, where it is installed; other bots can be tried without it."""
    found = importlib.util.find_spec("simulator.page")
    if found is None or found.origin is None:
        return []
    from simulator.page import routes

    return list(routes(world, clock))


def build(world: "World", clock: Any = None) -> Starlette:
    """The app of one world.

    `clock` lets the page move the time: it has `now() -> datetime` and
    `async move(words: str) -> datetime`.
    """
    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", _api(world), methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", _download(world)),
            *_page_routes(world, clock),
        ]
    )
    app.state.world = world
    return app


@asynccontextmanager
async def serve(app: Starlette, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve the app on a loopback port (0 takes a free one) and yield its root address.

    At the end every connection is cut at once, as when Telegram goes away.
    """
    config = uvicorn.Config(
        app,
        http=_Protocol,
        ws="none",
        lifespan="off",
        log_level="warning",
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    # uvicorn's own server installs signals and takes tenths of a second to stop; tests need many.
    listener = await loop.create_server(
        lambda: _Protocol(config=config, server_state=state, app_state={}), host, port
    )
    try:
        yield f"http://{host}:{listener.sockets[0].getsockname()[1]}"
    finally:
        app.state.world.close()
        listener.close()
        for connection in list(state.connections):
            connection.transport.abort()
        for task in list(state.tasks):
            task.cancel()
        await asyncio.gather(*state.tasks, return_exceptions=True)
        await listener.wait_closed()
