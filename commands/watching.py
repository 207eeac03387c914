"""The door for watchers: /health and /metrics on a private address, beside the service."""

import asyncio

from bot.service import Service
from bot.tasks import Task
from bot.watch_page import build_watch_page
from commands.serving import serve_until
from desk.alarms import Operator
from mail.carrier import Carrier
from mail.relay import Relay
from storage.settings import Settings


class WatchDoor:
    """Served until the service stops; nothing on it is personal, and nobody outside needs it."""

    def __init__(self, service: Service, listen: str) -> None:
        self._page = build_watch_page(service.health, service.database)
        self._listen = listen

    async def serve(self, stopping: asyncio.Event) -> None:
        """Serve it."""
        await serve_until(self._page, self._listen, stopping)


def operator_of(settings: Settings) -> Operator:
    """Who is told of alarms, and which watcher outside gets the sign of life."""
    return Operator(
        chat=settings.operator_chat,
        mail=settings.mail.operator if settings.mail is not None else "",
        heartbeat=settings.heartbeat_url,
    )


def letters_of(settings: Settings, service: Service) -> list[Task]:
    """What carries letters, where the service has a mail server."""
    mail = settings.mail
    if mail is None:
        return []
    relay = Relay(
        host=mail.host, port=mail.port, name=mail.name, password=mail.password, sender=mail.sender
    )
    return [Carrier(service.database, relay, service.health.count).run]
