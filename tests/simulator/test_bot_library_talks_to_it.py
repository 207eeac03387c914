"""python-telegram-bot's own Bot can use every method of the table."""

import asyncio
import io
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MenuButtonCommands,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter
from telegram.request import HTTPXRequest

from simulator import Fault, Phone, World
from simulator.media import SMALL_PICTURE


async def test_every_sending_method_is_understood(bot: Bot, sam: Phone) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
    first = await bot.send_message(
        sam.id,
        "Hello Sam",
        entities=[MessageEntity("bold", 0, 5)],
        reply_markup=keyboard,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        disable_notification=True,
        protect_content=True,
    )
    assert first.entities[0].type == "bold"
    assert first.has_protected_content
    assert first.reply_markup == keyboard
    reply: Any = await bot.send_message(
        sam.id, "<b>Again</b>", parse_mode="HTML", reply_parameters=ReplyParameters(first.id)
    )
    assert reply.reply_to_message.message_id == first.id
    letter: Any = await bot.send_document(
        sam.id, io.BytesIO(b"BEGIN:VCALENDAR\r\n--x\r\n"), filename="dates.ics", caption="Dates"
    )
    assert letter.document.file_name == "dates.ics"
    stored = sam.messages()[-1].document
    assert stored is not None
    assert stored.content == b"BEGIN:VCALENDAR\r\n--x\r\n"
    again: Any = await bot.send_document(sam.id, letter.document.file_id)
    assert again.document.file_id == letter.document.file_id
    photo = await bot.send_photo(sam.id, SMALL_PICTURE, caption="Scan this")
    assert photo.photo[-1].width == 1
    assert await bot.send_chat_action(sam.id, "typing")
    edited: Any = await bot.edit_message_text("Changed", sam.id, first.id)
    assert edited.edit_date
    assert edited.reply_markup is None
    assert await bot.edit_message_reply_markup(sam.id, first.id, reply_markup=keyboard)
    assert await bot.pin_chat_message(sam.id, first.id)
    assert await bot.delete_message(sam.id, first.id)
    assert await bot.delete_messages(sam.id, [reply.id, letter.id, 999])


async def test_every_profile_and_chat_method_is_understood(
    bot: Bot, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam], bot_is_admin=True)
    amina = world.add_phone(key="amina", name="Amina")
    amina.joins(group)
    assert (await bot.get_me()).username == "hearthline_demo_bot"
    menu = [BotCommand("help", "Numbers to ring")]
    scope = BotCommandScopeChat(sam.id)
    sam.says("hello")
    assert await bot.set_my_commands(menu, scope=scope, language_code="en")
    assert await bot.get_my_commands(scope=scope, language_code="en") == tuple(menu)
    assert await bot.delete_my_commands(scope=scope, language_code="en")
    assert await bot.set_my_name("Hearth", language_code="en")
    assert await bot.set_my_description("What it is")
    assert await bot.set_my_short_description("Short")
    assert await bot.set_chat_menu_button(sam.id, MenuButtonCommands())
    assert (await bot.get_chat(group.id)).title == "Night"
    assert (await bot.get_chat_member(group.id, amina.id)).status == "member"
    assert {m.user.first_name for m in await bot.get_chat_administrators(group.id)} == {
        "Sam",
        "Hearthline",
    }
    assert await bot.ban_chat_member(group.id, amina.id)
    assert await bot.unban_chat_member(group.id, amina.id, only_if_banned=True)
    assert await bot.leave_chat(group.id)


async def test_updates_and_answers_are_understood(bot: Bot, sam: Phone) -> None:
    await bot.send_message(
        sam.id,
        "Well?",
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]]),
    )
    sam.presses("Yes")
    update: Any
    (update,) = await bot.get_updates(timeout=1)
    assert update.callback_query.data == "y"
    assert update.callback_query.from_user.id == sam.id
    assert await bot.answer_callback_query(update.callback_query.id, "Thank you", show_alert=True)
    assert [(toast.text, toast.show_alert) for toast in sam.toasts] == [("Thank you", True)]
    assert await bot.get_updates(offset=update.update_id + 1) == ()
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.set_webhook("https://example.org/hook", secret_token="abc")
    assert (await bot.get_webhook_info()).url == "https://example.org/hook"
    assert await bot.delete_webhook(drop_pending_updates=True)


async def test_a_file_from_a_phone_can_be_downloaded(bot: Bot, sam: Phone) -> None:
    sam.sends("document", content=b"%PDF", file_name="plan.pdf")
    update: Any
    (update,) = await bot.get_updates()
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF"


