"""The heartbeat: a sign of life to a watcher outside, sent only after a look that found nothing."""

from bot.aiohttp_request import AiohttpRequest, NotSent, PerhapsSent
from storage.logs import logger

GOOD = range(200, 300)

log = logger("bot")


class Heartbeat:
    """Calls one address; it carries nothing, and what is answered is not read for anything."""

    def __init__(self, address: str, request: AiohttpRequest) -> None:
        self._address = address
        self._request = request

    async def beat(self) -> bool:
        """Call once; whether it was taken. Without an address there is nothing to do."""
        if not self._address:
            return False
        try:
            code, _ = await self._request.exchange(self._address, {}, method="GET")
        except (NotSent, PerhapsSent) as fault:
            log.warning("heartbeat_failed", kind=type(fault).__name__)
            return False
        if code not in GOOD:
            log.warning("heartbeat_failed", code=code)
        return code in GOOD
