"""Membership: who comes into and leaves the group, who blocks us, and a group that moves."""

from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import ChatMemberHandler, MessageHandler, TypeHandler, filters

from desk import rooms
from desk.scene import Where

if TYPE_CHECKING:
    from bot.application import TurnContext


async def move_room(update: Update, context: "TurnContext") -> None:
    """The group was upgraded and has another address from now on."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        rooms.move(context.unit, str(message.migrate_to_chat_id))
