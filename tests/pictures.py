"""Takes the pictures in docs/pictures from the demo page: two widths, two languages."""

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Locator, Page, async_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.walking import phone
from tests.storage_fixtures import free_port

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
WIDE, NARROW = 1280, 360
HEIGHT = 860
ARABIC = re.compile("[\u0600-\u06ff]{3}")
WAIT = 15_000
"""Milliseconds in which the page must have changed."""


@asynccontextmanager
async def running_demo() -> AsyncIterator[str]:
    """`hearthline demo` as a process of its own; yields the address that it prints."""
    demo = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "hearthline",
        "demo",
        "--port",
        str(free_port()),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert demo.stdout is not None
    try:
        async for line in demo.stdout:
            if found := re.search(r"http://\S+", line.decode()):
                yield found[0]
                break
        else:
            raise RuntimeError("the demo ended before it printed its address")
    finally:
        if demo.returncode is None:
            demo.send_signal(signal.SIGINT)
        await demo.wait()


async def press(where: Locator, label: str) -> None:
    """Press the newest button of this label."""
    await where.get_by_role("button", name=label, exact=True).last.click(timeout=WAIT)


async def shows(where: Locator, words: str) -> None:
    """Wait until the phone shows these words."""
    await where.get_by_text(words).last.wait_for(state="visible", timeout=WAIT)


async def report_in_english(page: Page) -> None:
    """A carer says that somebody is in danger; nobody takes it, so it climbs."""
    carer = phone(page, "carer")
    await press(carer, "Something has happened")
    await shows(carer, "Is anyone in danger right now?")
    await press(carer, "Yes")
    await shows(phone(page, "first_on_call"), "Started, not finished")
    await page.get_by_role("button", name="+5 minutes").click()
    await shows(phone(page, "second_on_call"), "Started, not finished")
    await shows(carer, "No one has told us")


async def turn_to_arabic(page: Page) -> None:
    """The carer chooses Arabic in the middle of it and keeps the answers."""
    carer = phone(page, "carer")
    await press(carer, "Back to the start")
    await press(carer, "Language and settings")
    await press(carer, "العربية")
    await carer.get_by_role("button", name=ARABIC).nth(3).wait_for(timeout=WAIT)


async def take(page: Page, name: str) -> None:
    """One picture, when the page has come to rest."""
    await page.evaluate("document.fonts.ready.then(() => true)")
    await page.wait_for_timeout(1200)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def take_all(address: str, chromium: str) -> None:
    """Every picture, in order."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        wide = await browser.new_page(viewport={"width": WIDE, "height": HEIGHT})
        narrow = await browser.new_page(viewport={"width": NARROW, "height": 740})
        for page in (wide, narrow):
            await page.goto(address)
        await report_in_english(wide)
        await take(wide, "demo-1280-en")
        await take(narrow, "demo-360-en")
        await turn_to_arabic(wide)
        await take(wide, "demo-1280-ar")
        await take(narrow, "demo-360-ar")
        await browser.close()


async def main() -> None:
    """Start the demo and take the pictures."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is not installed (Debian: apt-get install chromium).")
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with running_demo() as address:
        await take_all(address, chromium)


if __name__ == "__main__":
    asyncio.run(main())
