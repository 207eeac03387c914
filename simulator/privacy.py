"""Privacy mode: which messages of a group the bot hears."""

from typing import TYPE_CHECKING

from simulator.messages import Message
from simulator.spans import cut

if TYPE_CHECKING:
    from simulator.world import World


def bot_hears(world: "World", message: Message) -> bool:
    """In private everything unless blocked; in a group what privacy mode lets through.

    A bot that is no administrator hears commands, replies to it, mentions of it and service
    messages only.
    """
    chat = message.chat
    if chat.person is not None:
        return not chat.person.blocked
    if not chat.has(world.bot):
        return False
    if chat.led_by(world.bot) or not world.privacy_mode or message.service:
        return True
    if message.reply_to is not None and message.reply_to.from_bot:
        return True
    return any(_meant_for_bot(world, message, entity) for entity in message.entities)


def _meant_for_bot(world: "World", message: Message, entity: dict[str, object]) -> bool:
    offset, length = entity["offset"], entity["length"]
    assert isinstance(offset, int)
    assert isinstance(length, int)
    words = cut(message.text or message.caption or "", offset, length)
    name = f"@{world.bot.username}".lower()
    match entity["type"]:
        case "bot_command":
            return "@" not in words or words.lower().endswith(name)
        case "mention":
            return words.lower() == name
        case _:
            return False
