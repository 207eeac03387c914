"""How the bot takes its updates: by waiting polls, or by a webhook."""

import asyncio
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from simulator.raw import Json
from simulator.refusals import Refused, bad_request, conflict, too_many
from simulator.webhooks import Webhook, deliver

if TYPE_CHECKING:
    from simulator.world import World

OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
LIMIT = 100
TIMEOUT_SECONDS = 50
HOLD_BACK_SECONDS = 3.0
SAME_OFFSET_SECONDS = 3.0
AT_ONCE_SECONDS = 0.5
PORTS = frozenset({443, 80, 88, 8443})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Receiving:
    """The one poll that may wait, and the webhook if there is one."""

    def __init__(self, world: "World") -> None:
        self.world = world
        self.webhook: Webhook | None = None
        self._poll: asyncio.Future[Refused] | None = None
        self._delivering: asyncio.Task[None] | None = None
        self._last_asked = (0, float("-inf"))
        self._last_conflict = float("-inf")
        self._last_set = float("-inf")

    def close(self) -> None:
        """Stop delivering to the webhook."""
        self._stop_webhook()

    def end_poll(self, refusal: Refused) -> None:
        """Let the poll that waits fail."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(refusal)

    async def get_updates(self, params: Json) -> list[Json]:
        """`getUpdates`: of two polls the one that was waiting first fails with a 409."""
        if self.webhook is not None:
            raise conflict(WEBHOOK_ACTIVE)
        self.end_poll(conflict(OTHER_POLLER))
        self.world.queue.set_allowed(params.get("allowed_updates"))
        limit = min(max(params.get("limit", LIMIT), 1), LIMIT)
        timeout = min(max(params.get("timeout", 0), 0), TIMEOUT_SECONDS)
        if self.world.pacing:
            timeout, limit = self._slow_down(params.get("offset", 0), timeout, limit)
        loop = asyncio.get_running_loop()
        until = loop.time() + timeout
        ended = self._poll = loop.create_future()
        try:
            return await self._wait_for_updates(params.get("offset", 0), limit, until, ended)
        finally:
            if self._poll is ended:
                self._poll = None

    def _slow_down(self, offset: int, timeout: float, limit: int) -> tuple[float, int]:
        """Asking for the same offset again too soon waits longer and gets less."""
        at = asyncio.get_running_loop().time()
        last_offset, last_at = self._last_asked
        self._last_asked = (offset, at)
        if offset != last_offset or at - last_at >= SAME_OFFSET_SECONDS:
            return timeout, limit
        if at - last_at < AT_ONCE_SECONDS:
            limit = 1
        return max(timeout, SAME_OFFSET_SECONDS), limit

    async def _wait_for_updates(
        self, offset: int, limit: int, until: float, ended: "asyncio.Future[Refused]"
    ) -> list[Json]:
        loop = asyncio.get_running_loop()
        arrived = self.world.queue.arrived
        while True:
            version = arrived.version
            updates = self.world.queue.take(offset, limit)
            left = until - loop.time()
            if updates or left <= 0:
                return updates
            waiting = asyncio.ensure_future(arrived.wait(version, left))
            try:
                either: set[asyncio.Future[Any]] = {waiting, ended}
                await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            finally:
                waiting.cancel()
            if ended.done():
                await self._hold_back()
                raise ended.result()
            # An offset below zero counts from the end as it was when the call came.
            offset = max(offset, 0)

    async def _hold_back(self) -> None:
        """With natural pacing, 409s within three seconds of each other are held back."""
        loop = asyncio.get_running_loop()
        recent = loop.time() - self._last_conflict < HOLD_BACK_SECONDS
        self._last_conflict = loop.time()
        if recent and self.world.pacing:
            await asyncio.sleep(HOLD_BACK_SECONDS)

    def set_webhook(self, params: Json) -> bool:
        """`setWebhook`; an empty address removes it."""
        url: str = params["url"]
        if not url:
            return self.delete_webhook(params)
        self._check_url(url)
        secret: str = params.get("secret_token", "")
        if len(secret) > 256:
            raise bad_request("secret token is too long")
        if not re.fullmatch("[A-Za-z0-9_-]*", secret):
            raise bad_request("secret token contains unallowed characters")
        loop = asyncio.get_running_loop()
        if self.world.pacing and loop.time() - self._last_set < 1:
            raise too_many(1)
        self._last_set = loop.time()
        self._stop_webhook()
        self.world.queue.set_allowed(params.get("allowed_updates"))
        if params.get("drop_pending_updates"):
            self.world.queue.clear()
        self.end_poll(conflict("terminated by setWebhook request"))
        self.webhook = Webhook(
            url=url,
            secret=secret,
            max_connections=min(max(params.get("max_connections", 40), 1), 100),
        )
        self._delivering = loop.create_task(deliver(self.world, self.webhook))
        return True

    def _check_url(self, url: str) -> None:
        try:
            parts = urlsplit(url)
            port = parts.port or 443
        except ValueError as error:
            raise bad_request("bad webhook: invalid webhook URL specified") from error
        if self.world.plain_webhooks and parts.hostname in LOOPBACK:
            return
        if parts.scheme != "https":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if port not in PORTS:
            raise bad_request(
                "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
            )

    def delete_webhook(self, params: Json) -> bool:
        """`deleteWebhook`."""
        self._stop_webhook()
        if params.get("drop_pending_updates"):
            self.world.queue.clear()
        return True

    def _stop_webhook(self) -> None:
        self.webhook = None
        if self._delivering is not None and not self._delivering.get_loop().is_closed():
            self._delivering.cancel()
        self._delivering = None

    def get_webhook_info(self) -> Json:
        """`getWebhookInfo`."""
        body: Json = {
            "url": self.webhook.url if self.webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.world.queue.waiting()),
        }
        if self.world.queue.allowed is not None:
            body["allowed_updates"] = sorted(self.world.queue.allowed)
        if self.webhook:
            body["max_connections"] = self.webhook.max_connections
            if self.webhook.last_error:
                body |= self.webhook.last_error
        return body