async def test_errors_arrive_as_the_library_knows_them(
    bot: Bot, world: World, sam: Phone, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    with pytest.raises(BadRequest, match=r"(?i)message text is empty"):
        await bot.send_message(sam.id, "")
    sam.blocks_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(sam.id, "x")
    group = world.add_group(title="Night", members=[sam])
    new = world.upgrade(group)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group.id, "x")
    assert migrated.value.new_chat_id == new.id
    world.faults.next("sendMessage", Fault.RATE_LIMIT(retry_after=3), chat=new)
    with pytest.raises(RetryAfter) as wait:
        await bot.send_message(new.id, "x")
    assert wait.value.retry_after == timedelta(seconds=3)
    async with HTTPXRequest() as requests:
        with pytest.raises(InvalidToken):
            await Bot("1:wrong", base_url=f"{root}/bot", request=requests).get_me()


async def test_every_kind_of_update_can_be_decoded(bot: Bot, world: World, sam: Phone) -> None:
    world.queue.set_allowed(
        [
            "message",
            "edited_message",
            "callback_query",
            "my_chat_member",
            "chat_member",
            "message_reaction",
        ]
    )
    group = world.add_group(title="Night", members=[sam], bot_is_admin=True)
    amina = world.add_phone(key="amina", name="Amina")
    amina.joins(group)
    said = sam.says("hello @hearthline_demo_bot", group)
    sam.edits(said.id, "hello", group)
    sam.reacts(said.id, "👍", group)
    amina.leaves(group)
    sam.blocks_bot()
    sam.unblocks_bot()
    world.upgrade(group)
    for kind in (
        "photo",
        "album",
        "voice",
        "video",
        "video_note",
        "sticker",
        "document",
        "location",
        "contact",
        "poll",
        "dice",
        "animation",
        "audio",
        "venue",
    ):
        sam.sends(kind)
    sam.forwards("Somebody else's words")
    raws = world.queue.take(0, 100)
    updates: list[Any] = [Update.de_json(raw, bot) for raw in raws]
    for raw, update in zip(raws, updates, strict=True):
        kind = next(key for key in raw if key != "update_id")
        assert getattr(update, kind) is not None
        assert not update.api_kwargs
        assert not getattr(update, kind).api_kwargs
        if kind == "message":
            assert (
                update.message.effective_attachment is not None
                or update.message.text
                or (
                    update.message.left_chat_member
                    or update.message.new_chat_members
                    or update.message.migrate_to_chat_id
                    or update.message.migrate_from_chat_id
                )
            )


async def test_another_http_client_can_send_json_and_forms(
    root: str, world: World, sam: Phone
) -> None:
    url = f"{root}/bot{world.token}"
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    async with aiohttp.ClientSession() as http:
        async with http.post(
            f"{url}/sendmessage", json={"chat_id": sam.id, "text": "A", "reply_markup": markup}
        ) as answer:
            assert answer.status == 200
        form = aiohttp.FormData({"chat_id": str(sam.id), "caption": "B"}, quote_fields=False)
        form.add_field("document", b"\r\n--\x00\xff\r", filename='a "b".bin')
        async with http.post(f"{url}/sendDocument", data=form) as answer:
            assert (await answer.json())["result"]["document"]["file_name"] == 'a "b".bin'
        async with http.get(f"{url}/getMe") as answer:
            assert (await answer.json())["result"]["is_bot"]
        async with http.get(f"{url}/getMee") as answer:
            assert answer.status == 404
            assert (await answer.json())["description"] == "Not Found: method not found"
        async with http.get(f"{root}/bot1:2/getMe") as answer:
            assert answer.status == 401
            assert (await answer.json())["description"] == "Unauthorized"
        world.faults.next("*", Fault.RATE_LIMIT(retry_after=7))
        async with http.get(f"{url}/getMe") as answer:
            assert answer.headers["Retry-After"] == "7"
            assert (await answer.json())["parameters"] == {"retry_after": 7}
    assert [m.document.content for m in sam.messages() if m.document] == [b"\r\n--\x00\xff\r"]


async def test_a_poll_of_a_caller_who_went_away_takes_nobodys_place(
    root: str, world: World, sam: Phone
) -> None:
    url = f"{root}/bot{world.token}/getUpdates"
    async with aiohttp.ClientSession() as http:
        poll = asyncio.ensure_future(http.get(url, params={"timeout": "50"}))
        while world.receiving._poll is None:
            await asyncio.sleep(0)
        poll.cancel()
        while world.receiving._poll is not None:
            await asyncio.sleep(0)
        sam.says("hello")
        async with http.get(url) as answer:
            assert len((await answer.json())["result"]) == 1
