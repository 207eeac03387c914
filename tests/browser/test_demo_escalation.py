"""What a newcomer sees on the demo's phones: a call for help climbs until somebody has it."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import PageAt
from tests.browser.walking import every_screen_says_demo, newest, phone, press

GROUP_CARD = re.compile(
    r"Demo: nobody is reading this\.\s*R-\w{6} · P0\s*Raised at \d\d:\d\d\.\s*"
    r"(By \d\d:\d\d it had waited \d+ minutes?\.\s*)?"
    r"For information\. Pages go to private chats\.\s*"
)


@pytest.fixture
def root(demo: str) -> str:
    return demo


async def test_a_call_for_help_climbs_until_somebody_has_it(page_at: PageAt) -> None:
    page = await page_at(1280)
    carer, first, second = (phone(page, k) for k in ("carer", "first_on_call", "second_on_call"))
    await press(carer, "Something has happened")
    await expect(newest(carer)).to_contain_text("Is anyone in danger right now?")
    await press(carer, "Yes")
    await expect(newest(first)).to_contain_text("Started, not finished: ring them.")
    await expect(newest(phone(page, "group")).locator(".words")).to_have_text(GROUP_CARD)
    await expect(second.get_by_role("button", name="I've got it")).to_have_count(0)

    await page.get_by_role("button", name="+5 minutes").click()
    await expect(newest(second)).to_contain_text("it had waited 5 minutes.")
    await expect(newest(carer)).not_to_contain_text("Tom")
    await press(second, "I've got it")

    await expect(newest(carer)).to_contain_text(re.compile("Tom.*I've got it", re.DOTALL))
    await expect(newest(first)).to_contain_text("Tom Barker")
    await expect(first.get_by_role("button", name="I've got it")).to_have_count(0)
    await every_screen_says_demo(page)
