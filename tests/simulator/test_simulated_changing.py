"""Edits, deletions and answers to presses."""

import pytest

from simulator import Phone, World
from simulator.editing import NOT_MODIFIED
from tests.simulator.conftest import Ask, StoryClock

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_an_edit_without_markup_removes_the_keyboard(ask: Ask, sam: Phone) -> None:
    sent = await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=YES)
    await ask("editMessageText", chat_id=sam.id, message_id=sent["message_id"], text="y")
    (shown,) = sam.messages()
    assert (shown.text, shown.buttons) == ("y", [])
    assert shown.edit_date
    assert len(sam.notifications) == 1


async def test_an_edit_that_changes_nothing_is_refused(ask: Ask, refused: Ask, sam: Phone) -> None:
    sent = await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=YES)
    same = {"chat_id": sam.id, "message_id": sent["message_id"], "reply_markup": YES}
    assert await refused("editMessageText", text=" x", **same) == f"Bad Request: {NOT_MODIFIED}"
    assert await refused("editMessageReplyMarkup", **same) == f"Bad Request: {NOT_MODIFIED}"
    await ask("editMessageReplyMarkup", chat_id=sam.id, message_id=sent["message_id"])
    assert sam.messages()[-1].buttons == []


async def test_edits_that_cannot_be(ask: Ask, refused: Ask, sam: Phone) -> None:
    theirs = sam.says("mine")
    keys = {"keyboard": [[{"text": "A"}]]}
    with_keys = await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=keys)
    letter = await ask("sendDocument", chat_id=sam.id, document=sam.sends("document").file.file_id)
    words = {
        each: await refused("editMessageText", chat_id=sam.id, message_id=each, text="y")
        for each in (theirs.id, with_keys["message_id"], letter["message_id"], 999)
    }
    assert list(words.values()) == [
        "Bad Request: message can't be edited",
        "Bad Request: message can't be edited",
        "Bad Request: there is no text in the message to edit",
        "Bad Request: message to edit not found",
    ]


async def test_an_edit_has_its_own_words_for_too_long(ask: Ask, refused: Ask, sam: Phone) -> None:
    sent = await ask("sendMessage", chat_id=sam.id, text="x")
    place = {"chat_id": sam.id, "message_id": sent["message_id"]}
    assert (
        await refused("editMessageText", text="a" * 4097, **place)
        == "Bad Request: MESSAGE_TOO_LONG"
    )
    assert (
        await refused("editMessageText", text="y", reply_markup={"keyboard": []}, **place)
        == "Bad Request: inline keyboard expected"
    )


async def test_an_edit_passes_after_a_block_and_after_years(
    ask: Ask, clock: StoryClock, sam: Phone
) -> None:
    sent = await ask("sendMessage", chat_id=sam.id, text="x")
    sam.blocks_bot()
    clock.forward(days=800)
    await ask("editMessageText", chat_id=sam.id, message_id=sent["message_id"], text="y")


async def test_a_deleted_message_is_gone_for_everything(ask: Ask, refused: Ask, sam: Phone) -> None:
    sent = await ask("sendMessage", chat_id=sam.id, text="x")
    place = {"chat_id": sam.id, "message_id": sent["message_id"]}
    await ask("deleteMessage", **place)
    assert sam.messages() == []
    assert await refused("deleteMessage", **place) == "Bad Request: message to delete not found"
    assert (
        await refused("editMessageText", text="y", **place)
        == "Bad Request: message to edit not found"
    )


