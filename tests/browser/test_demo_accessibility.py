"""The demo's page for people who see, hear or steer differently: two widths, day and night."""

from typing import Literal

import pytest
from playwright.async_api import Locator, Page, expect

from locales import language
from tests.browser.axe import faults
from tests.browser.conftest import PageAt
from tests.browser.walking import newest, phone, press, write

WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def root(demo: str) -> str:
    return demo


async def faults_by_day_and_night(page: Page) -> list[str]:
    """Whatever axe finds at both widths, by day and by night."""
    found: list[str] = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            await page.set_viewport_size({"width": width, "height": 800})
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{width} {scheme} {fault}" for fault in await faults(page)]
    return found


async def speak(carer: Locator, language: str) -> None:
    """Let the carer choose a language, from whatever is on the screen."""
    await write(carer, "/language")
    await press(carer, language)


async def test_in_english_no_fault_stands_in_the_way(page_at: PageAt) -> None:
    page = await page_at(1280)
    carer = phone(page, "carer")
    assert await faults_by_day_and_night(page) == []
    await press(carer, "Something has happened")
    await press(carer, "Yes")
    await expect(newest(phone(page, "first_on_call"))).to_contain_text("Started, not finished")
    assert await faults_by_day_and_night(page) == []


async def test_in_other_languages_no_fault_stands_in_the_way(page_at: PageAt) -> None:
    page = await page_at(1280)
    for key, tag in (("carer", "ar"), ("second_carer", "cy")):
        await speak(phone(page, key), language(tag).name)
        await expect(phone(page, key)).to_have_attribute("lang", tag)
    assert await faults_by_day_and_night(page) == []


async def test_open_menus_and_moves_have_no_fault(page_at: PageAt) -> None:
    page = await page_at(360)
    await page.emulate_media(reduced_motion="reduce")
    await page.get_by_role("button", name="Move the clock").click()
    await page.locator(".keys summary").click()
    assert await faults_by_day_and_night(page) == []
    await phone(page, "carer").locator(".attach").click()
    assert await faults_by_day_and_night(page) == []


async def test_the_page_itself_is_said_in_english(page_at: PageAt) -> None:
    page = await page_at(1280)
    assert str(await page.evaluate("document.documentElement.lang")).startswith("en")
    owners = page.locator(".owner")
    assert {await owner.get_attribute("lang") for owner in await owners.all()} == {"en"}
