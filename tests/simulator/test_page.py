"""The page of phones over HTTP: what it tells and what it does."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import httpx
import pytest

from simulator import Phone, World
from simulator.page import routes
from simulator.page_news import PageNews
from simulator.server import build, serve
from tests.simulator.conftest import Ask, StoryClock


class MovingClock:
    """A clock that the page may move by `+5m` only."""

    def __init__(self, clock: StoryClock) -> None:
        self.clock = clock

    def now(self) -> datetime:
        return self.clock.at

    async def move(self, words: str) -> datetime:
        if words != "+5m":
            raise ValueError("Only five minutes.")
        self.clock.at += timedelta(minutes=5)
        return self.clock.at


@pytest.fixture
async def page(world: World, clock: StoryClock) -> AsyncIterator[httpx.AsyncClient]:
    """The page as a browser on the same machine meets it."""
    transport = httpx.ASGITransport(build(world, MovingClock(clock)))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8081") as page:
        yield page


async def test_a_phone_is_told_whole(page: httpx.AsyncClient, sam: Phone, ask: Ask) -> None:
    sam.says("hello")
    await ask(
        "sendMessage",
        chat_id=sam.id,
        text="Ring 999",
        entities=[{"type": "bold", "offset": 5, "length": 3}],
        reply_markup={
            "inline_keyboard": [
                [
                    {"text": "Yes", "callback_data": "y"},
                    {"text": "Page", "url": "https://a.example/"},
                ]
            ]
        },
        disable_notification=True,
        protect_content=True,
    )
    told = (await page.get("/phones")).json()
    assert told["now"] == "2026-03-02T09:00:00+00:00"
    assert told["demo"]["notice"] == "Demo: nobody is reading this."
    [phone] = told["phones"]
    assert (phone["key"], phone["name"], phone["label"]) == ("sam", "Sam", "Carer")
    assert (phone["language"], phone["direction"]) == ("en", "ltr")
    assert (phone["unread"], phone["blocked"], phone["can_write"]) == (1, False, True)
    assert phone["lock_screen"] == "Ring 999"
    assert phone["chats"] == [{"id": sam.id, "title": "Hearthline", "kind": "private"}]
    mine, theirs = phone["messages"]
    assert (mine["mine"], mine["sender"], mine["text"]) == (True, "Sam", "hello")
    assert (theirs["mine"], theirs["sender"], theirs["edited"]) == (False, "Hearthline", False)
    assert theirs["entities"] == [{"type": "bold", "offset": 5, "length": 3}]
    assert theirs["buttons"] == [
        [
            {"text": "Yes", "kind": "callback"},
            {"text": "Page", "kind": "url", "url": "https://a.example/"},
        ]
    ]
    assert (theirs["silent"], theirs["protected"]) == (True, True)


async def test_an_arabic_phone_is_told_to_run_from_right_to_left(
    page: httpx.AsyncClient, world: World
) -> None:
    world.add_phone(key="noor", name="Noor", language_code="ar")
    [phone] = (await page.get("/phones")).json()["phones"]
    assert phone["direction"] == "rtl"


async def test_a_phone_turns_welsh_with_what_the_bot_says_and_back(
    page: httpx.AsyncClient, sam: Phone, ask: Ask
) -> None:
    for words, language in (
        ("Does neb wedi cael gwybod eto.", "cy"),
        ("Tîm ar alwad: 020 7946 0101. Methu siarad? Ffoniwch 999, yna pwyswch 55.", "cy"),
        ("Nobody has been told yet.", "en"),
    ):
        await ask("sendMessage", chat_id=sam.id, text=words)
        [phone] = (await page.get("/phones")).json()["phones"]
        assert phone["messages"][-1]["language"] == language
        assert (phone["language"], phone["direction"]) == (language, "ltr")


async def test_a_person_who_never_pressed_start_cannot_write_yet(
    page: httpx.AsyncClient, world: World
) -> None:
    world.add_phone(key="new", name="New")
    [phone] = (await page.get("/phones")).json()["phones"]
    assert phone["can_write"] is False


async def test_a_group_is_a_column_in_which_a_member_is_chosen(
    page: httpx.AsyncClient, world: World, sam: Phone, ask: Ask
) -> None:
    grace = world.add_phone(key="grace", name="Grace", started=True)
    group = world.add_group(title="Out of hours", members=[sam, grace], bot_is_admin=True)
    sent = await ask(
        "sendMessage",
        chat_id=group.id,
        text="One waits",
        reply_markup={"inline_keyboard": [[{"text": "I've got it", "callback_data": "got"}]]},
    )
    column = (await page.get("/phones")).json()["phones"][-1]
    assert (column["key"], column["name"]) == ("group", "Out of hours")
    assert column["members"] == [{"key": "sam", "name": "Sam"}, {"key": "grace", "name": "Grace"}]
    press = {"message_id": sent["message_id"], "row": 0, "column": 0}
    assert (await page.post("/phones/group/press", json=press)).status_code == 400
    pressed = await page.post("/phones/group/press", json=press | {"as": "grace"})
    assert pressed.status_code == 200
    [update] = await ask("getUpdates")
    assert update["callback_query"]["from"]["id"] == grace.id


async def test_the_acts_of_a_viewer_reach_the_bot(
    page: httpx.AsyncClient, sam: Phone, ask: Ask
) -> None:
    for act, body in [
        ("say", {"text": "hello"}),
        ("send", {"kind": "location"}),
        ("send", {"kind": "forward"}),
        ("open", {"url": "https://t.me/hearthline_demo_bot?start=K7Q2"}),
    ]:
        answer = await page.post(f"/phones/sam/{act}", json=body)
        assert answer.status_code == 200, answer.text
    said, place, forwarded, start = [each["message"] for each in await ask("getUpdates")]
    assert said["text"] == "hello"
    assert "location" in place
    assert "forward_origin" in forwarded
    assert start["text"] == "/start K7Q2"


async def test_only_ones_own_message_can_be_changed_or_deleted(
    page: httpx.AsyncClient, sam: Phone, ask: Ask
) -> None:
    own = sam.says("at sevn")
    sent = await ask("sendMessage", chat_id=sam.id, text="One")
    theirs = {"message_id": sent["message_id"], "text": "Two"}
    assert (await page.post("/phones/sam/edit", json=theirs)).status_code == 409
    assert (await page.post("/phones/sam/delete", json=theirs)).status_code == 409
    change = {"message_id": own.id, "text": "at seven"}
    assert (await page.post("/phones/sam/edit", json=change)).status_code == 200
    assert own.text == "at seven"
    assert (await page.post("/phones/sam/delete", json=change)).status_code == 200
    assert [message.text for message in sam.messages()] == ["One"]


async def test_reading_takes_the_unread_mark_away(
    page: httpx.AsyncClient, sam: Phone, ask: Ask
) -> None:
    await ask("sendMessage", chat_id=sam.id, text="One")
    assert (await page.post("/phones/sam/read", json={})).status_code == 200
    [phone] = (await page.get("/phones")).json()["phones"]
    assert phone["unread"] == 0


async def test_a_button_that_has_gone_is_said_plainly(page: httpx.AsyncClient, sam: Phone) -> None:
    answer = await page.post("/phones/sam/press", json={"message_id": 9, "row": 0, "column": 0})
    assert answer.status_code == 409
    assert answer.json() == {"error": "That button is no longer there."}


async def test_a_blocked_bot_takes_no_words_until_the_block_is_taken_back(
    page: httpx.AsyncClient, sam: Phone
) -> None:
    assert (await page.post("/phones/sam/send", json={"kind": "block"})).status_code == 200
    assert (await page.post("/phones/sam/say", json={"text": "hm"})).status_code == 409
    [phone] = (await page.get("/phones")).json()["phones"]
    assert (phone["blocked"], phone["can_write"]) == (True, False)
    assert (await page.post("/phones/sam/send", json={"kind": "unblock"})).status_code == 200
    assert (await page.post("/phones/sam/say", json={"text": "hm"})).status_code == 200


async def test_the_clock_moves_and_says_the_new_time(page: httpx.AsyncClient) -> None:
    answer = await page.post("/clock", json={"move": "+5m"})
    assert answer.json() == {"now": "2026-03-02T09:05:00+00:00"}


def test_without_a_clock_there_is_nothing_to_move(world: World) -> None:
    assert "/clock" not in {route.path for route in routes(world, None)}


async def test_a_change_is_told_to_a_page_that_listens(world: World, sam: Phone) -> None:
    async with (
        serve(build(world)) as root,
        httpx.AsyncClient() as page,
        page.stream("GET", f"{root}/phones/changes") as stream,
    ):
        lines = stream.aiter_lines()

        async def next_state() -> dict[str, object]:
            async for line in lines:
                if line.startswith("data: "):
                    return dict(json.loads(line.removeprefix("data: "))["phones"][0])
            raise AssertionError("The stream has ended.")

        assert (await next_state())["messages"] == []
        sam.says("hello")
        state = await asyncio.wait_for(next_state(), 5)
        assert "hello" in json.dumps(state["messages"])


async def test_only_the_phone_and_the_message_with_news_are_told_again(
    world: World, sam: Phone, ask: Ask
) -> None:
    noor = world.add_phone(key="noor", name="Noor", started=True)
    sent = [await ask("sendMessage", chat_id=sam.id, text=words) for words in ("One", "Two")]
    await ask("sendMessage", chat_id=noor.id, text="Hello")
    news = PageNews(world, movable=False)
    assert [phone["key"] for phone in news.tell()["phones"]] == ["sam", "noor"]
    assert news.tell()["phones"] == []

    number = sent[0]["message_id"]
    await ask("editMessageText", chat_id=sam.id, message_id=number, text="One, better")
    told = news.tell()
    [phone] = told["phones"]
    assert told["order"] == ["sam", "noor"]
    assert (phone["key"], phone["anew"], phone["gone"]) == ("sam", False, [])
    assert [message["text"] for message in phone["messages"]] == ["One, better"]

    await ask("deleteMessage", chat_id=sam.id, message_id=number)
    [phone] = news.tell()["phones"]
    assert (phone["messages"], phone["gone"]) == ([], [number])


async def test_a_group_that_became_another_is_told_anew(world: World, sam: Phone, ask: Ask) -> None:
    group = world.add_group(title="Out of hours", members=[sam], bot_is_admin=True)
    await ask("sendMessage", chat_id=group.id, text="One waits")
    news = PageNews(world, movable=False)
    news.tell()
    world.upgrade(group)
    column = news.tell()["phones"][-1]
    assert (column["key"], column["anew"]) == ("group", True)


async def test_a_world_that_hurries_says_so(page: httpx.AsyncClient, world: World) -> None:
    assert (await page.get("/phones")).json()["demo"]["faster"] is None
    world.faster = True
    faster = (await page.get("/phones")).json()["demo"]["faster"]
    assert faster == "Answers come faster here than Telegram allows."
