"""The demo's page for people who see, hear or steer differently: two widths, day and night."""

from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import PageAt
from tests.browser.walking import newest, phone, press, write

WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def root(demo: str) -> str:
    return demo


async def faults(page: Page) -> list[str]:
    """What axe calls serious or critical at both widths, by day and by night."""
    found: list[str] = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            await page.set_viewport_size({"width": width, "height": 800})
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            report = (await Axe().run(page)).response
            found += [
                f"{width} {scheme} {fault['id']}: {place['target']} {place['failureSummary']}"
                for fault in report["violations"]
                if fault["impact"] in {"serious", "critical"}
                for place in fault["nodes"]
            ]
    return found


async def speak(carer: Locator, language: str) -> None:
    """Let the carer choose a language, from whatever is on the screen."""
    await write(carer, "/language")
    await press(carer, language)


async def test_in_english_no_serious_fault_stands_in_the_way(page_at: PageAt) -> None:
    page = await page_at(1280)
    carer = phone(page, "carer")
    assert await faults(page) == []
    await press(carer, "Something has happened")
    await press(carer, "Yes")
    await expect(newest(phone(page, "first_on_call"))).to_contain_text("Started, not finished")
    assert await faults(page) == []


async def test_in_arabic_no_serious_fault_stands_in_the_way(page_at: PageAt) -> None:
    page = await page_at(1280)
    carer = phone(page, "carer")
    await speak(carer, "العربية")
    await expect(carer).to_have_attribute("lang", "ar")
    assert await faults(page) == []


async def test_open_menus_and_moves_have_no_serious_fault(page_at: PageAt) -> None:
    page = await page_at(360)
    await page.emulate_media(reduced_motion="reduce")
    await page.get_by_role("button", name="Move the clock").click()
    await page.locator(".keys summary").click()
    assert await faults(page) == []
    await phone(page, "carer").locator(".attach").click()
    assert await faults(page) == []


async def test_the_page_itself_is_said_in_english(page_at: PageAt) -> None:
    page = await page_at(1280)
    assert str(await page.evaluate("document.documentElement.lang")).startswith("en")
    owners = page.locator(".owner")
    assert {await owner.get_attribute("lang") for owner in await owners.all()} == {"en"}
