"""What may be sent to whom: lengths, entities, keyboards, and people who cannot be reached."""

import pytest

from simulator import Phone, World
from simulator.chats import Standing, Topic
from simulator.raw import Json
from tests.simulator.conftest import Ask


@pytest.mark.parametrize("character", ["a", "😀"])
async def test_a_text_has_at_most_4096_code_points(
    ask: Ask, refused: Ask, sam: Phone, character: str
) -> None:
    await ask("sendMessage", chat_id=sam.id, text=character * 4096)
    words = await refused("sendMessage", chat_id=sam.id, text=character * 4097)
    assert words == "Bad Request: message is too long"


async def test_only_what_is_left_after_parsing_and_trimming_counts(ask: Ask, sam: Phone) -> None:
    text = " " + "<b>" + "a" * 4096 + "</b>\n"
    sent = await ask("sendMessage", chat_id=sam.id, text=text, parse_mode="HTML")
    assert len(sent["text"]) == 4096
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "message text is empty"),
        (" \n\t", "text must be non-empty"),
        ("a" * 32769, "text is too long"),
        ("é" * 16385, "text is too long"),
    ],
)
async def test_texts_that_cannot_be_sent(refused: Ask, sam: Phone, text: str, words: str) -> None:
    assert await refused("sendMessage", chat_id=sam.id, text=text) == f"Bad Request: {words}"


async def test_a_caption_has_at_most_1024_code_points(ask: Ask, refused: Ask, sam: Phone) -> None:
    file_id = sam.sends("document").file.file_id
    await ask("sendDocument", chat_id=sam.id, document=file_id, caption="a" * 1024)
    words = await refused("sendDocument", chat_id=sam.id, document=file_id, caption="a" * 1025)
    assert words == "Bad Request: message caption is too long"


async def test_entities_are_measured_in_utf16_units(ask: Ask, sam: Phone) -> None:
    bold = {"type": "bold", "offset": 3, "length": 3}
    sent = await ask("sendMessage", chat_id=sam.id, text="😀 now", entities=[bold])
    assert sent["entities"] == [bold]
    assert sam.messages()[-1].entities == [bold]


@pytest.mark.parametrize(
    ("offset", "length", "words"),
    [
        (-1, 1, "receive an entity with incorrect offset -1"),
        (5, 1, "entity begins after the end of the text at UTF-16 offset 5"),
        (2, 1, "entity begins in a middle of a UTF-16 symbol at byte offset 5"),
        (
            1,
            1,
            "entity beginning at UTF-16 offset 1 ends in a middle of a UTF-16 symbol "
            "at byte offset 5",
        ),
        (
            3,
            4,
            "entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 7",
        ),
    ],
)
async def test_entities_must_lie_in_the_text(
    refused: Ask, sam: Phone, offset: int, length: int, words: str
) -> None:
    entity = {"type": "bold", "offset": offset, "length": length}
    answer = await refused("sendMessage", chat_id=sam.id, text="a😀b", entities=[entity])
    assert answer == f"Bad Request: {words}"


async def test_entities_beyond_the_hundredth_are_ignored(ask: Ask, sam: Phone) -> None:
    many = [{"type": "bold", "offset": each, "length": 1} for each in range(110)]
    sent = await ask("sendMessage", chat_id=sam.id, text="a" * 110, entities=many)
    assert len(sent["entities"]) == 100


async def test_an_entity_of_an_unknown_type_is_refused(refused: Ask, sam: Phone) -> None:
    wrong = [{"type": "loud", "offset": 0, "length": 1}]
    assert "unsupported type" in await refused(
        "sendMessage", chat_id=sam.id, text="a", entities=wrong
    )


async def test_commands_and_links_are_found_by_telegram_itself(ask: Ask, sam: Phone) -> None:
    sent = await ask("sendMessage", chat_id=sam.id, text="😀 /help or https://example.org/a.")
    assert [(each["type"], each["offset"], each["length"]) for each in sent["entities"]] == [
        ("bot_command", 3, 5),
        ("url", 12, 21),
    ]


