"""Our own pages in a real browser: opened from the demo's phones, by day and by night."""

from collections.abc import AsyncIterator
from typing import Literal

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.conftest import PageAt
from tests.browser.walking import newest, phone, press, write

WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def root(demo: str) -> str:
    return demo


@pytest.fixture
def asked() -> list[str]:
    """Every address that the worker's browser asked for."""
    return []


@pytest_asyncio.fixture(loop_scope="session")
async def seat(browser: Browser, asked: list[str]) -> AsyncIterator[BrowserContext]:
    """A worker's browser of its own."""
    context = await browser.new_context()

    def note(request: Request) -> None:
        asked.append(f"{request.method} {request.url}")

    context.on("request", note)
    yield context
    await context.close()


async def link_on(page: Page, who: str = "Who is this?") -> str:
    """The first on call asks who that is; the link that the phone shows."""
    first = phone(page, "first_on_call")
    await press(first, who)
    link = first.locator("a.press")
    await expect(link).to_have_attribute("target", "_blank")
    return str(await link.get_attribute("href"))


async def faults(page: Page) -> list[str]:
    """Whatever axe finds at both widths, by day and by night, and where it is too wide."""
    found: list[str] = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            await page.set_viewport_size({"width": width, "height": 800})
            await page.emulate_media(color_scheme=scheme)
            report = (await Axe().run(page)).response
            found += [f"{width} {scheme} {fault['id']}" for fault in report["violations"]]
            wide = await page.evaluate("document.documentElement.scrollWidth")
            found += [f"{width} is {wide} wide"] if wide > width else []
    return found


async def test_a_worker_opens_it_once_in_either_language(
    page_at: PageAt, seat: BrowserContext, asked: list[str]
) -> None:
    phones = await page_at(1280)
    carer, first = phone(phones, "carer"), phone(phones, "first_on_call")
    await press(carer, "Something has happened")
    await press(carer, "Yes")
    await expect(newest(first)).to_contain_text("Started, not finished")
    await press(first, "I've got it")
    address = await link_on(phones)

    page = await seat.new_page()
    await page.goto(address)
    await expect(page.get_by_role("heading")).to_have_text("Open once")
    await expect(page.get_by_text("Demo: nobody is reading this.")).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="Open once").press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Who is this?")
    await expect(page).to_have_title("Open once")
    await expect(page.get_by_text("Demo: nobody is reading this.")).to_be_visible()
    for heading in ("Carer", "Jay Mercer", "Mia Foster-Lane"):
        await expect(page.get_by_role("heading", name=heading, level=2)).to_be_visible()
    number = page.get_by_role("link", name="07700 900201")
    await expect(number).to_have_attribute("href", "tel:07700900201")
    assert await faults(page) == []
    await page.goto(address)
    await expect(page.get_by_text("This link opens nothing any more.")).to_be_visible()
    assert await faults(page) == []
    assert set(asked) == {f"GET {address}", f"POST {address}"}

    await write(first, "/language")
    await press(first, "العربية")
    address = await link_on(phones)
    await page.goto(address)
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    await page.get_by_role("button", name="الفتح مرة واحدة").click()
    await expect(page.locator("html")).to_have_attribute("lang", "ar")
    await expect(page.get_by_role("heading", level=1)).to_have_text("من هذا؟")
    await expect(page.get_by_text("Quayside")).to_be_visible()
    assert await faults(page) == []
