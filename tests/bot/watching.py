"""A watch with a watcher outside, driven minute by minute."""

from starlette.requests import Request
from starlette.responses import Response

from bot.watch import Watch
from fostering.audit import EVERY
from tests.storage_fixtures import HandClock

CHAT = "-1001234567890"
MINUTE = EVERY.total_seconds()
HEARTBEAT_PATH = "/ping/a-secret-address"


class Watcher:
    """A watcher outside: it counts what it is told, and may be ill itself."""

    def __init__(self) -> None:
        self.beats: list[Request] = []
        self.answer = 200

    async def take(self, request: Request) -> Response:
        self.beats.append(request)
        return Response(status_code=self.answer, headers={"Location": "/elsewhere"})

    def close(self) -> None:
        """The simulator's server closes what it serves."""


async def a_good_minute(watch: Watch, clock: HandClock) -> None:
    """A minute in which Telegram answered and the clock ticked."""
    clock.wait(MINUTE)
    watch.health.heard()
    watch.health.ticked()
    await watch.see_to_it()
