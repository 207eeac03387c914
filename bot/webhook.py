"""Receiving by webhook: stored and committed first, then answered with 200."""

import hmac
import json
from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.from_memory import FromMemory
from bot.health import Health
from bot.receiving import Receive
from bot.together import Together
from bot.watch_page import health_route
from storage.logs import logger

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LARGEST_BODY = 1024 * 1024
"""Bytes; an update of Telegram is far smaller."""
RETRY_AFTER_SECONDS = "5"

log = logger("bot")


def build_webhook(
    *, secret: str, receive: Receive, memory: FromMemory, health: Health
) -> Starlette:
    """The application that Telegram calls.

    Raises ValueError without a secret: anybody could then write in anybody's name.
    """
    if not secret:
        raise ValueError("A webhook needs HEARTHLINE_WEBHOOK_SECRET.")

    together = Together(receive)

    async def take(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            health.count("webhook_wrong_secret")
            return Response(status_code=403)
        body = await _read(request)
        if body is None:
            return Response(status_code=413)
        try:
            raw = json.loads(body)
        except ValueError:
            raw = None
        if not isinstance(raw, Mapping) or not isinstance(raw.get("update_id"), int):
            return Response(status_code=400)
        try:
            await together.receive([raw])
        except Exception as error:  # noqa: BLE001 - whatever it was, Telegram must repeat it
            health.troubled("receive_failed")
            log.error("receive_failed", error=type(error).__name__)
            await memory.answer([raw])
            return Response(status_code=503, headers={"Retry-After": RETRY_AFTER_SECONDS})
        health.heard()
        health.count("received")
        return Response(status_code=200)

    return Starlette(
        routes=[
            Route(PATH, take, methods=["POST"]),
            health_route(health),
        ]
    )


async def _read(request: Request) -> bytes | None:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)