async def test_other_parse_modes_are_unsupported(refused: Ask, sam: Phone) -> None:
    for mode in ("MarkdownV2", "Telegraph"):
        words = await refused("sendMessage", chat_id=sam.id, text="x", parse_mode=mode)
        assert words == "Bad Request: unsupported parse_mode"


def inline(*buttons: Json) -> Json:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("data", "accepted"), [("a" * 64, True), ("é" * 32, True), ("a" * 65, False), ("é" * 33, False)]
)
async def test_button_data_has_at_most_64_bytes(
    call: Ask, sam: Phone, data: str, accepted: bool
) -> None:
    markup = inline({"text": "x", "callback_data": data})
    reply = await call("sendMessage", chat_id=sam.id, text="x", reply_markup=markup)
    assert reply.body["ok"] is accepted
    if not accepted:
        assert reply.body["description"] == "Bad Request: BUTTON_DATA_INVALID"


@pytest.mark.parametrize("button", [{"text": "x"}, {"text": "x", "callback_data": ""}])
async def test_a_button_must_do_something(refused: Ask, sam: Phone, button: Json) -> None:
    words = await refused("sendMessage", chat_id=sam.id, text="x", reply_markup=inline(button))
    assert words == (
        "Bad Request: can't parse inline keyboard button: "
        "Text buttons are unallowed in the inline keyboard"
    )


async def test_a_button_may_not_lead_to_a_host_without_a_dot(
    ask: Ask, refused: Ask, sam: Phone
) -> None:
    local = inline({"text": "x", "url": "http://localhost/"})
    assert await refused("sendMessage", chat_id=sam.id, text="x", reply_markup=local) == (
        "Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL"
    )
    good = inline({"text": "x", "url": "https://example.org"})
    await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=good)
    assert sam.presses("x") == "https://example.org/"


async def test_keyboards_have_limits(ask: Ask, refused: Ask, sam: Phone) -> None:
    button = {"text": "x", "callback_data": "y"}
    await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=inline(*[button] * 100))
    for markup in (
        inline(*[button] * 101),
        inline(*[{"text": "é" * 100, "callback_data": "y"}] * 50),
        {"keyboard": [[{"text": "x"}] * 301]},
    ):
        words = await refused("sendMessage", chat_id=sam.id, text="x", reply_markup=markup)
        assert words == "Bad Request: reply markup is too long"


async def test_a_phone_number_is_asked_for_in_private_only(
    ask: Ask, refused: Ask, world: World, sam: Phone
) -> None:
    keys = {"keyboard": [[{"text": "My number", "request_contact": True}]]}
    await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=keys)
    group = world.add_group(title="Night", members=[sam])
    assert (
        await refused("sendMessage", chat_id=group.id, text="x", reply_markup=keys)
        == "Bad Request: phone number can be requested in private chats only"
    )


async def test_a_reply_needs_its_message_unless_told_otherwise(
    ask: Ask, refused: Ask, sam: Phone
) -> None:
    words = await refused(
        "sendMessage", chat_id=sam.id, text="x", reply_parameters={"message_id": 99}
    )
    assert words == "Bad Request: message to be replied not found"
    anyway = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await ask(
        "sendMessage", chat_id=sam.id, text="x", reply_parameters=anyway
    )


async def test_people_who_cannot_be_reached(refused: Ask, world: World) -> None:
    stranger = world.add_phone(key="a", name="Ada")
    member = world.add_phone(key="b", name="Ben")
    blocker = world.add_phone(key="c", name="Cy", started=True)
    gone = world.add_phone(key="d", name="Di", started=True)
    world.add_group(title="Night", members=[member])
    blocker.blocks_bot()
    gone.deactivates()
    told = {
        phone.name: await refused("sendMessage", chat_id=phone.id, text="x")
        for phone in (stranger, member, blocker, gone)
    }
    assert told == {
        "Ada": "Bad Request: chat not found",
        "Ben": "Forbidden: bot can't initiate conversation with a user",
        "Cy": "Forbidden: bot was blocked by the user",
        "Di": "Forbidden: user is deactivated",
    }
    assert await refused("sendMessage", chat_id="@nobody", text="x") == told["Ada"]
    assert await refused("sendChatAction", chat_id=blocker.id, action="typing") == told["Cy"]


