"""Who may ask the page of phones to do something: this page alone, on this machine."""

import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.raw import Json

BODY_LIMIT = 64 * 1024
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

Answer = Callable[[Request], Awaitable[Response]]


class NotDone(Exception):
    """An act that cannot be done, with the words for the viewer and an HTTP code."""

    def __init__(self, words: str, code: int = 400) -> None:
        super().__init__(words)
        self.code = code


def on_this_machine(request: Request) -> bool:
    """Whether the page was asked for by a loopback name, so that no other site can stand in."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname in _LOOPBACK
    except ValueError:
        return False


def _check_origin(request: Request) -> None:
    host = request.headers.get("host", "")
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "same-origin")
    foreign = origin is not None and origin not in {f"http://{host}", f"https://{host}"}
    if foreign or site not in {"same-origin", "none"} or not on_this_machine(request):
        raise NotDone("Only the page of phones itself can do this.", 403)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise NotDone("Send JSON.", 415)


async def _read(request: Request) -> Json:
    sent = b""
    async for piece in request.stream():
        sent += piece
        if len(sent) > BODY_LIMIT:
            raise NotDone("That is too long to send.", 413)
    try:
        body = json.loads(sent or b"{}")
    except ValueError:
        raise NotDone("Send JSON.") from None
    if not isinstance(body, dict):
        raise NotDone("Send a JSON object.")
    return body


def guarded(act: Callable[[Request, Json], Awaitable[Json]]) -> Answer:
    """Let only the page itself do this act, and answer what cannot be done with words."""

    async def answer(request: Request) -> Response:
        try:
            _check_origin(request)
            return JSONResponse(await act(request, await _read(request)))
        except NotDone as wrong:
            return JSONResponse({"error": str(wrong)}, status_code=wrong.code)

    return answer