@pytest.mark.parametrize(
    ("supergroup", "words"),
    [
        (None, "message can't be deleted for everyone"),
        (False, "message can't be deleted for everyone"),
        (True, "message can't be deleted"),
    ],
)
async def test_after_48_hours_nothing_can_be_deleted(
    ask: Ask,
    refused: Ask,
    world: World,
    clock: StoryClock,
    sam: Phone,
    supergroup: bool | None,
    words: str,
) -> None:
    chat_id = sam.id
    if supergroup is not None:
        chat_id = world.add_group(title="Night", members=[sam], supergroup=supergroup).id
    ids = [(await ask("sendMessage", chat_id=chat_id, text="x"))["message_id"] for _ in range(2)]
    clock.forward(hours=47, minutes=59)
    await ask("deleteMessage", chat_id=chat_id, message_id=ids[0])
    clock.forward(minutes=1)
    assert (
        await refused("deleteMessage", chat_id=chat_id, message_id=ids[1])
        == f"Bad Request: {words}"
    )


async def test_a_persons_words_can_be_deleted_in_private_and_by_an_administrator(
    ask: Ask, refused: Ask, world: World, sam: Phone
) -> None:
    await ask("deleteMessage", chat_id=sam.id, message_id=sam.says("x").id)
    plain = world.add_group(title="A", members=[sam], supergroup=True)
    led = world.add_group(title="B", members=[sam], supergroup=True, bot_is_admin=True)
    assert (
        await refused("deleteMessage", chat_id=plain.id, message_id=sam.says("x", plain).id)
        == "Bad Request: message can't be deleted"
    )
    await ask("deleteMessage", chat_id=led.id, message_id=sam.says("x", led).id)


async def test_many_are_deleted_at_once_and_unknown_ones_passed_over(
    ask: Ask, refused: Ask, sam: Phone
) -> None:
    ids = [sam.says("x").id for _ in range(3)]
    assert await ask("deleteMessages", chat_id=sam.id, message_ids=[*ids, 999]) is True
    assert sam.messages() == []
    assert "not specified" in await refused("deleteMessages", chat_id=sam.id, message_ids=[])
    many = list(range(1, 102))
    assert "too many" in await refused("deleteMessages", chat_id=sam.id, message_ids=many)


async def pressed(ask: Ask, sam: Phone) -> str:
    await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=YES)
    sam.presses("Yes")
    query_id: str = (await ask("getUpdates", offset=-1))[0]["callback_query"]["id"]
    return query_id


async def test_a_press_is_answered_once_and_in_time(
    ask: Ask, refused: Ask, clock: StoryClock, sam: Phone
) -> None:
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    query = await pressed(ask, sam)
    assert (
        await refused("answerCallbackQuery", callback_query_id=query, text="a" * 201)
        == "Bad Request: MESSAGE_TOO_LONG"
    )
    await ask("answerCallbackQuery", callback_query_id=query, text="a" * 200)
    assert sam.toasts[-1].text == "a" * 200
    assert await refused("answerCallbackQuery", callback_query_id=query) == late
    assert await refused("answerCallbackQuery", callback_query_id="5") == late
    query = await pressed(ask, sam)
    clock.forward(seconds=21)
    assert await refused("answerCallbackQuery", callback_query_id=query) == late


async def test_behind_a_button_of_a_deleted_message_is_an_inaccessible_one(
    ask: Ask, sam: Phone
) -> None:
    sent = await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=YES)
    await ask("deleteMessage", chat_id=sam.id, message_id=sent["message_id"])
    sam.presses_at(sent["message_id"], 0, 0)
    sam.forges(12345, "forged")
    known, unknown = [each["callback_query"] for each in await ask("getUpdates")]
    assert known["message"] == {"chat": sent["chat"], "message_id": sent["message_id"], "date": 0}
    assert unknown["data"] == "forged"
    assert unknown["message"]["date"] == 0


async def test_pinning_needs_rights_in_a_group(
    ask: Ask, refused: Ask, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam])
    sent = await ask("sendMessage", chat_id=group.id, text="x")
    place = {"chat_id": group.id, "message_id": sent["message_id"]}
    assert "not enough rights" in await refused("pinChatMessage", **place)
    assert "not found" in await refused("pinChatMessage", chat_id=group.id, message_id=999)
