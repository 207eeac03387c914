"""The same call for help at the width of a phone, with nothing but a keyboard."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import PageAt
from tests.browser.walking import newest, phone

STEPS = 60


@pytest.fixture
def root(demo: str) -> str:
    return demo


async def in_focus(page: Page) -> str:
    """The words of whatever has the focus."""
    return str(await page.evaluate("document.activeElement.innerText.trim()"))


async def go_to(page: Page, key: str, label: str) -> None:
    """Press a key until the focus is on something with these words."""
    for _ in range(STEPS):
        if await in_focus(page) == label:
            return
        await page.keyboard.press(key)
    raise AssertionError(f"{key} never came to {label}.")


async def arrow_to(page: Page, label: str) -> None:
    """Go with the arrows to a button in the first column of the message that has the focus."""
    for _ in range(12):
        await page.keyboard.press("ArrowUp")
    await go_to(page, "ArrowDown", label)


async def test_a_call_for_help_needs_no_mouse(page_at: PageAt) -> None:
    page = await page_at(360, height=740)
    await page.keyboard.press("Control+1")
    await arrow_to(page, "Something has happened")
    await page.keyboard.press("Enter")
    await expect(newest(phone(page, "carer"))).to_contain_text("Is anyone in danger right now?")
    await arrow_to(page, "Yes")
    await expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("tab", name="Amina, 2 unread")).to_be_visible()

    await go_to(page, "Shift+Tab", "Move the clock")
    await page.keyboard.press("Enter")
    await go_to(page, "Tab", "+5 minutes")
    await page.keyboard.press("Enter")
    await expect(page.locator("#clock-said")).to_contain_text("It is now")

    await expect(newest(phone(page, "second_on_call"))).to_contain_text("it had waited 5 minutes.")
    await page.keyboard.press("Control+5")
    await expect(page.locator(":focus")).to_have_text("I've got it")
    await page.keyboard.press("Enter")
    await expect(newest(phone(page, "second_on_call"))).to_contain_text("You have it.")
    await page.keyboard.press("Control+1")
    told = re.compile("Tom.*I've got it", re.DOTALL)
    await expect(newest(phone(page, "carer"))).to_contain_text(told)
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
