"""Calls that send: text, documents, pictures and the "typing" sign."""

from typing import TYPE_CHECKING

from simulator.access import check_writable, known_chat, visible_message
from simulator.chats import Chat
from simulator.files import StoredFile, accept_file, picture_size
from simulator.keyboards import read_markup
from simulator.messages import Message
from simulator.raw import Json
from simulator.refusals import bad_request
from simulator.wording import read_caption, read_text

if TYPE_CHECKING:
    from simulator.world import World

CHAT_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def _target(world: "World", params: Json) -> Chat:
    chat = known_chat(world, params["chat_id"])
    check_writable(world, chat)
    if "message_thread_id" in params:
        raise bad_request("message thread not found")
    if "message_effect_id" in params and not chat.private:
        raise bad_request("message effects can be used only in private chats")
    return chat


def _replied_to(chat: Chat, params: Json) -> Message | None:
    reply: Json | None = params.get("reply_parameters")
    if reply is None:
        return None
    message = visible_message(chat, reply["message_id"])
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def send_message(world: "World", params: Json) -> Json:
    """`sendMessage`."""
    text, entities = read_text(params, too_long="message is too long")
    chat = _target(world, params)
    message = world.post(
        Message(
            id=0,
            chat=chat,
            sender=world.bot,
            date=world.now(),
            text=text,
            entities=entities,
            reply_markup=read_markup(params, chat),
            reply_to=_replied_to(chat, params),
            silent=params.get("disable_notification", False),
            protected=params.get("protect_content", False),
        )
    )
    return message.json()


def _send_file(world: "World", params: Json, *, kind: str, stored: StoredFile, media: Json) -> Json:
    caption, entities = read_caption(params)
    chat = _target(world, params)
    message = world.post(
        Message(
            id=0,
            chat=chat,
            sender=world.bot,
            date=world.now(),
            kind=kind,
            caption=caption,
            entities=entities,
            document=stored,
            media=media,
            reply_markup=read_markup(params, chat),
            reply_to=_replied_to(chat, params),
            silent=params.get("disable_notification", False),
            protected=params.get("protect_content", False),
        )
    )
    return message.json()


def send_document(world: "World", params: Json) -> Json:
    """`sendDocument`."""
    stored = accept_file(world, params["document"], folder="documents")
    named = {"file_name": stored.file_name, "mime_type": stored.mime_type}
    return _send_file(
        world, params, kind="document", stored=stored, media={"document": stored.json() | named}
    )


def send_photo(world: "World", params: Json) -> Json:
    """`sendPhoto`."""
    stored = accept_file(world, params["photo"], folder="photos")
    width, height = picture_size(stored.content)
    photo = stored.json() | {"width": width, "height": height}
    media: Json = {"photo": [photo]}
    if params.get("has_spoiler"):
        media["has_media_spoiler"] = True
    return _send_file(world, params, kind="photo", stored=stored, media=media)


def send_chat_action(world: "World", params: Json) -> bool:
    """`sendChatAction`."""
    _target(world, params)
    if params["action"] not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True
