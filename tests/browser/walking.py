"""What walks on the page of phones share: finding a phone, and being the bot behind it."""

import re
from typing import Any

from playwright.async_api import Locator, Page, expect

from simulator import Phone, World
from simulator.messages import Message
from tests.browser.conftest import ask, keyboard

BEGINS = re.compile(r"^\s*Demo: nobody is reading this\.")


def phone(page: Page, key: str) -> Locator:
    return page.locator(f"#phone-{key}")


def newest(phone: Locator) -> Locator:
    """The newest message of the bot on a phone."""
    return phone.locator(".theirs").last


async def press(phone: Locator, label: str) -> None:
    """Press the newest button with this label under a message."""
    named = phone.get_by_role("button", name=label, exact=True)
    await phone.locator(".press").and_(named).last.click()


async def write(phone: Locator, words: str) -> None:
    """Type words on a phone and send them."""
    box = phone.get_by_role("textbox")
    await box.fill(words)
    await box.press("Enter")


async def every_screen_says_demo(page: Page) -> None:
    """All messages of the bot on all phones, once the screens stand behind their neutral lines."""
    words = page.locator(".theirs .words")
    assert await words.count() > 0
    await expect(words.filter(has_not_text=BEGINS)).to_have_count(0)


async def middle(locator: Locator) -> float:
    """Where the middle of something is, in pixels from the left."""
    box = await locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


async def next_press(world: World) -> dict[str, Any]:
    """The next press of a button that reaches the bot, as a poll of its own would get it."""
    updates = await ask(world, "getUpdates", timeout=10, allowed_updates=["callback_query"])
    assert updates, "Nobody pressed anything."
    return dict(updates[0]["callback_query"])


async def next_words(world: World, sender: Phone) -> Message:
    """The next message of a person."""
    while True:
        version = world.changed.version
        for chat in sender.chats:
            for message in chat.messages.values():
                if message.sender is sender.account:
                    return message
        assert await world.changed.wait(version, 5) > version, "Nobody sent anything."


async def answer_and_edit(world: World, press: dict[str, Any], text: str, *rows: list[str]) -> None:
    """Do what the bot does after a press: change the message in its place."""
    await ask(world, "answerCallbackQuery", callback_query_id=press["id"], text="Noted")
    await ask(
        world,
        "editMessageText",
        chat_id=press["message"]["chat"]["id"],
        message_id=press["message"]["message_id"],
        text=text,
        reply_markup=keyboard(*rows),
    )
