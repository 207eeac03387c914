"""A real browser (Debian's Chromium) in front of the page of phones, for every walk."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright
from pytest_asyncio import is_async_test

from simulator import Phone, World
from simulator.calls import take_call
from simulator.chats import Chat
from simulator.server import build, serve
from tests.browser.demo_process import move_clock, started_demo

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOKEN = "100000001:for-the-browser"
PageAt = Callable[..., Awaitable[Page]]
BotSays = Callable[..., Awaitable[int]]


class MovableClock:
    """A clock for walks: it stands still until the page or the test moves it."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, 21, 4, tzinfo=UTC)
        self.moves: list[str] = []

    def now(self) -> datetime:
        return self.at

    async def move(self, words: str) -> datetime:
        self.moves.append(words)
        self.at += {"+5m": timedelta(minutes=5), "+6w": timedelta(weeks=6)}[words]
        return self.at


def chromium() -> str:
    """Where Chromium is; a test without it fails in CI and is left out, with words, elsewhere."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        words = "Chromium is not installed here, so the page of phones was not tried in a browser."
        if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
            pytest.fail(words)
        pytest.skip(words)
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every walk runs in the loop in which the one browser lives."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for every walk: starting it costs more than most of them."""
    found = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def world(clock: MovableClock) -> World:
    """A world with nobody in it yet; a walk adds its own people before it opens the page."""
    return World(token=TOKEN, username="hearthline_demo_bot", now=clock.now)


@pytest.fixture
def sam(world: World) -> Phone:
    return world.add_phone(key="carer", name="Sam", label="Foster carer", started=True)


@pytest.fixture
def noor(world: World) -> Phone:
    return world.add_phone(
        key="young", name="Noor", label="Young person, 17", language_code="ar", started=True
    )


@pytest.fixture
def bot_says(world: World) -> BotSays:
    """Let the bot say something to a phone or in a group; answers the message's id."""

    async def bot_says(to: Phone | Chat, text: str, *rows: list[str]) -> int:
        markup = {"reply_markup": keyboard(*rows)} if rows else {}
        sent = await ask(world, "sendMessage", chat_id=to.id, text=text, **markup)
        return int(sent["message_id"])

    return bot_says


async def ask(world: World, method: str, **params: object) -> Any:
    """Take a Bot API call as a bot makes it; answers its result."""
    reply = await take_call(world, method, params, {})
    assert isinstance(reply.body, dict)
    assert reply.body["ok"], reply.body
    return reply.body["result"]


def keyboard(*rows: list[str]) -> dict[str, Any]:
    """Rows of buttons whose data are their own labels."""
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": label} for label in row] for row in rows
        ]
    }


@pytest_asyncio.fixture(loop_scope="session")
async def root(world: World, clock: MovableClock) -> AsyncIterator[str]:
    """The address of the page; a walk with a world of its own brings its own `root`."""
    async with serve(build(world, clock)) as root:
        yield root


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real demo, at nine in the evening, one for all walks of a file; its address."""
    chromium()
    with started_demo(tmp_path_factory.mktemp("demo")) as address:
        move_clock(address, "next 21:00")
        yield address


@pytest_asyncio.fixture(loop_scope="session")
async def page_at(browser: Browser, root: str) -> AsyncIterator[PageAt]:
    """Open the page of phones at a width in pixels; whatever goes wrong inside fails the test.

    Each page has a profile of its own, which is thrown away at the end.
    """
    wrongs: list[str] = []
    profiles: list[BrowserContext] = []

    async def page_at(width: int, *, height: int = 800, **options: Any) -> Page:
        size: ViewportSize = {"width": width, "height": height}
        profiles.append(await browser.new_context(viewport=size, **options))
        page = await profiles[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: wrongs.append(str(error)))
        page.on(
            "console",
            lambda said: wrongs.append(said.text) if said.type == "error" else None,
        )
        await page.goto(root)
        await page.bring_to_front()
        await page.wait_for_selector("html[data-ready=yes]")
        return page

    yield page_at
    for profile in profiles:
        await profile.close()
    assert [wrong for wrong in wrongs if "ERR_" not in wrong] == []
