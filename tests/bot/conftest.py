"""A pretended Telegram on loopback, and a line of ours to it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from bot.aiohttp_request import AiohttpRequest
from bot.calls import TelegramLine
from bot.health import Health
from bot.heartbeat import Heartbeat
from bot.watch import Watch
from desk.alarms import Operator
from desk.failing import Failing
from simulator.phones import Phone
from simulator.server import build, serve
from simulator.world import World
from storage.database import Database
from storage.keys import KeyRing
from tests.bot.carrying import Carrying
from tests.bot.desks import policy
from tests.bot.watching import CHAT, HEARTBEAT_PATH, Watcher
from tests.storage.making import link, take_in_samples
from tests.storage_fixtures import HandClock

TOKEN = "100:demo-token-for-tests-only-000000000"


@pytest.fixture
def world() -> World:
    return World(
        token=TOKEN,
        username="hearthline_demo_bot",
        now=lambda: datetime(2026, 11, 20, 21, 40, tzinfo=UTC),
    )


@pytest.fixture
async def root(world: World) -> AsyncIterator[str]:
    async with serve(build(world)) as address:
        yield address


@pytest.fixture
async def request_over_http() -> AsyncIterator[AiohttpRequest]:
    request = AiohttpRequest(read_seconds=0.4)
    yield request
    await request.shutdown()


@pytest.fixture
def line(root: str, request_over_http: AiohttpRequest) -> TelegramLine:
    return TelegramLine(request=request_over_http, token=TOKEN, address=root)


@pytest.fixture
def sam(world: World) -> Phone:
    return world.add_phone(key="sam", name="Sam", started=True)


@pytest.fixture
async def watcher() -> AsyncIterator[tuple[Watcher, str]]:
    there = Watcher()
    app = Starlette(routes=[Route("/{all:path}", there.take)])
    app.state.world = there
    async with serve(app) as root:
        yield there, root.rstrip("/") + HEARTBEAT_PATH


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 11, 20, 21, 40, tzinfo=UTC).timestamp())


@pytest.fixture
async def database(sqlite_url: str, clock: HandClock) -> AsyncIterator[Database]:
    opened = await Database.open(sqlite_url, KeyRing.fresh(), clock)
    yield opened
    await opened.close()


@pytest.fixture
def health(clock: HandClock) -> Health:
    return Health(now=lambda: clock.seconds)


@pytest.fixture
def watch(
    database: Database,
    health: Health,
    clock: HandClock,
    line: TelegramLine,
    request_over_http: AiohttpRequest,
    watcher: tuple[Watcher, str],
) -> Watch:
    return Watch(
        database=database,
        policy=policy(),
        health=health,
        heartbeat=Heartbeat(watcher[1], request_over_http),
        line=line,
        failing=Failing(),
        leads=lambda: True,
        lease="telegram",
        operator=Operator(chat=CHAT),
    )


@pytest.fixture
def carrying(database: Database, clock: HandClock) -> Carrying:
    return Carrying(database, clock)


@pytest.fixture
async def rosa(database: Database) -> str:
    """Rosa's key; her chat is 4711. The rest of the service's people are there, too."""
    cast = await take_in_samples(database)
    await link(database, cast["C-001"], "4711")
    return cast["C-001"].hex
