"""The command menus: one per scope and language, and which of them a person sees."""

import re
from typing import TYPE_CHECKING

from simulator.accounts import Account
from simulator.chats import Chat
from simulator.raw import Json
from simulator.refusals import bad_request

if TYPE_CHECKING:
    from simulator.world import World

COMMAND_LIMIT = 100
NAME_LIMIT = 32
DESCRIPTION_LIMIT = 256
Place = tuple[str, int | None, int | None]
_NEEDS_CHAT = frozenset({"chat", "chat_administrators", "chat_member"})
_WITHOUT_CHAT = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
)


def read_language(params: Json) -> str:
    """The two-letter language of a call, or the empty one that stands for all."""
    code: str = params.get("language_code", "")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def _place(params: Json) -> Place:
    scope: Json = params.get("scope", {"type": "default"})
    kind = scope["type"]
    if kind in _WITHOUT_CHAT:
        return kind, None, None
    if kind not in _NEEDS_CHAT:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if "chat_id" not in scope:
        raise bad_request("can't parse BotCommandScope: can't find field \"chat_id\"")
    if kind == "chat_member" and "user_id" not in scope:
        raise bad_request("can't parse BotCommandScope: can't find field \"user_id\"")
    return kind, scope["chat_id"], scope.get("user_id") if kind == "chat_member" else None


def _read_command(raw: Json) -> Json:
    name = raw["command"].removeprefix("/")
    description = raw["description"].strip()
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > NAME_LIMIT:
        raise bad_request(f"command length must not exceed {NAME_LIMIT}")
    if not re.fullmatch("[a-z0-9_]+", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > DESCRIPTION_LIMIT:
        raise bad_request(f"command description length must not exceed {DESCRIPTION_LIMIT}")
    return {"command": name, "description": description}


def _check_place(world: "World", place: Place) -> None:
    if place[1] is not None and place[1] not in world.chats:
        raise bad_request("chat not found")


def set_my_commands(world: "World", params: Json) -> bool:
    """`setMyCommands`."""
    place, language = _place(params), read_language(params)
    _check_place(world, place)
    commands = [_read_command(raw) for raw in params["commands"]]
    if len(commands) > COMMAND_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.menus[place, language] = commands
    world.changed.touch()
    return True


def delete_my_commands(world: "World", params: Json) -> bool:
    """`deleteMyCommands`."""
    world.menus.pop((_place(params), read_language(params)), None)
    world.changed.touch()
    return True


def get_my_commands(world: "World", params: Json) -> list[Json]:
    """`getMyCommands`."""
    return world.menus.get((_place(params), read_language(params)), [])


def seen_by(world: "World", account: Account, chat: Chat) -> list[Json]:
    """The menu that a person sees in a chat: the narrowest scope, their language first."""
    places: list[Place]
    if chat.private:
        places = [("chat", chat.id, None), ("all_private_chats", None, None)]
    else:
        places = [("chat_member", chat.id, account.id)]
        if chat.led_by(account):
            places.append(("chat_administrators", chat.id, None))
        places.append(("chat", chat.id, None))
        if chat.led_by(account):
            places.append(("all_chat_administrators", None, None))
        places.append(("all_group_chats", None, None))
    for place in [*places, ("default", None, None)]:
        for language in ((account.language_code or "")[:2], ""):
            if world.menus.get((place, language)):
                return world.menus[place, language]
    return []
