"""What may be stored of an update: no media, no names, no quoted words; and who it is from."""

import json

import pytest
from telegram import Update

from bot.senders import order_key, read_sender
from bot.stripping import UNKEPT, Raw, strip_update
from desk.scene import Where
from simulator.phones import Phone
from simulator.world import World

KINDS = ["photo", "voice", "video", "video_note", "sticker", "document", "location", "contact"]
KINDS += ["poll", "dice", "animation", "audio"]


def newest(world: World) -> Raw:
    raw: Raw = world.queue.take(-1, 1)[0]
    return json.loads(json.dumps(raw))  # type: ignore[no-any-return]


@pytest.mark.parametrize("kind", KINDS)
def test_media_is_reduced_to_its_kind(world: World, sam: Phone, kind: str) -> None:
    sam.sends(kind)
    raw = newest(world)
    kept = json.dumps(strip_update(raw))
    assert UNKEPT in kept
    for secret in ("file_id", "latitude", "phone_number", "question", "Sam", "caption"):
        assert secret not in kept
    assert Update.de_json(json.loads(kept), None).message is not None


def test_written_words_are_kept_and_names_are_not(world: World, sam: Phone) -> None:
    sam.says("Hello there")
    kept = strip_update(newest(world))
    assert "Hello there" in json.dumps(kept)
    assert "Sam" not in json.dumps(kept)


def test_a_forwarded_message_leaves_its_words_behind(world: World, sam: Phone) -> None:
    sam.forwards("Somebody else's words")
    kept = json.dumps(strip_update(newest(world)))
    assert "Somebody else" not in kept
    assert '"forward"' in kept


def test_an_edited_message_leaves_its_words_behind(world: World, sam: Phone) -> None:
    said = sam.says("first")
    sam.edits(said.id, "second")
    kept = strip_update(newest(world))
    assert "second" not in json.dumps(kept)
    assert "edited_message" in kept


def test_a_press_keeps_its_button_and_drops_the_screen(world: World, sam: Phone) -> None:
    said = sam.says("words of a screen")
    sam.forges(said.id, "home")
    kept = strip_update(newest(world))
    assert "words of a screen" not in json.dumps(kept)
    query = Update.de_json(kept, None).callback_query
    assert query is not None
    assert query.data == "home"


def test_a_kind_we_do_not_know_becomes_an_unkept_message(world: World, sam: Phone) -> None:
    part = {"chat": {"id": sam.id, "type": "private"}, "from": {"id": sam.id}, "x": "words"}
    kept = strip_update({"update_id": 1, "business_message": part})
    assert "words" not in json.dumps(kept)
    message = Update.de_json(kept, None).message
    assert message is not None
    assert message.api_kwargs == {UNKEPT: "unknown"}


def test_a_message_that_is_none_cannot_be_stripped() -> None:
    with pytest.raises((TypeError, LookupError)):
        strip_update({"update_id": 1, "message": "not a message"})


def test_one_person_is_one_order_in_private_and_one_each_in_a_group(
    world: World, sam: Phone
) -> None:
    amal = world.add_phone(key="amal", name="Amal", started=True)
    group = world.add_group(title="Out of hours", members=[sam, amal], bot_is_admin=True)
    keys = []
    for phone, chat in ((sam, None), (sam, group), (amal, group)):
        phone.says("hello", chat)
        keys.append(order_key(newest(world), read_sender(newest(world))))
    assert keys == [f"{sam.id}", f"{group.id}:{sam.id}", f"{group.id}:{amal.id}"]


def test_who_comes_into_a_group_is_the_sender_of_that_news(world: World, sam: Phone) -> None:
    amal = world.add_phone(key="amal", name="Amal", started=True)
    group = world.add_group(title="Out of hours", members=[sam], bot_is_admin=True)
    amal.joins(group)
    sender = read_sender(strip_update(newest(world)))
    assert sender is not None
    assert (sender.account, sender.where) == (str(amal.id), Where.STRANGE_GROUP)


def test_nobody_is_behind_an_update_that_cannot_be_read() -> None:
    assert read_sender({"update_id": 3, "message": "not a message"}) is None
    assert order_key({"update_id": 3, "message": "not a message"}, None) == "update:3"


def test_the_language_of_the_phone_is_read_without_its_country() -> None:
    account = {"id": 5, "language_code": "ar-EG"}
    chat = {"id": 5, "type": "private"}
    sender = read_sender({"update_id": 1, "message": {"from": account, "chat": chat}})
    assert sender is not None
    assert sender.language == "ar"
