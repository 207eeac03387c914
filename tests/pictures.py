"""Takes the pictures in docs/pictures from the demo page: two widths, each language."""

import asyncio
import io
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.async_api import Locator, Page, async_playwright

from locales import language
from tests.browser.conftest import ARGUMENTS
from tests.browser.demo_process import move_clock, started_demo
from tests.browser.walking import phone, press, write

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
WIDE, NARROW = 1280, 360
HEIGHT = 860
COLOURS = 128
WAIT = 15_000
"""Milliseconds in which the page must have changed."""


async def shows(where: Locator, words: str) -> None:
    """Wait until the phone shows these words."""
    await where.get_by_text(words).last.wait_for(state="visible", timeout=WAIT)


async def report(page: Page) -> None:
    """A carer says that somebody is in danger; the first on call leaves it, so it climbs."""
    carer = phone(page, "carer")
    await press(carer, "Something has happened")
    await shows(carer, "Is anyone in danger right now?")
    await press(carer, "Yes")
    await shows(phone(page, "first_on_call"), "Started, not finished")
    await page.get_by_role("button", name="+5 minutes").click()
    await shows(phone(page, "second_on_call"), "Started, not finished")


async def take_it(page: Page) -> None:
    """The second on call presses that they have it, and the carer looks at what became of it."""
    carer = phone(page, "carer")
    await press(phone(page, "second_on_call"), "I've got it")
    await shows(phone(page, "second_on_call"), "You have it")
    await shows(carer, "Tom")


async def turn(page: Page, tag: str) -> None:
    """The carer chooses a language and goes on from the first question."""
    carer = phone(page, "carer")
    await write(carer, "/language")
    await press(carer, language(tag).name)
    await carer.locator(f"[lang={tag}].words").last.wait_for(timeout=WAIT)


async def turn_to_welsh(second: Locator) -> None:
    """The second on call chooses Welsh and opens what they have."""
    await write(second, "/language")
    await press(second, language("cy").name)
    await press(second, "Gyda fi (1)")
    await second.get_by_role("button").filter(has_text="R-").last.click()


async def take(page: Page, name: str) -> None:
    """One picture, when the page has come to rest; few colours keep the file small."""
    await page.evaluate("document.fonts.ready.then(() => document.activeElement.blur())")
    await page.locator("#phones").evaluate("phones => phones.scrollTo(0, 0)")
    await page.mouse.move(0, 0)
    await page.wait_for_timeout(1500)
    shot = Image.open(io.BytesIO(await page.screenshot())).convert("RGB")
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


async def take_sheet(phones: Page, reader: Page, name: str, who: str) -> None:
    """The sheet behind *Who is this?*, whole, as the second on call opens it on a phone."""
    second = phone(phones, "second_on_call")
    await press(second, who)
    link = second.locator("a.press")
    await link.wait_for(timeout=WAIT)
    await reader.goto(str(await link.get_attribute("href")))
    await reader.get_by_role("button").click()
    await reader.get_by_role("heading", level=2).first.wait_for(timeout=WAIT)
    shot = Image.open(io.BytesIO(await reader.screenshot(full_page=True))).convert("RGB")
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


async def take_all(address: str, chromium: str) -> None:
    """Every picture, in order."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        wide = await browser.new_page(viewport={"width": WIDE, "height": HEIGHT})
        narrow = await browser.new_page(viewport={"width": NARROW, "height": 740})
        for page in (wide, narrow):
            await page.goto(address)
        await report(wide)
        await take_it(wide)
        await take(wide, "demo-1280-en")
        await take(narrow, "demo-360-en")
        reader = await browser.new_page(viewport={"width": NARROW, "height": 740})
        await take_sheet(wide, reader, "who-360-en", "Who is this?")
        for tag in ("ar", "cy"):
            await turn(wide, tag)
            await take(wide, f"demo-1280-{tag}")
            await take(narrow, f"demo-360-{tag}")
            await turn(wide, "en")
        await turn_to_welsh(phone(wide, "second_on_call"))
        await take_sheet(wide, reader, "who-360-cy", "Pwy yw'r person hwn?")
        await browser.close()


def main() -> None:
    """Start the demo and take the pictures."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is not installed (Debian: apt-get install chromium).")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, started_demo(Path(folder)) as address:
        move_clock(address, "next 21:00")
        asyncio.run(take_all(address, chromium))


if __name__ == "__main__":
    main()
