"""Phones: a person starts, presses, types, edits, forwards and sends every kind of media."""

import pytest

from simulator import CannotWrite, NoSuchButton, Phone, World
from simulator.media import KINDS
from simulator.raw import Json
from tests.simulator.conftest import Ask, StoryClock


async def heard(ask: Ask) -> list[Json]:
    updates = await ask("getUpdates")
    if updates:
        await ask("getUpdates", offset=updates[-1]["update_id"] + 1)
    return [
        {"kind": kind} | body
        for each in updates
        for kind, body in each.items()
        if kind != "update_id"
    ]


async def test_a_person_starts_presses_types_edits_and_forwards(ask: Ask, world: World) -> None:
    sam = world.add_phone(key="sam", name="Sam", language_code="cy", label="Carer")
    sam.starts("ABC-1")
    (start,) = await heard(ask)
    assert start["text"] == "/start ABC-1"
    assert start["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert start["from"]["language_code"] == "cy"
    assert start["chat"] == {"id": sam.id, "type": "private", "first_name": "Sam"}

    rows = [[{"text": "No", "callback_data": "n"}, {"text": "Yes", "callback_data": "y"}]]
    await ask("sendMessage", chat_id=sam.id, text="?", reply_markup={"inline_keyboard": rows})
    assert sam.presses("Yes") is None
    sam.presses_at(sam.messages()[-1].id, 0, 0)
    assert [each["data"] for each in await heard(ask)] == ["y", "n"]
    with pytest.raises(NoSuchButton, match=r"Maybe.*'No', 'Yes'"):
        sam.presses("Maybe")
    with pytest.raises(NoSuchButton, match="row 3"):
        sam.presses_at(sam.messages()[-1].id, 3, 0)

    said = sam.says("tomorow")
    sam.edits(said.id, "tomorrow")
    sam.forwards("Somebody else's words")
    typed, edited, forwarded = await heard(ask)
    assert (typed["kind"], typed["text"]) == ("message", "tomorow")
    assert (edited["kind"], edited["text"]) == ("edited_message", "tomorrow")
    assert edited["edit_date"] == edited["date"]
    assert forwarded["forward_origin"]["type"] == "hidden_user"


async def test_the_newest_message_with_the_button_is_pressed(ask: Ask, sam: Phone) -> None:
    for data in ("old", "new"):
        rows = [[{"text": "Go", "callback_data": data}]]
        await ask("sendMessage", chat_id=sam.id, text=data, reply_markup={"inline_keyboard": rows})
    sam.presses("Go")
    assert [each["data"] for each in await heard(ask)] == ["new"]


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_a_phone_sends_every_kind(ask: Ask, sam: Phone, kind: str) -> None:
    sent = sam.sends(kind, caption="Look") if kind in ("photo", "album") else sam.sends(kind)
    told = await heard(ask)
    assert told[-1]["message_id"] == sent.id
    if kind == "album":
        assert [each["media_group_id"] for each in told] == [told[0]["media_group_id"]] * 2
        assert [each.get("caption") for each in told] == ["Look", None]
    else:
        assert kind in told[0]


def test_a_kind_that_does_not_exist_is_named(sam: Phone) -> None:
    with pytest.raises(ValueError, match="cannot send 'hologram'"):
        sam.sends("hologram")


async def test_the_lock_screen_shows_what_was_sent_first(
    ask: Ask, clock: StoryClock, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam])
    sent = await ask("sendMessage", chat_id=sam.id, text="You have a message")
    await ask("editMessageText", chat_id=sam.id, message_id=sent["message_id"], text="Private")
    await ask("sendMessage", chat_id=group.id, text="Card", disable_notification=True)
    file_id = sam.sends("document", file_name="plan.pdf").file.file_id
    await ask("sendDocument", chat_id=sam.id, document=file_id)
    assert [(line.chat_id, line.text, line.silent) for line in sam.notifications] == [
        (sam.id, "You have a message", False),
        (group.id, "Card", True),
        (sam.id, "plan.pdf", False),
    ]
    assert sam.notifications[0].at == clock.at


