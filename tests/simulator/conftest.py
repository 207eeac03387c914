"""A world with a clock that can be moved, called directly or over HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Bot

from simulator import World
from simulator.calls import Reply, take_call
from simulator.phones import Phone
from simulator.server import build, serve

TOKEN = "100000001:for-tests"
Ask = Callable[..., Awaitable[Any]]


class StoryClock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def forward(self, **time: float) -> None:
        self.at += timedelta(**time)


@pytest.fixture
def clock() -> StoryClock:
    return StoryClock()


@pytest.fixture
def world(clock: StoryClock) -> World:
    return World(token=TOKEN, username="hearthline_demo_bot", now=clock.now)


@pytest.fixture
def sam(world: World) -> Phone:
    return world.add_phone(key="sam", name="Sam", started=True, label="Carer")


@pytest.fixture
def call(world: World) -> Ask:
    """Take a call without HTTP and give back the whole answer."""

    async def call(method: str, **params: object) -> Reply:
        return await take_call(world, method, params, {})

    return call


@pytest.fixture
def ask(call: Ask) -> Ask:
    """Take a call that must be accepted and give back its result."""

    async def ask(method: str, **params: object) -> Any:
        reply = await call(method, **params)
        assert reply.body["ok"], reply.body
        return reply.body["result"]

    return ask


@pytest.fixture
def refused(call: Ask) -> Ask:
    """Take a call that must be refused and give back its words."""

    async def refused(method: str, **params: object) -> str:
        reply = await call(method, **params)
        assert not reply.body["ok"], reply.body
        assert reply.body["error_code"] == reply.code
        return str(reply.body["description"])

    return refused


@pytest.fixture
async def root(world: World) -> AsyncIterator[str]:
    async with serve(build(world)) as root:
        yield root


@pytest.fixture
async def bot(root: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot") as bot:
        yield bot
