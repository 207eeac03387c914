"""Membership: who comes into and leaves the group, who blocks us, and a group that moves."""

from typing import Any

from telegram import Update
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from bot.turn_context import TurnContext
from desk import rooms

PRESENT = frozenset({"member", "administrator", "creator", "restricted"})


async def move_room(update: Update, context: TurnContext) -> None:
    """The group was upgraded and has another address from now on."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        rooms.move(context.unit, str(message.migrate_to_chat_id))


async def welcome(_update: Update, context: TurnContext) -> None:
    """Somebody came in; the sender of such an update is the one who came."""
    rooms.welcome(context.unit)


async def note_member(update: Update, context: TurnContext) -> None:
    """Somebody's place in the group has changed; only coming in matters to us."""
    change = update.chat_member
    if change is None or change.old_chat_member.status in PRESENT:
        return
    if change.new_chat_member.status in PRESENT:
        rooms.welcome(context.unit)


async def stay_silent(_update: Update, _context: TurnContext) -> None:
    """Nothing is said: they have left, they have blocked us, or it is about ourselves.

    A person who has blocked us is found out by the next delivery, which staff are told about.
    """


def routes() -> list[Any]:
    """Before everything else: none of these is something that a person wrote."""
    service = filters.StatusUpdate
    return [
        MessageHandler(service.MIGRATE, move_room),
        MessageHandler(service.NEW_CHAT_MEMBERS, welcome),
        MessageHandler(service.LEFT_CHAT_MEMBER, stay_silent),
        ChatMemberHandler(note_member, ChatMemberHandler.CHAT_MEMBER),
        ChatMemberHandler(stay_silent, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
