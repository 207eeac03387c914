"""The bot's own profile: name, descriptions and menu button, by language."""

from typing import TYPE_CHECKING

from simulator.access import known_chat
from simulator.menus import read_language
from simulator.raw import Json
from simulator.refusals import bad_request

if TYPE_CHECKING:
    from simulator.world import World

LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: "World", params: Json) -> Json:
    """`getMe`."""
    return world.bot.json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _set(world: "World", params: Json, field: str) -> bool:
    language = read_language(params)
    words: str = params.get(field, "")
    if len(words) > LIMITS[field]:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    world.profile[field, language] = words
    if field == "name" and not language:
        world.bot.first_name = words or world.bot.first_name
    world.changed.touch()
    return True


def set_my_name(world: "World", params: Json) -> bool:
    """`setMyName`."""
    return _set(world, params, "name")


def set_my_description(world: "World", params: Json) -> bool:
    """`setMyDescription`."""
    return _set(world, params, "description")


def set_my_short_description(world: "World", params: Json) -> bool:
    """`setMyShortDescription`."""
    return _set(world, params, "short_description")


def set_chat_menu_button(world: "World", params: Json) -> bool:
    """`setChatMenuButton`: for one private chat, or for all."""
    chat_id: int | None = params.get("chat_id")
    if chat_id is not None and not known_chat(world, chat_id).private:
        raise bad_request("chat menu button can be set only in private chats")
    button: Json = params.get("menu_button", {"type": "default"})
    if button["type"] not in ("commands", "web_app", "default"):
        raise bad_request("can't parse MenuButton: unsupported type specified")
    world.menu_buttons[chat_id] = button
    return True
