"""`hearthline run`: the bot, until it is asked to stop."""

import asyncio
import signal
from contextlib import suppress
from dataclasses import replace

from bot.calls import Accepted, Line
from bot.pacing import TELEGRAM, Pace
from bot.receiving import ALLOWED_UPDATES
from bot.service import Service
from bot.tasks import Task
from bot.tick import Outgrown
from bot.webhook import PATH, build_webhook
from commands.collecting import calm_the_collector
from commands.moving_time import on_this_machine
from commands.opening import bullets, open_or_stop
from commands.pausing import say_that_it_waits, since_restored
from commands.policy import policy_or_stop, ready_or_stop, with_languages_offered
from commands.serving import free_or_stop, serve_until
from commands.stopping import Stopped
from commands.watching import WatchDoor, letters_of, operator_of
from desk.switches import note_switches
from fostering.policy import Mode, Policy
from storage.alone import NotAlone, alone, take_over
from storage.clock import Clock
from storage.database import Database
from storage.faults import DatabaseFault
from storage.logs import set_up_logs
from storage.migrating import check
from storage.settings import Settings
from web.site import build_site

STOPS = (signal.SIGINT, signal.SIGTERM)
RETRY_SECONDS = 30.0


def run_service(pace: Pace = TELEGRAM) -> None:
    """Run until SIGINT or SIGTERM; raises Stopped naming every gap before anything begins.

    No setting and no command line knows `pace`: only a demo and a benchmark bring their own.
    """
    calm_the_collector()
    settings = ready_or_stop(Clock().now())
    set_up_logs(token=settings.token)
    loop_maker = _loop_maker()
    with suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=loop_maker) as runner:
        try:
            runner.run(_run(settings, pace))
        except DatabaseFault as fault:
            raise Stopped(fault.words) from None
        except Outgrown as why:
            raise Stopped(str(why)) from None


def only_where_nobody_reads(address: str, policy: Policy) -> None:
    """Raises Stopped unless this is a demo, with its Bot API on this machine."""
    if policy.mode is not Mode.DEMO or not on_this_machine(address):
        raise Stopped("Only a demo on this machine may run faster than Telegram allows.")


def _loop_maker() -> "type[asyncio.AbstractEventLoop] | None":
    """The faster loop where there is one."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.Loop


async def _run(settings: Settings, pace: Pace) -> None:
    try:
        with alone(settings.database_url) as nobody_else:
            await _serve(settings, nobody_else, pace)
    except NotAlone:
        raise Stopped("Hearthline is running already on this database file.") from None


async def _serve(settings: Settings, nobody_else: bool, pace: Pace) -> None:
    if wrong := await check(settings.database_url):
        raise Stopped("The database is not ready:", *bullets(wrong))
    clock = Clock()
    policy = with_languages_offered(policy_or_stop(settings, clock.now()))
    policy = replace(
        policy, pages_address=settings.pages_address, letters=settings.mail is not None
    )
    if pace is not TELEGRAM:
        only_where_nobody_reads(settings.api_url, policy)
    database = await open_or_stop(settings, clock)
    try:
        if nobody_else:
            async with database.writing() as writer:
                await take_over(writer)
        policy = replace(policy, restored_at=await since_restored(database))
        if database.paused:
            say_that_it_waits()
        else:
            await note_switches(database, policy)
        service = Service(
            database=database,
            policy=policy,
            token=settings.token,
            address=settings.api_url,
            operator=operator_of(settings),
            pace=pace,
        )
        loop = asyncio.get_running_loop()
        for number in STOPS:
            loop.add_signal_handler(number, service.stop)
        pages: list[Task] = []
        if settings.pages_address:
            free_or_stop("HEARTHLINE_PAGES_LISTEN", settings.pages_listen)
            pages.append(PagesDoor(database, policy, settings.pages_listen).serve)
        pages += letters_of(settings, service)
        if settings.watch_listen:
            free_or_stop("HEARTHLINE_WATCH_LISTEN", settings.watch_listen)
            pages.append(WatchDoor(service, settings.watch_listen).serve)
        if settings.public_url:
            door = WebhookDoor(service, settings)
            await service.run(door.serve, door.announce, *pages, polls=False)
        else:
            await service.run(Polling(service.line).announce, *pages)
    finally:
        await database.close()


class PagesDoor:
    """Our own pages, served beside the service until it stops; a proxy in front encrypts."""

    def __init__(self, database: Database, policy: Policy, listen: str) -> None:
        self._site = build_site(database, policy)
        self._listen = listen

    async def serve(self, stopping: asyncio.Event) -> None:
        """Serve them."""
        await serve_until(self._site, self._listen, stopping)


class WebhookDoor:
    """The address that Telegram calls, served beside the service until it stops."""

    def __init__(self, service: Service, settings: Settings) -> None:
        self._service = service
        self._settings = settings

    async def serve(self, stopping: asyncio.Event) -> None:
        """Serve the address; whatever encrypts stands in front of it."""
        app = build_webhook(
            secret=self._settings.webhook_secret,
            receive=self._service.receive,
            memory=self._service.memory,
            health=self._service.health,
        )
        await serve_until(app, self._settings.listen, stopping)

    async def announce(self, stopping: asyncio.Event) -> None:
        """Tell Telegram the address, again and again until it has taken it."""
        fields: dict[str, object] = {
            "url": f"{self._settings.public_url.rstrip('/')}{PATH}",
            "secret_token": self._settings.webhook_secret,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        await until_accepted(self._service.line, "setWebhook", fields, stopping)


class Polling:
    """Asking for updates needs that no webhook is left from before."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def announce(self, stopping: asyncio.Event) -> None:
        """Take an earlier webhook away; what waits at Telegram is kept."""
        fields: dict[str, object] = {"drop_pending_updates": False}
        await until_accepted(self._line, "deleteWebhook", fields, stopping)


async def until_accepted(
    line: Line, method: str, fields: dict[str, object], stopping: asyncio.Event
) -> None:
    """Call until it is accepted, or until the service stops."""
    while not stopping.is_set():
        if isinstance(await line.call(method, fields), Accepted):
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), RETRY_SECONDS)
