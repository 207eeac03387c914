"""HTTP to Telegram over aiohttp, with failures told apart by whether the call may have arrived."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.deciding import refuse_calls

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
UPLOAD_SECONDS = 30.0
CONNECTIONS = 80
KEEP_ALIVE_SECONDS = 15.0
JSON = {"Content-Type": "application/json"}


class NotSent(NetworkError):
    """The call never left: no connection could be made."""


class PerhapsSent(NetworkError):
    """The call left, but no answer came back: it may have been carried out."""


class PerhapsSentTooLate(TimedOut, PerhapsSent):
    """The call left, and the answer did not come in time."""


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file in a call: its neutral name, media type and content."""

    name: str
    media_type: str
    content: bytes


class AiohttpRequest(BaseRequest):
    """Keeps connections open and knows whether a failed call may have reached Telegram."""

    def __init__(self, *, read_seconds: float = READ_SECONDS) -> None:
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Make ready to call; connections are opened when they are needed."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(
                limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_SECONDS
            )
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One exchange for python-telegram-bot: the HTTP code and the body of the answer."""
        fields: Mapping[str, object] = request_data.parameters if request_data else {}
        uploads = {}
        for part, held in (request_data.multipart_data if request_data else {}).items():
            name, content, media_type = held
            body = content if isinstance(content, bytes) else content.read()
            uploads[part] = Upload(name=name, media_type=media_type, content=body)
        seconds = None if isinstance(read_timeout, DefaultValue) else read_timeout
        return await self.exchange(
            url,
            fields,
            uploads,
            method=method,
            read_seconds=seconds if isinstance(seconds, int | float) else None,
        )

    async def exchange(
        self,
        url: str,
        fields: Mapping[str, object],
        uploads: Mapping[str, Upload] | None = None,
        *,
        method: str = "POST",
        read_seconds: float | None = None,
    ) -> tuple[int, bytes]:
        """The HTTP code and the body of one call.

        Raises NotSent, PerhapsSent or PerhapsSentTooLate, and CallWhileDeciding while a unit is at
        the desk. No message of these names the address, which holds the token.
        """
        refuse_calls()
        await self.initialize()
        if self._session is None:
            raise NotSent("the connections are closed")
        read = read_seconds if read_seconds is not None else self._read_seconds
        timeout = aiohttp.ClientTimeout(
            total=read + CONNECT_SECONDS + (UPLOAD_SECONDS if uploads else 0.0),
            sock_connect=CONNECT_SECONDS,
            connect=CONNECT_SECONDS,
            sock_read=read + (UPLOAD_SECONDS if uploads else 0.0),
        )
        try:
            async with self._session.request(
                method,
                url,
                timeout=timeout,
                allow_redirects=False,
                proxy=proxy_for(*urlsplit(url)[:2]),
                **_body(fields, uploads or {}),
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from None
        except TimeoutError as error:
            raise PerhapsSentTooLate(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            raise PerhapsSent(type(error).__name__) from None


@cache
def proxy_for(scheme: str, host: str) -> str | None:
    """The proxy that the surroundings name for this host, looked up once; None: straight there."""
    return None if proxy_bypass(host) else getproxies().get(scheme)


def _body(fields: Mapping[str, object], uploads: Mapping[str, Upload]) -> dict[str, Any]:
    """JSON where there is no file: one text, and nothing in it is written twice."""
    if not fields and not uploads:
        return {}
    if not uploads:
        return {"data": json.dumps(fields).encode(), "headers": JSON}
    form = aiohttp.FormData()
    for key, value in fields.items():
        form.add_field(key, value if isinstance(value, str) else json.dumps(value))
    for key, upload in uploads.items():
        form.add_field(key, upload.content, filename=upload.name, content_type=upload.media_type)
    return {"data": form}
