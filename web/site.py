"""The site: one-time links, opened by a press and never by looking."""

import hmac
from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from conversations.advocacy_letter import GOT_IT, NOTED
from conversations.screen import File
from desk import advocacy_letters as letters
from desk import one_time_links as links
from desk.opening import Maker
from desk.say import MARKS
from desk.scene import ONCE
from fostering.one_time_links import TRIES_WITHIN, Purpose
from fostering.policy import Policy
from fostering.refusals import LinkNotGood
from storage.database import Database
from storage.logs import logger
from storage.one_time_links import answer_proof, form_proof
from web import sheets
from web.headers import WithHeaders

LARGEST_BODY = 2048
"""Bytes; the form of a link sends less than a hundred."""
NETWORK_BITS = 64
"""Of an IPv6 address: one customer of a network has all the addresses behind it."""

log = logger("web")


class Site:
    """Answers for one database; holds no state between requests."""

    def __init__(
        self, database: Database, policy: Policy, purposes: Mapping[Purpose, Maker]
    ) -> None:
        self._database = database
        self._policy = policy
        self._purposes = purposes
        self._mode = MARKS.get(policy.mode, "")

    async def take(self, request: Request) -> Response:
        """GET (and HEAD) asks and spends nothing; only the POST of our own form opens."""
        address = address_of(request)
        try:
            if not await links.may_try_from(self._database, address):
                return self._nothing(429)
            token = request.path_params["token"]
            answer = await (
                self._open(request, token) if request.method == "POST" else self._ask(token)
            )
            if answer is None:
                await links.note_failed(self._database, address)
                return self._nothing(404)
        except Exception as fault:  # noqa: BLE001 - whatever it was, it must show and log no words
            log.error("page_failed", kind=type(fault).__name__)
            return HTMLResponse(sheets.again(self._policy.languages, self._mode), status_code=503)
        return answer

    async def refuse(self, _request: Request, reason: Exception) -> Response:
        """No such address, or no such way to ask."""
        code = reason.status_code if isinstance(reason, HTTPException) else 404
        given = reason.headers if isinstance(reason, HTTPException) else None
        answer = self._nothing(code)
        answer.headers.update(given or {})
        return answer

    async def _ask(self, token: str) -> Response | None:
        words = await links.look(self._database, self._policy, token)
        if words is None:
            words = await letters.look(self._database, self._policy, token)
        if words is None:
            return None
        proof = form_proof(self._database, token)
        return HTMLResponse(sheets.question(words, proof, self._mode))

    async def _open(self, request: Request, token: str) -> Response | None:
        given = (await read_proof(request)).encode()
        if hmac.compare_digest(given, answer_proof(self._database, token).encode()):
            return await self._take_on(token)
        if not hmac.compare_digest(given, form_proof(self._database, token).encode()):
            return None
        try:
            content = await links.open_once(self._database, self._policy, token, self._purposes)
        except LinkNotGood:
            return await self._open_letter(token)
        if isinstance(content, File):
            kept = f'attachment; filename="{content.name}"'
            return Response(
                content.content,
                media_type=content.media_type,
                headers={"Content-Disposition": kept},
            )
        return HTMLResponse(sheets.shown(content))

    async def _open_letter(self, token: str) -> Response | None:
        """What is behind a letter to an advocacy provider; its one button answers once."""
        try:
            sheet = await letters.open_once(self._database, self._policy, token)
        except LinkNotGood:
            return None
        proof = answer_proof(self._database, token)
        return HTMLResponse(sheets.shown(sheet, sheets.answer(sheet, GOT_IT, proof)))

    async def _take_on(self, token: str) -> Response | None:
        try:
            words = await letters.say_got(self._database, self._policy, token)
        except LinkNotGood:
            return None
        return HTMLResponse(sheets.noted(words, NOTED, self._mode))

    def _nothing(self, code: int) -> Response:
        later = {"Retry-After": str(int(TRIES_WITHIN.total_seconds()))} if code == 429 else None
        page = sheets.nothing(self._policy.languages, self._mode)
        return HTMLResponse(page, status_code=code, headers=later)


def build_site(
    database: Database, policy: Policy, purposes: Mapping[Purpose, Maker] = links.PURPOSES
) -> ASGIApp:
    """The application; whatever encrypts stands in front of it."""
    site = Site(database, policy, purposes)
    app = Starlette(
        routes=[Route(f"{ONCE}/{{token}}", site.take, methods=["GET", "POST"])],
        exception_handlers={HTTPException: site.refuse},
    )
    app.router.redirect_slashes = False
    return WithHeaders(app, behind_tls=policy.pages_address.startswith("https://"))


def address_of(request: Request) -> str:
    """Where a request comes from, as the proxy in front says; of IPv6 the network."""
    host = request.client.host if request.client is not None else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.version == 4:
        return host
    return str(ip_network((address, NETWORK_BITS), strict=False))


async def read_proof(request: Request) -> str:
    """What the form sent; "" where it is too long or no form of ours."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            return ""
    fields = parse_qs(body.decode("ascii", errors="replace"), max_num_fields=4)
    return fields.get(sheets.PROOF, [""])[0]
