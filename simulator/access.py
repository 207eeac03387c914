"""Whether the bot may read, write or change something in a chat."""

from typing import TYPE_CHECKING

from simulator.accounts import Account
from simulator.chats import Chat, ChatKind, Standing, Topic
from simulator.messages import Message
from simulator.raw import Json
from simulator.refusals import bad_request, forbidden

if TYPE_CHECKING:
    from simulator.world import World


def known_chat(world: "World", chat_id: object) -> Chat:
    """The chat with this id, or `@name`, if the bot has ever met it."""
    if isinstance(chat_id, str):
        name = chat_id.removeprefix("@").lower()
        for account in world.accounts.values():
            if account.username and account.username.lower() == name and account.known:
                return world.private_chat(account)
        raise bad_request("chat not found")
    assert isinstance(chat_id, int)
    chat = world.chats.get(chat_id)
    person = world.accounts.get(chat_id)
    if chat is None and person is not None and person.known:
        chat = world.private_chat(person)
    if chat is None or (chat.person is not None and not chat.person.known):
        raise bad_request("chat not found")
    return chat


def check_writable(world: "World", chat: Chat, *, editing: bool = False) -> None:
    """Raises `Refused` when a message cannot be sent (or, with `editing`, changed) there."""
    if chat.person is None:
        check_in_group(world, chat, writing=True)
        if not editing:
            check_topic(world, chat)
    elif chat.person.deactivated:
        raise forbidden("user is deactivated")
    elif editing:
        # An edit does not reach the person anew; Telegram lets it pass after a block.
        return
    elif chat.person.blocked:
        raise forbidden("bot was blocked by the user")
    elif not chat.person.started:
        raise forbidden("bot can't initiate conversation with a user")


def check_in_group(world: "World", chat: Chat, *, writing: bool = False) -> None:
    """Raises `Refused` when the bot is not in the group, or may not write in it."""
    if writing and chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.migrated_to.id,
        )
    words = "supergroup chat" if chat.kind is ChatKind.SUPERGROUP else "group chat"
    match chat.standing(world.bot):
        case Standing.KICKED:
            raise forbidden(f"bot was kicked from the {words}")
        case Standing.LEFT:
            raise forbidden(f"bot is not a member of the {words}")
        case Standing.RESTRICTED if writing:
            raise bad_request("not enough rights to send text messages to the chat")


def check_topic(world: "World", chat: Chat) -> None:
    """Raises `Refused` when *General* takes no message; into a closed one administrators write."""
    if chat.topic is Topic.DELETED:
        raise bad_request("TOPIC_DELETED")
    if chat.topic is Topic.CLOSED and not chat.led_by(world.bot):
        raise bad_request("TOPIC_CLOSED")


def readable_chat(world: "World", chat_id: object) -> Chat:
    """A chat that the bot may look at."""
    chat = known_chat(world, chat_id)
    if not chat.private and chat.migrated_to is None:
        check_in_group(world, chat)
    return chat


def led_group(world: "World", params: Json) -> tuple[Chat, Account]:
    """The group and the person of a call that needs an administrator's rights."""
    chat = readable_chat(world, params["chat_id"])
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    if not chat.led_by(world.bot):
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    return chat, known_account(world, params)


def known_account(world: "World", params: Json) -> Account:
    """The person whom a call names."""
    account = world.accounts.get(params["user_id"])
    if account is None or not (account.known or account.is_bot):
        raise bad_request("PARTICIPANT_ID_INVALID")
    return account


def visible_message(chat: Chat, message_id: int | None) -> Message | None:
    """A message that has not been deleted."""
    message = chat.messages.get(message_id or 0)
    return None if message is None or message.deleted else message
