"""A stranger at the demo's page: each person goes through each of their conversations.

In each language with every change; `make walk` keeps what they did and saw as pages in the folder
`.walk`. The demo is a quick one; axe looks at each kind of screen once, and at how things look in
English: in another language the direction and the words differ, the colours do not.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Literal

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Page

from commands.demo import running_demo
from commands.demo_folder import SAMPLES
from conversations.catalogue import FORMS
from locales import language, languages
from tests.browser.axe import faults
from tests.browser.conftest import PageAt, chromium
from tests.browser.stranger import EYES, Stranger
from tests.browser.walk_record import Record

WIDE = 2800
"""Pixels: all phones of the demo side by side."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PLAIN = ("No", "Yes, ring me", "It is planned", "Yes", "At home")
CAST = (
    *("carer", "second_carer", "young_person", "advocate", "worker", "childs_worker"),
    *("first_on_call", "team_manager"),
)


NEWS = {
    "C-002,S-001,,today-900,today-200": "C-002,S-001,,today-900,today-320",
    "NM-202417,today-95,": "NM-202417,today-1,",
}
"""What differs from the samples: a review is near, and a child came yesterday."""


def lists_with_news(folder: Path) -> Path:
    """A folder with the samples, but for what has just happened."""
    lists = folder / "lists"
    lists.mkdir()
    for sample in SAMPLES.glob("*.csv"):
        words = sample.read_text(encoding="utf-8")
        for row, news in NEWS.items():
            words = words.replace(row, news)
        (lists / sample.name).write_text(words, encoding="utf-8")
    return lists


@pytest.fixture(params=languages())
def tag(request: pytest.FixtureRequest) -> str:
    """The language that everybody reads in this walk."""
    return str(request.param)


@pytest_asyncio.fixture(loop_scope="session")
async def root(tag: str, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a quick demo of its own, at nine in the evening."""
    chromium()
    lists = lists_with_news(tmp_path)
    async with running_demo(tmp_path / "demo", lists=lists, quick=True) as (address, _):
        async with httpx.AsyncClient() as page:
            moved = await page.post(f"{address}/clock", json={"move": "next 21:00"})
        moved.raise_for_status()
        yield address


@pytest.mark.long
async def test_each_person_completes_each_of_their_conversations(
    page_at: PageAt, tag: str, tmp_path: Path
) -> None:
    page = await page_at(WIDE, reduced_motion="reduce")
    record = Record(tag=tag, direction=language(tag).direction)
    try:
        assert set(await walk(page, tag, record)) == set(FORMS)
    finally:
        write_down(record, Path(os.environ.get("WALK_RECORD") or tmp_path))
    assert await faults_on(page, record) == []


async def faults_on(page: Page, record: Record) -> list[str]:
    """Whatever axe finds on any kind of screen; in English also its looks, by day and night."""
    await page.goto("about:blank")
    await page.set_viewport_size({"width": 1280, "height": 800})
    await page.set_content(record.kinds())
    found = await faults(page, looks=False)
    if record.tag != "en":
        return found
    await page.set_content(record.sorts())
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        found += await faults(page)
    return found


def write_down(record: Record, folder: Path) -> None:
    """Keep the record where somebody can look at it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"walk-{record.tag}.html").write_text(record.page(), encoding="utf-8")


async def walk(page: Page, tag: str, record: Record) -> list[str]:
    """Everybody's conversations in one language; answers which forms were sent."""
    await page.evaluate(EYES)
    hands = asyncio.Lock()
    cast = {key: Stranger(page=page, key=key, hands=hands, record=record) for key in CAST}
    await asyncio.gather(*(stranger.chooses(tag) for stranger in cast.values()))
    await how_things_are(cast["young_person"], cast["childs_worker"])
    await together(
        cast,
        carer=carer_tells_and_asks,
        second_carer=second_carer_answers,
        young_person=young_person_says,
    )
    await second_carer_is_alone_at_night(cast["second_carer"])
    await together(
        cast,
        first_on_call=duty_answers,
        worker=worker_plans,
        advocate=advocate_writes,
        team_manager=manager_answers,
    )
    await manager_turns_private(cast["team_manager"])
    return [form for stranger in cast.values() for form in stranger.walked]


async def together(
    cast: dict[str, Stranger], **walks: Callable[[Stranger], Awaitable[None]]
) -> None:
    """Several people at once, each on their own phone."""
    await asyncio.gather(*(walk(cast[key]) for key, walk in walks.items()))


async def carer_tells_and_asks(carer: Stranger) -> None:
    """What a carer tells, asks for, wants to have decided, and is not content with."""
    for opening, form in (
        ("Something has changed at home", "household_change"),
        ("Something has happened", "difficulty"),
        ("Ask for support", "support"),
    ):
        await carer.go_home()
        await carer.press(opening)
        await carer.answer(form, *PLAIN)
        assert "R-" in carer.card.face
    await carer.go_home()
    await carer.press("Who decides?", "J (otter)", "Hair, photos, travel, work")
    await carer.press("Ear piercing")
    await carer.answer("decision", *PLAIN)
    await carer.go_home()
    await carer.press("Concerns and complaints", "Tell us about it")
    await carer.answer("concern", *PLAIN)


