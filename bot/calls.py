"""Calls of the Bot API, and the four ways in which one can come out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.aiohttp_request import AiohttpRequest, NotSent, PerhapsSent, Upload

SUCCESS = range(200, 300)
SERVER_ERRORS = range(500, 600)


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """Telegram took it; `result` is what it answered."""

    result: object = None


@dataclass(frozen=True, kw_only=True)
class Rejected:
    """Telegram refused it, so it has not happened.

    `words` are Telegram's own, in lower case; `retry_after` is in seconds.
    """

    code: int
    words: str = ""
    retry_after: float | None = None
    moved_to: str = ""


@dataclass(frozen=True, kw_only=True)
class NotCarried:
    """It never left, so it has not happened."""


@dataclass(frozen=True, kw_only=True)
class Unknown:
    """It may have happened: no answer, a broken one, or an error of Telegram's own."""

    reason: str = ""


Outcome = Accepted | Rejected | NotCarried | Unknown


class Line(Protocol):
    """Whatever can call a method of the Bot API."""

    async def call(
        self,
        method: str,
        fields: Mapping[str, object] | None = None,
        uploads: Mapping[str, Upload] | None = None,
        *,
        read_seconds: float | None = None,
    ) -> Outcome:
        """Call it once and say how it came out."""


@dataclass(kw_only=True)
class TelegramLine:
    """Calls methods for one token; never raises for what the network or Telegram does."""

    request: AiohttpRequest
    token: str = field(repr=False)
    address: str = field(repr=False)

    async def call(
        self,
        method: str,
        fields: Mapping[str, object] | None = None,
        uploads: Mapping[str, Upload] | None = None,
        *,
        read_seconds: float | None = None,
    ) -> Outcome:
        """Call a method once and say how it came out."""
        url = f"{self.address}/bot{self.token}/{method}"
        try:
            code, body = await self.request.exchange(
                url, fields or {}, uploads, read_seconds=read_seconds
            )
        except NotSent:
            return NotCarried()
        except PerhapsSent as error:
            return Unknown(reason=error.message)
        return read_answer(code, body)


def read_answer(code: int, body: bytes) -> Outcome:
    """What an answer means; one that cannot be read leaves it unknown."""
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if code in SUCCESS:
        if isinstance(answer, dict) and answer.get("ok") is True:
            return Accepted(result=answer.get("result"))
        return Unknown(reason="unreadable answer")
    if code in SERVER_ERRORS:
        return Unknown(reason=f"HTTP {code}")
    given = answer if isinstance(answer, dict) else {}
    parameters = given.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    retry_after = parameters.get("retry_after")
    moved_to = parameters.get("migrate_to_chat_id")
    return Rejected(
        code=code,
        words=str(given.get("description", "")).lower(),
        retry_after=float(retry_after) if isinstance(retry_after, int | float) else None,
        moved_to="" if moved_to is None else str(moved_to),
    )
