"""A stranger at the demo's page: each person goes through each of their conversations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.catalogue import FORMS
from tests.browser.conftest import PageAt, chromium
from tests.browser.demo_process import move_clock, started_demo
from tests.browser.stranger import Stranger

PLAIN = ("No", "Yes, ring me", "It is planned", "Yes", "At home")
CAST = ("carer", "second_carer", "young_person", "first_on_call", "worker")


@pytest.fixture
def root(tmp_path: Path) -> Iterator[str]:
    """A demo of its own for each language: what one walk leaves behind is not there in the next."""
    chromium()
    with started_demo(tmp_path) as address:
        move_clock(address, "next 21:00")
        yield address


@pytest.mark.long
@pytest.mark.parametrize("tag", ["en", "ar"])
async def test_each_person_completes_each_of_their_conversations(page_at: PageAt, tag: str) -> None:
    page = await page_at(1280)
    people = {key: Stranger(page=page, key=key) for key in CAST}
    for stranger in people.values():
        await stranger.chooses(tag)
    await carer_asks_for_help(people["second_carer"])
    await duty_answers(people["first_on_call"])
    await young_person_is_not_safe(people["young_person"])
    await carer_reports(people["carer"])
    await duty_closes(people["first_on_call"])
    await worker_plans(people["worker"])
    walked = [form for stranger in people.values() for form in stranger.walked]
    assert set(walked) == set(FORMS)


async def carer_asks_for_help(carer: Stranger) -> None:
    """At night, twice: now, and to talk."""
    await carer.press("I need help now", "Tell the on-call team")
    await carer.answer("urgent_help", *PLAIN)
    await carer.press("Add something")
    await carer.answer("add_words")
    await carer.press("Correct a mistake")
    await carer.answer("correction")
    await carer.go_home()
    await carer.press("I need to talk to someone tonight")
    await carer.answer("talk_tonight", *PLAIN)


async def carer_reports(carer: Stranger) -> None:
    """What a carer can say."""
    for opening, form in (
        ("Something has changed at home", "household_change"),
        ("Something has happened", "difficulty"),
        ("Ask for support", "support"),
        ("A child is missing", "missing_child"),
    ):
        await carer.go_home()
        await carer.press(opening)
        await carer.answer(form, *PLAIN)
        assert "R-" in await carer.face()


async def young_person_is_not_safe(young: Stranger) -> None:
    """A young person asks for help, by writing and by being rung."""
    await young.press("I'm not safe right now", "Message only")
    await young.press("Write to them")
    await young.answer("own_words")
    await young.go_home()
    await young.press("I'm not safe right now", "Call me")
    await young.answer("safe_number")


async def duty_answers(duty: Stranger) -> None:
    """The on-call worker answers, and closes."""
    await duty.press("I've got it", "Reply", "Write my own")
    await duty.answer("staff_reply")
    await duty.press("Spoke by phone", "Yes, we have spoken", "Close with what was done")
    await duty.answer("close_request")
    await duty.go_home()
    await duty.press("Add a phone call")
    await duty.answer("phone_call", *PLAIN)


async def duty_closes(duty: Stranger) -> None:
    """A child who was missing is back."""
    await duty.press("I've got it", "Spoke by phone", "Yes, we have spoken")
    await duty.press("Close with what was done")
    await duty.answer("close_missing_child", *PLAIN)
    await duty.go_home()
    await duty.press("A phone is lost: unlink it")
    await duty.answer("lost_phone", "Tom Barker")


async def worker_plans(worker: Stranger) -> None:
    """What the carers' worker plans."""
    await worker.go_home()
    await worker.press("Supervisions", "Rosa Okafor", "Plan it")
    await worker.answer("plan_supervision")
