"""Webhooks: what is delivered, with which header, and how it is tried again."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator import Phone, World
from simulator.raw import Json
from simulator.server import serve
from simulator.signals import Signal
from tests.simulator.conftest import Ask


@dataclass
class OwnServer:
    """The bot's own server: keeps what comes and answers as planned."""

    url: str = ""
    answers: list[Response] = field(default_factory=list)
    taken: list[Json] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    came: Signal = field(default_factory=Signal)

    async def take(self, request: Request) -> Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.taken.append(await request.json())
        self.came.touch()
        return self.answers.pop(0) if self.answers else Response()

    async def wait_for(self, number: int) -> None:
        async with asyncio.timeout(5):
            while len(self.taken) < number:
                await self.came.wait(self.came.version, 1)


@pytest.fixture
async def own(world: World) -> AsyncIterator[OwnServer]:
    own = OwnServer()
    app = Starlette(routes=[Route("/hook", own.take, methods=["POST"])])
    app.state.world = world
    world.plain_webhooks = True
    world.webhook_retry_seconds = 0.01
    async with serve(app) as root:
        own.url = f"{root}/hook"
        yield own


async def emptied(ask: Ask) -> None:
    async with asyncio.timeout(5):
        while (await ask("getWebhookInfo"))["pending_update_count"]:
            await asyncio.sleep(0.01)


async def test_an_update_comes_with_the_secret_and_is_then_forgotten(
    ask: Ask, own: OwnServer, sam: Phone
) -> None:
    sam.says("before")
    await ask("setWebhook", url=own.url, secret_token="s-3_T")
    sam.says("after")
    await own.wait_for(2)
    await emptied(ask)
    assert [each["message"]["text"] for each in own.taken] == ["before", "after"]
    assert own.secrets == ["s-3_T", "s-3_T"]


async def test_a_refused_update_is_tried_again_before_the_next_of_its_chat(
    ask: Ask, own: OwnServer, sam: Phone
) -> None:
    own.answers = [Response(status_code=500), Response(status_code=503)]
    await ask("setWebhook", url=own.url)
    sam.says("one")
    sam.says("two")
    await own.wait_for(4)
    assert [each["message"]["text"] for each in own.taken] == ["one", "one", "one", "two"]
    told = await ask("getWebhookInfo")
    assert told["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_another_chat_does_not_wait(
    ask: Ask, own: OwnServer, world: World, sam: Phone
) -> None:
    amina = world.add_phone(key="amina", name="Amina", started=True)
    own.answers = [Response(status_code=503, headers={"Retry-After": "3600"})]
    await ask("setWebhook", url=own.url)
    sam.says("stuck")
    await own.wait_for(1)
    sam.says("behind it")
    amina.says("free")
    await own.wait_for(2)
    assert own.taken[1]["message"]["text"] == "free"


async def test_a_method_in_the_answer_is_carried_out(
    ask: Ask, own: OwnServer, world: World, sam: Phone
) -> None:
    own.answers = [JSONResponse({"method": "sendMessage", "chat_id": sam.id, "text": "at once"})]
    await ask("setWebhook", url=own.url)
    sam.says("hello")
    await own.wait_for(1)
    await emptied(ask)
    async with asyncio.timeout(5):
        while len(sam.messages()) < 2:
            await world.changed.wait(world.changed.version, 1)
    assert sam.messages()[-1].text == "at once"


async def test_a_webhook_that_cannot_be_reached_is_told(ask: Ask, world: World, sam: Phone) -> None:
    world.plain_webhooks = True
    await ask("setWebhook", url="http://127.0.0.1:9/hook")
    sam.says("hello")
    async with asyncio.timeout(5):
        while "last_error_message" not in (told := await ask("getWebhookInfo")):
            await asyncio.sleep(0.01)
    assert told["pending_update_count"] == 1
    world.close()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"url": "http://127.0.0.1/hook"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            {"url": "https://example.org:9000/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://example.org/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
        ({"url": "https://example.org/", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_webhooks_that_cannot_be_set(refused: Ask, fields: Json, words: str) -> None:
    assert await refused("setWebhook", **fields) == f"Bad Request: {words}"


async def test_webhooks_set_twice_in_a_second_are_too_many_when_pace_is_natural(
    ask: Ask, refused: Ask, world: World
) -> None:
    world.pacing = True
    await ask("setWebhook", url="https://example.org/")
    assert (
        await refused("setWebhook", url="https://example.org/")
        == "Too Many Requests: retry after 1"
    )
    world.close()


async def test_what_waits_can_be_dropped(ask: Ask, sam: Phone) -> None:
    sam.says("a")
    await ask("deleteWebhook", drop_pending_updates=True)
    assert await ask("getUpdates") == []