async def test_a_topic_that_takes_nothing(ask: Ask, refused: Ask, world: World, sam: Phone) -> None:
    group = world.add_group(title="Night", members=[sam], supergroup=True)
    group.topic = Topic.CLOSED
    closed = await refused("sendMessage", chat_id=group.id, text="x")
    assert closed == "Bad Request: TOPIC_CLOSED"
    sam.places_bot(group, Standing.ADMINISTRATOR)
    assert await ask("sendMessage", chat_id=group.id, text="x")
    group.topic = Topic.DELETED
    deleted = await refused("sendMessage", chat_id=group.id, text="x")
    assert deleted == "Bad Request: TOPIC_DELETED"


@pytest.mark.parametrize(
    ("supergroup", "standing", "words"),
    [
        (False, Standing.KICKED, "Forbidden: bot was kicked from the group chat"),
        (True, Standing.KICKED, "Forbidden: bot was kicked from the supergroup chat"),
        (False, Standing.LEFT, "Forbidden: bot is not a member of the group chat"),
        (True, Standing.LEFT, "Forbidden: bot is not a member of the supergroup chat"),
        (
            True,
            Standing.RESTRICTED,
            "Bad Request: not enough rights to send text messages to the chat",
        ),
    ],
)
async def test_groups_the_bot_cannot_write_in(
    refused: Ask, world: World, sam: Phone, supergroup: bool, standing: Standing, words: str
) -> None:
    group = world.add_group(title="Night", members=[sam], supergroup=supergroup)
    sam.places_bot(group, standing)
    assert await refused("sendMessage", chat_id=group.id, text="x") == words


async def test_an_upgraded_group_names_its_new_id(
    call: Ask, ask: Ask, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam])
    new = world.upgrade(group)
    reply = await call("sendMessage", chat_id=group.id, text="x")
    assert reply.body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert reply.body["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await ask("getChat", chat_id=group.id))["title"] == "Night"
    told = [update["message"] for update in await ask("getUpdates")]
    assert told[0]["migrate_to_chat_id"] == new.id
    assert told[1]["migrate_from_chat_id"] == group.id


async def test_message_ids_are_counted_per_account_and_per_supergroup(
    ask: Ask, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Small", members=[sam])
    big = world.add_group(title="Big", members=[sam], supergroup=True)
    ids = [
        (await ask("sendMessage", chat_id=chat, text="x"))["message_id"]
        for chat in (sam.id, group.id, big.id, sam.id, big.id)
    ]
    assert ids == [1, 2, 1, 3, 2]


async def test_protected_messages_cannot_be_forwarded(ask: Ask, sam: Phone) -> None:
    from simulator import CannotWrite

    sent = await ask("sendMessage", chat_id=sam.id, text="x", protect_content=True)
    assert sent["has_protected_content"] is True
    with pytest.raises(CannotWrite, match="protected"):
        sam.forwards(sam.messages()[-1])
    await ask("sendMessage", chat_id=sam.id, text="open")
    copy = sam.forwards(sam.messages()[-1])
    assert copy.json()["forward_origin"]["type"] == "user"


async def test_topics_and_effects_outside_private_are_refused(
    refused: Ask, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam])
    assert (
        await refused("sendMessage", chat_id=group.id, text="x", message_thread_id=5)
        == "Bad Request: message thread not found"
    )
    assert "private" in await refused(
        "sendMessage", chat_id=group.id, text="x", message_effect_id="1"
    )
