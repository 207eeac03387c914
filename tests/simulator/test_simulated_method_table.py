"""The table of methods is held against python-telegram-bot's own signatures."""

import inspect
import re

import pytest
from telegram import Bot

from simulator import Phone, World
from simulator.calls import METHODS as CARRIED_OUT
from simulator.calls import take_call
from simulator.files import Upload
from simulator.raw import Json
from simulator.table import METHODS
from tests.simulator.conftest import Ask

#: The library reads a keyword of its own in their place, or asks for it itself.
ANSWERED_BY_US = {"chat_id": "edits name a chat or an inline message; ours always name a chat"}


def library_parameters(method: str) -> dict[str, inspect.Parameter]:
    snake = re.sub("([A-Z])", r"_\1", method).lower()
    signature = inspect.signature(getattr(Bot, snake))
    return {name: each for name, each in signature.parameters.items() if name != "self"}


@pytest.mark.parametrize("method", METHODS)
def test_every_field_is_a_parameter_of_the_library(method: str) -> None:
    assert set(METHODS[method]) <= set(library_parameters(method))


@pytest.mark.parametrize("method", METHODS)
def test_required_fields_are_those_of_the_library(method: str) -> None:
    required = {
        name
        for name, parameter in library_parameters(method).items()
        if parameter.default is inspect.Parameter.empty
        and parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    }
    assert {name for name, field in METHODS[method].items() if field.required} == required


def test_every_method_of_the_table_is_carried_out() -> None:
    assert set(CARRIED_OUT) | {"getUpdates"} == set(METHODS)


async def test_an_unknown_method_is_not_found(refused: Ask) -> None:
    assert await refused("sendHologram") == "Not Found: method not found"


async def test_method_names_may_be_in_any_case(ask: Ask) -> None:
    assert (await ask("GETME"))["is_bot"]


async def test_an_unknown_field_is_refused_by_name(refused: Ask, sam: Phone) -> None:
    words = await refused("sendMessage", chat_id=sam.id, text="x", txet="y")
    assert words == 'Bad Request: the simulator knows no field "txet" in sendMessage'


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("sendMessage", {"chat_id": 1.5, "text": "x"}),
        ("sendMessage", {"chat_id": 1, "text": 5}),
        ("sendMessage", {"chat_id": 1, "text": "x", "protect_content": "maybe"}),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": "{"}),
        ("getUpdates", {"offset": True}),
        ("getUpdates", {"allowed_updates": [1]}),
        ("deleteMessages", {"chat_id": 1, "message_ids": ["1"]}),
        ("sendDocument", {"chat_id": 1, "document": 7}),
    ],
)
async def test_a_field_of_the_wrong_type_is_refused(
    refused: Ask, method: str, fields: Json
) -> None:
    assert "must be of type" in await refused(method, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"entities": [{"type": "bold", "offset": 0}]},
        {"entities": [{"type": "bold", "offset": "0", "length": 1}]},
        {"entities": [{"type": "bold", "offset": 0, "length": 1, "colour": "red"}]},
        {"link_preview_options": {"disabled": True}},
        {"reply_parameters": {"chat_id": 1}},
        {"reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
        {"reply_markup": {"inline_keyboard": [[{"text": "x", "data": "x"}]]}},
        {"reply_markup": {"inline_keyboard": [{"text": "x"}]}},
        {"reply_markup": {"keybord": []}},
    ],
)
async def test_nested_pieces_are_as_strict(refused: Ask, sam: Phone, fields: Json) -> None:
    assert (await refused("sendMessage", chat_id=sam.id, text="x", **fields)).startswith(
        "Bad Request: "
    )


@pytest.mark.parametrize(
    ("method", "fields", "words"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1}, "message text is empty"),
        ("sendDocument", {"chat_id": 1}, "there is no document in the request"),
        ("deleteMessage", {"chat_id": 1}, "message identifier is not specified"),
        ("editMessageText", {"text": "x"}, "chat_id is empty"),
        ("getChatMember", {"chat_id": 1}, "invalid user_id specified"),
    ],
)
async def test_a_missing_field_is_named(
    refused: Ask, method: str, fields: Json, words: str
) -> None:
    assert await refused(method, **fields) == f"Bad Request: {words}"


async def test_every_call_is_kept_with_its_outcome(call: Ask, world: World, sam: Phone) -> None:
    await call("sendMessage", chat_id=sam.id, text="x")
    await call("sendMessage", chat_id=sam.id, text="")
    assert [(each.method, each.outcome) for each in world.calls] == [
        ("sendMessage", "accepted"),
        ("sendMessage", "Bad Request: message text is empty"),
    ]


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", 400, "Bad Request: file must be non-empty"),
        (b"x" * 50_000_001, 413, "Request Entity Too Large"),
    ],
)
async def test_uploads_have_limits(
    world: World, sam: Phone, content: bytes, code: int, words: str
) -> None:
    upload = Upload(file_name="a.bin", mime_type="x/y", content=content)
    reply = await take_call(world, "sendDocument", {"chat_id": sam.id}, {"document": upload})
    assert isinstance(reply.body, dict)
    assert (reply.code, reply.body["description"]) == (code, words)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 10_000_000, "Bad Request: file is too big"),
    ],
)
async def test_photos_must_be_pictures_of_ten_megabytes_at_most(
    world: World, sam: Phone, content: bytes, words: str
) -> None:
    upload = Upload(file_name="a.png", mime_type="image/png", content=content)
    reply = await take_call(world, "sendPhoto", {"chat_id": sam.id}, {"photo": upload})
    assert isinstance(reply.body, dict)
    assert reply.body["description"] == words


async def test_a_file_is_named_by_upload_or_by_a_known_id(refused: Ask, sam: Phone) -> None:
    assert (
        await refused("sendDocument", chat_id=sam.id, document="nonsense")
        == "Bad Request: wrong file identifier/HTTP URL specified"
    )


async def test_downloads_stop_at_twenty_mebibytes(ask: Ask, refused: Ask, sam: Phone) -> None:
    small = sam.sends("video", size=20 << 20)
    large = sam.sends("video", size=(20 << 20) + 1)
    assert "file_path" in await ask("getFile", file_id=small.file.file_id)
    assert await refused("getFile", file_id=large.file.file_id) == "Bad Request: file is too big"
    assert await refused("getFile", file_id="x") == "Bad Request: invalid file_id"
