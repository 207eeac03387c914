"""Calls that change, delete or pin a message."""

from datetime import timedelta
from typing import TYPE_CHECKING

from simulator.access import check_writable, known_chat, visible_message
from simulator.chats import Chat, ChatKind
from simulator.keyboards import read_markup
from simulator.messages import Message
from simulator.raw import Json
from simulator.refusals import bad_request
from simulator.wording import read_text

if TYPE_CHECKING:
    from simulator.world import World

DELETE_LIFE = timedelta(hours=48)
DELETE_LIMIT = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def _editable(world: "World", params: Json) -> tuple[Chat, Message]:
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    if "message_id" not in params:
        raise bad_request("message identifier is not specified")
    chat = known_chat(world, params["chat_id"])
    check_writable(world, chat, editing=True)
    message = visible_message(chat, params["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    other_markup = message.reply_markup is not None and not message.inline_keyboard
    if not message.from_bot or message.forward_origin or message.service or other_markup:
        raise bad_request("message can't be edited")
    return chat, message


def edit_message_text(world: "World", params: Json) -> Json:
    """`editMessageText`; without `reply_markup` the keyboard goes."""
    text, entities = read_text(params, too_long="MESSAGE_TOO_LONG")
    chat, message = _editable(world, params)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    markup = read_markup(params, chat)
    if (text, entities, markup) == (message.text, message.entities, message.reply_markup):
        raise bad_request(NOT_MODIFIED)
    message.text, message.entities, message.reply_markup = text, entities, markup
    message.edit_date = world.now()
    world.changed.touch()
    return message.json()


def edit_message_reply_markup(world: "World", params: Json) -> Json:
    """`editMessageReplyMarkup`; without `reply_markup` the keyboard goes."""
    chat, message = _editable(world, params)
    markup = read_markup(params, chat)
    if markup == message.reply_markup:
        raise bad_request(NOT_MODIFIED)
    message.reply_markup = markup
    message.edit_date = world.now()
    world.changed.touch()
    return message.json()


def _check_deletable(world: "World", chat: Chat, message: Message) -> None:
    led = chat.led_by(world.bot) and not chat.private
    late = world.now() - message.date >= DELETE_LIFE
    if chat.kind is ChatKind.SUPERGROUP:
        if not led and (late or not message.from_bot):
            raise bad_request("message can't be deleted")
    elif late:
        raise bad_request("message can't be deleted for everyone")
    elif not (chat.private or led or message.from_bot):
        raise bad_request("message can't be deleted")


def delete_message(world: "World", params: Json) -> bool:
    """`deleteMessage`: within 48 hours, by the world's clock."""
    chat = known_chat(world, params["chat_id"])
    check_writable(world, chat, editing=True)
    message = visible_message(chat, params["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(world, chat, message)
    world.remove(message)
    return True


def delete_messages(world: "World", params: Json) -> bool:
    """`deleteMessages`: 1 to 100 at once; unknown ones are passed over."""
    chat = known_chat(world, params["chat_id"])
    check_writable(world, chat, editing=True)
    ids: list[int] = params["message_ids"]
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > DELETE_LIMIT:
        raise bad_request("too many message identifiers specified")
    messages = [message for each in ids if (message := visible_message(chat, each))]
    for message in messages:
        _check_deletable(world, chat, message)
    for message in messages:
        world.remove(message)
    return True


def pin_chat_message(world: "World", params: Json) -> bool:
    """`pinChatMessage`; in a group it needs an administrator."""
    chat = known_chat(world, params["chat_id"])
    check_writable(world, chat, editing=True)
    message = visible_message(chat, params["message_id"])
    if message is None:
        raise bad_request("message to pin not found")
    if not chat.private and not chat.led_by(world.bot):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        world.post_service(chat, world.bot, {"pinned_message": message.json(with_reply=False)})
    return True