async def second_carer_answers(carer: Stranger) -> None:
    """What a carer is asked: how the year was, and what they were told of a child who came."""
    await carer.go_home()
    await carer.press("My dates", "Annual review", "Say how the year was")
    await carer.answer("review_views", *PLAIN)
    for opening, form in (
        ("What have I been told?", "information"),
        ("Ask a question about a child", "child_question"),
        ("Support from the first day", "first_support"),
    ):
        await carer.go_home()
        await carer.press("My dates")
        await carer.press_first("M (robin)")
        await carer.press(opening)
        await carer.answer(form, *PLAIN)


async def second_carer_is_alone_at_night(carer: Stranger) -> None:
    """A carer asks for help, adds to it, and a child is missing."""
    await carer.go_home()
    await carer.press("I need help now", "Tell the on-call team")
    await carer.answer("urgent_help", *PLAIN)
    await carer.press("Add something")
    await carer.answer("add_words")
    await carer.press("Correct a mistake")
    await carer.answer("correction")
    await carer.go_home()
    await carer.press("I need to talk to someone tonight")
    await carer.answer("talk_tonight", *PLAIN)
    await carer.go_home()
    await carer.press("A child is missing")
    await carer.answer("missing_child", *PLAIN)


async def how_things_are(young: Stranger, worker: Stranger) -> None:
    """A young person says it, their own worker says what came of it, and they see that."""
    await young.press("Say how things are")
    await young.press_first("Owen Hughes")
    await young.press("That is all")
    await young.answer("check_in", "🙂 Good")
    await worker.press("Open and read it", "Answer")
    await worker.answer("answer_check_in", *PLAIN)
    await young.go_home()
    await young.press("What happened with what I said")
    await young.press_first()
    await young.press("Yes, it makes sense")


async def young_person_says(young: Stranger) -> None:
    """Who is on their side, that something is not fair, and that it is not safe."""
    await young.go_home()
    await young.press("Get someone on my side")
    await young.answer("advocacy", "Here in this chat")
    await young.press("Write to them")
    await young.answer("to_advocate")
    await young.go_home()
    await young.press("Ask for something or a visit")
    await young.answer("ask")
    await young.go_home()
    await young.press("Something is not fair", "No, I say it myself")
    await young.answer("young_concern", *PLAIN)
    await young.go_home()
    await young.press("I'm not safe right now", "Message only", "Write to them")
    await young.answer("own_words")
    await young.go_home()
    await young.press("I'm not safe right now", "Call me")
    await young.answer("safe_number")


async def worker_plans(worker: Stranger) -> None:
    """What the carers' worker plans and records."""
    await worker.go_home()
    await worker.press("Supervisions", "Rosa Okafor", "Plan it")
    await worker.answer("plan_supervision")
    await worker.go_home()
    await worker.press("Annual reviews", "Daniel Okafor", "Plan it")
    await worker.answer("plan_review")
    await worker.go_home()
    await worker.press("Annual reviews", "Rosa Okafor", "It was held on another day")
    await worker.answer("review_held")
    await worker.go_home()
    await worker.press("Who decides?", "J (otter)", "Care review and move", "Set a move")
    await worker.answer("care_day")


async def duty_answers(duty: Stranger) -> None:
    """The on-call worker closes, answers, writes a call down, looks somebody up, cuts one off."""
    await duty.press("I've got it", "Spoke by phone", "Yes, we have spoken")
    await duty.press("Close with what was done")
    await duty.answer("close_missing_child", *PLAIN)
    await duty.go_home()
    await duty.press_first()
    await duty.press_first("R-")
    await duty.press("I've got it", "Reply", "Write my own")
    await duty.answer("staff_reply")
    await duty.press("Spoke by phone", "Yes, we have spoken", "Close with what was done")
    await duty.answer("close_request")
    await duty.go_home()
    await duty.press("Add a phone call")
    await duty.answer("phone_call", *PLAIN)
    await duty.go_home()
    await duty.press("Find a family")
    await duty.answer("find_family", "Rosa Okafor")
    await duty.go_home()
    await duty.press("A phone is lost: unlink it")
    await duty.answer("lost_phone", "Tom Barker")


async def advocate_writes(advocate: Stranger) -> None:
    """Somebody on a young person's side writes back."""
    await advocate.press("Write to them")
    await advocate.answer("from_advocate")


async def manager_answers(manager: Stranger) -> None:
    """A concern is answered above the person it is about, but first it takes longer."""
    await manager.press("I've got it", "I need more time")
    await manager.answer("extend_concern")
    await manager.press("Answer this concern")
    await manager.answer("answer_concern", *PLAIN)


async def manager_turns_private(manager: Stranger) -> None:
    """A household goes into private process, its carers are told, and it ends."""
    await manager.go_home()
    await manager.press("Find a family")
    await manager.answer("find_family", "Rosa Okafor")
    await manager.press("Private: the whole household", "Make it private")
    await manager.answer("private_home")
    await manager.press("They have been told")
    await manager.answer("private_home_told")
    await manager.press("End the private process")
    await manager.answer("private_home_end")
