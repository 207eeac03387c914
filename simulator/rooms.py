"""Calls about chats and who is in them."""

from typing import TYPE_CHECKING

from simulator.access import check_writable, known_account, led_group, readable_chat
from simulator.chats import IN_CHARGE, Standing, member_json
from simulator.membership import move
from simulator.raw import Json
from simulator.refusals import bad_request

if TYPE_CHECKING:
    from simulator.world import World


def get_chat(world: "World", params: Json) -> Json:
    """`getChat`."""
    chat = readable_chat(world, params["chat_id"])
    body = chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.pinned:
        body["pinned_message"] = chat.messages[chat.pinned[-1]].json(with_reply=False)
    return body


def get_chat_member(world: "World", params: Json) -> Json:
    """`getChatMember`."""
    chat = readable_chat(world, params["chat_id"])
    account = known_account(world, params)
    if chat.private and account not in (chat.person, world.bot):
        raise bad_request("member not found")
    return member_json(account, chat.standing(account))


def get_chat_administrators(world: "World", params: Json) -> list[Json]:
    """`getChatAdministrators`."""
    chat = readable_chat(world, params["chat_id"])
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(world.accounts[each], standing)
        for each, standing in chat.members.items()
        if standing in IN_CHARGE and each != world.bot.id
    ] + ([member_json(world.bot, Standing.ADMINISTRATOR)] if chat.led_by(world.bot) else [])


def leave_chat(world: "World", params: Json) -> bool:
    """`leaveChat`."""
    chat = readable_chat(world, params["chat_id"])
    if chat.private:
        raise bad_request("chat can't be left")
    move(world, chat, world.bot, Standing.LEFT, by=world.bot)
    return True


def ban_chat_member(world: "World", params: Json) -> bool:
    """`banChatMember`."""
    chat, account = led_group(world, params)
    check_writable(world, chat)
    if chat.standing(account) is Standing.CREATOR:
        raise bad_request("can't remove chat owner")
    if chat.standing(account) is Standing.ADMINISTRATOR:
        raise bad_request("user is an administrator of the chat")
    move(world, chat, account, Standing.KICKED, by=world.bot)
    return True


def unban_chat_member(world: "World", params: Json) -> bool:
    """`unbanChatMember`; without `only_if_banned` a member who is there is removed."""
    chat, account = led_group(world, params)
    if params.get("only_if_banned") and chat.standing(account) is not Standing.KICKED:
        return True
    move(world, chat, account, Standing.LEFT, by=world.bot)
    return True
