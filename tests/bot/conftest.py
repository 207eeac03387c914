"""A pretended Telegram on loopback, and a line of ours to it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.aiohttp_request import AiohttpRequest
from bot.calls import TelegramLine
from simulator.phones import Phone
from simulator.server import build, serve
from simulator.world import World

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
