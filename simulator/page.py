"""The page of phones: its routes, its files, and the stream of changes that keeps it true."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from importlib import resources
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from simulator.page_acts import Clock, act_on, find_column, move_clock
from simulator.page_json import page_json
from simulator.page_messages import PICTURES
from simulator.page_news import PageNews
from simulator.page_origin import Answer, NotDone, on_this_machine

if TYPE_CHECKING:
    from simulator.world import World

#: Seconds: changes that come closer together are told once.
COALESCE = 0.05
#: Seconds: after so long without a change the page is told the time again, and what it missed.
RETELL = 10.0

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def _page_files() -> dict[str, bytes]:
    folder = resources.files("simulator") / "page"
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.name.rpartition(".")[2] in _TYPES
    }


def _locally(answer: Answer) -> Answer:
    async def local(request: Request) -> Response:
        if not on_this_machine(request):
            return JSONResponse(
                {"error": "This page opens on the machine that runs it."}, 403, _HEADERS
            )
        return await answer(request)

    return local


def _file(files: dict[str, bytes], name: str) -> Response:
    if name not in files:
        return JSONResponse({"error": "There is no such file."}, 404, _HEADERS)
    return Response(files[name], headers=_HEADERS | {"Content-Type": _TYPES[name.split(".")[-1]]})


async def _changes(world: "World", *, movable: bool) -> AsyncIterator[str]:
    news = PageNews(world, movable=movable)
    while True:
        version = world.changed.version
        yield f"event: phones\ndata: {json.dumps(news.tell())}\n\n"
        if await world.changed.wait(version, RETELL) > version:
            await asyncio.sleep(COALESCE)


class _Stream(StreamingResponse):
    """A stream that ends quietly when the server that carries it is stopped."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with suppress(asyncio.CancelledError):
            await super().__call__(scope, receive, send)


def _document(world: "World", request: Request) -> Response:
    try:
        column = find_column(world, request.path_params["key"])
        message = column.chat.messages[request.path_params["message_id"]]
    except (NotDone, KeyError):
        message = None
    if message is None or message.deleted or message.document is None:
        return JSONResponse({"error": "There is no such document."}, 404, _HEADERS)
    document = message.document
    shown = document.mime_type in PICTURES
    headers = _HEADERS | {
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Content-Type": document.mime_type if shown else "application/octet-stream",
        "Content-Disposition": "inline" if shown else "attachment",
    }
    return Response(document.content, headers=headers)


def routes(world: "World", clock: Clock | None) -> list[Route]:
    """The page's routes for one world; without a clock its hands cannot be moved."""
    files = _page_files()
    movable = clock is not None

    async def index(_request: Request) -> Response:
        return _file(files, "index.html")

    async def file(request: Request) -> Response:
        return _file(files, request.path_params["file"])

    async def phones(_request: Request) -> Response:
        return JSONResponse(page_json(world, movable=movable), headers=_HEADERS)

    async def changes(_request: Request) -> Response:
        return _Stream(
            _changes(world, movable=movable), media_type="text/event-stream", headers=_HEADERS
        )

    async def document(request: Request) -> Response:
        return _document(world, request)

    shown = [
        Route("/", _locally(index)),
        Route("/page/{file}", _locally(file)),
        Route("/phones", _locally(phones)),
        Route("/phones/changes", _locally(changes)),
        Route("/phones/{key}/documents/{message_id:int}", _locally(document)),
        Route("/phones/{key}/{act}", act_on(world), methods=["POST"]),
    ]
    if clock is None:
        return shown
    return [*shown, Route("/clock", move_clock(world, clock), methods=["POST"])]
