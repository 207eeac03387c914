"""What each failure of the network means: it was not sent, or nobody can know."""

import asyncio
from typing import Any
from unittest.mock import Mock

import aiohttp
import pytest

from bot.aiohttp_request import AiohttpRequest
from bot.calls import Accepted, NotCarried, Outcome, Rejected, TelegramLine, Unknown, read_answer

KEY = Mock(host="127.0.0.1", port=9, ssl=False)
"""What aiohttp names a connection by."""
NOTHING_LEFT: tuple[BaseException, ...] = (
    aiohttp.ClientConnectorError(KEY, OSError(111, "refused")),
    aiohttp.ClientConnectorDNSError(KEY, OSError(-2, "no such name")),
    aiohttp.ClientProxyConnectionError(KEY, OSError(111, "refused")),
    aiohttp.ClientConnectorCertificateError(KEY, ValueError("not its certificate")),
    aiohttp.ConnectionTimeoutError(),
)
NOBODY_KNOWS: tuple[BaseException, ...] = (
    aiohttp.SocketTimeoutError(),
    aiohttp.ServerTimeoutError(),
    TimeoutError(),
    aiohttp.ServerDisconnectedError(),
    aiohttp.ClientOSError(104, "reset"),
    aiohttp.ClientPayloadError("cut off"),
    aiohttp.ClientResponseError(Mock(), ()),
    BrokenPipeError(),
)


class Failing:
    """In place of aiohttp's connections: every call ends with this."""

    def __init__(self, failure: BaseException) -> None:
        self.failure = failure
        self.closed = False

    def request(self, *_: Any, **__: Any) -> "Failing":
        """Begin a call."""
        return self

    async def __aenter__(self) -> None:
        raise self.failure

    async def __aexit__(self, *_: object) -> None: ...


async def outcome_of(failure: BaseException) -> Outcome:
    request = AiohttpRequest()
    request._session = Failing(failure)  # type: ignore[assignment]
    line = TelegramLine(request=request, token="100:secret", address="http://127.0.0.1:9")
    return await line.call("sendMessage", {"chat_id": 1, "text": "Hello"})


@pytest.mark.parametrize("failure", NOTHING_LEFT, ids=lambda failure: type(failure).__name__)
async def test_without_a_connection_nothing_has_happened(failure: BaseException) -> None:
    assert await outcome_of(failure) == NotCarried()


@pytest.mark.parametrize("failure", NOBODY_KNOWS, ids=lambda failure: type(failure).__name__)
async def test_once_it_has_left_nobody_can_know(failure: BaseException) -> None:
    outcome = await outcome_of(failure)
    assert isinstance(outcome, Unknown)
    assert outcome.reason


async def test_a_call_that_is_cancelled_is_no_outcome() -> None:
    with pytest.raises(asyncio.CancelledError):
        await outcome_of(asyncio.CancelledError())


@pytest.mark.parametrize(
    ("code", "body", "kind"),
    [
        (200, b'{"ok": true, "result": {}}', Accepted),
        (200, b'{"ok": false}', Unknown),
        (200, b"<html>", Unknown),
        *[(code, b"", Unknown) for code in (500, 502, 503, 504)],
        *[(code, b"{}", Rejected) for code in (301, 400, 401, 403, 404, 409, 413, 429)],
    ],
)
def test_what_an_answer_means(code: int, body: bytes, kind: type[Outcome]) -> None:
    assert isinstance(read_answer(code, body), kind)