async def test_a_deep_link_starts_with_its_code(ask: Ask, sam: Phone) -> None:
    sam.deep_link("https://t.me/hearthline_demo_bot?start=" + "a" * 64)
    assert (await heard(ask))[-1]["text"] == "/start " + "a" * 64
    for link in (
        "https://t.me/hearthline_demo_bot?start=" + "a" * 65,
        "https://t.me/hearthline_demo_bot?start=a.b",
        "https://t.me/another_bot?start=a",
        "https://example.org/hearthline_demo_bot?start=a",
    ):
        with pytest.raises(ValueError, match="not a link"):
            sam.deep_link(link)


async def test_a_block_stops_the_phone_until_it_starts_again(ask: Ask, sam: Phone) -> None:
    rows = [[{"text": "Go", "callback_data": "g"}]]
    await ask("sendMessage", chat_id=sam.id, text="x", reply_markup={"inline_keyboard": rows})
    sam.blocks_bot()
    assert sam.blocked
    for act in (lambda: sam.says("x"), lambda: sam.presses("Go")):
        with pytest.raises(CannotWrite, match="blocked"):
            act()
    sam.starts()
    assert [each["kind"] for each in await heard(ask)] == [
        "my_chat_member",
        "my_chat_member",
        "message",
    ]
    await ask("sendMessage", chat_id=sam.id, text="back")


async def test_what_a_person_deletes_is_gone_and_the_bot_is_not_told(
    ask: Ask, refused: Ask, sam: Phone
) -> None:
    sent = await ask("sendMessage", chat_id=sam.id, text="x")
    sam.deletes(sent["message_id"])
    assert sam.messages() == []
    assert await heard(ask) == []
    assert "not found" in await refused(
        "editMessageText", chat_id=sam.id, message_id=sent["message_id"], text="y"
    )


async def test_messages_are_unread_until_looked_at(ask: Ask, sam: Phone) -> None:
    sam.says("mine")
    await ask("sendMessage", chat_id=sam.id, text="x")
    assert sam.unread() == 1
    sam.reads()
    assert sam.unread() == 0


def test_a_person_outside_a_group_cannot_write_there(world: World, sam: Phone) -> None:
    group = world.add_group(title="Night", members=[])
    with pytest.raises(CannotWrite, match="not in the group"):
        sam.says("x", group)
    sam.joins(group)
    assert sam.says("x", group).chat_id == group.id
    assert sam.chats == [sam.private_chat, group]


def test_words_for_an_upgraded_group_reach_the_new_one(world: World, sam: Phone) -> None:
    group = world.add_group(title="Night", members=[sam])
    new = world.upgrade(group)
    assert sam.says("x", group).chat_id == new.id
    assert world.groups == [new]
    with pytest.raises(ValueError, match="Only a basic group"):
        world.upgrade(group)


async def test_every_change_is_signalled(ask: Ask, world: World, sam: Phone) -> None:
    versions = [world.changed.version]
    sam.says("x")
    versions.append(world.changed.version)
    sent = await ask("sendMessage", chat_id=sam.id, text="x")
    versions.append(world.changed.version)
    await ask("editMessageText", chat_id=sam.id, message_id=sent["message_id"], text="y")
    versions.append(world.changed.version)
    await ask("deleteMessage", chat_id=sam.id, message_id=sent["message_id"])
    versions.append(world.changed.version)
    assert versions == sorted(set(versions))
    assert await world.changed.wait(versions[0], 1) == versions[-1]
    assert await world.changed.wait(versions[-1], 0.01) == versions[-1]


def test_two_phones_cannot_have_one_key(world: World, sam: Phone) -> None:
    with pytest.raises(ValueError, match="already a phone"):
        world.add_phone(key="sam", name="Other")
