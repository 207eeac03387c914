"""The demo's other walks: a supervision, a language in the middle of a form, a young person."""

from pathlib import Path

import pytest
import vobject
from playwright.async_api import expect

from tests.browser.conftest import PageAt
from tests.browser.walking import every_screen_says_demo, newest, phone, press, write


@pytest.fixture
def root(demo: str) -> str:
    return demo


async def test_the_young_person_is_heard_and_can_hide_it(page_at: PageAt) -> None:
    page = await page_at(1280)
    young, duty = phone(page, "young_person"), phone(page, "first_on_call")
    await press(young, "I'm not safe right now")
    await expect(newest(young)).to_contain_text("Nobody has been told yet.")
    await press(young, "Tell the on-call team")
    await expect(newest(duty)).to_contain_text("do NOT contact the household")
    await expect(newest(young)).to_contain_text("No one has told us that they have picked this up")
    await press(young, "Hide this")
    await expect(newest(young)).to_contain_text("Hello.")
    await expect(young).not_to_contain_text("safe")
    await expect(young).not_to_contain_text("picked this up")


async def test_a_change_to_arabic_in_a_form_keeps_the_answers(page_at: PageAt) -> None:
    page = await page_at(360, height=740)
    carer = phone(page, "carer")
    await press(carer, "Something has changed at home")
    await press(carer, "House, pets and safety")
    await expect(newest(carer)).to_contain_text("2 of")
    await write(carer, "/start")
    await press(carer, "Language and settings")
    await press(carer, "العربية")
    await expect(newest(carer)).to_contain_text("عرض تجريبي")
    await expect(carer).to_have_attribute("dir", "rtl")
    words = newest(carer).locator(".words")
    await expect(words).to_have_attribute("lang", "ar")
    assert await words.evaluate("node => getComputedStyle(node).direction") == "rtl"
    await expect(words).to_contain_text("البيت والحيوانات والسلامة")
    await write(carer, "/language")
    await press(carer, "English")
    await expect(carer).to_have_attribute("dir", "ltr")
    await expect(newest(carer)).to_contain_text("2 of")


async def test_a_supervision_is_planned_sent_as_a_date_and_brought_to_mind(
    page_at: PageAt, tmp_path: Path
) -> None:
    page = await page_at(1280)
    carer, worker = phone(page, "carer"), phone(page, "worker")
    await press(worker, "Supervisions")
    await press(worker, "Rosa Okafor")
    await press(worker, "Plan it")
    await expect(newest(worker)).to_contain_text("On which day?")
    await press(worker, "Tomorrow")
    await press(worker, "10:00")
    await press(worker, "Send")
    await expect(newest(worker)).to_contain_text("Next supervision:")
    await expect(newest(carer)).to_contain_text("With Priya Sharma")
    await expect(newest(carer)).to_contain_text("10:00")

    await press(carer, "Put it in my calendar")
    async with page.expect_download() as downloading:
        await carer.locator("a.document").click()
    await (await downloading.value).save_as(tmp_path / "meeting.ics")
    meeting = vobject.readOne((tmp_path / "meeting.ics").read_text(encoding="utf-8")).vevent
    assert meeting.summary.value == "Meeting"
    assert f"{meeting.dtstart.value:%H:%M}" == "10:00"

    await page.get_by_role("button", name="Next morning 9:00").click()
    await expect(page.locator("#clock-said")).to_contain_text("09:00")
    await expect(newest(worker)).not_to_contain_text("overdue")
    await page.get_by_role("button", name="+1 week").click()
    await expect(newest(worker)).to_contain_text("A supervision is overdue: Rosa Okafor")
    await page.get_by_role("button", name="+6 weeks").click()
    await press(worker, "Plan it")
    await expect(newest(worker)).to_contain_text("On which day?")
    await every_screen_says_demo(page)
