"""What we do not keep: every other kind of update still meets a clear answer."""

from telegram import Message, Update
from telegram.ext import MessageHandler, TypeHandler, filters

from bot.stripping import UNKEPT
from bot.turn_context import TurnContext
from conversations.unkept import Unkept
from desk import invitations, unkept
from fostering.invitations import read_spoken_code


class SomethingUnkept(filters.MessageFilter):
    """A message out of which something was taken before it was stored."""

    def filter(self, message: Message) -> bool:
        """Whether the stored message says so."""
        return UNKEPT in message.api_kwargs


def what_came(update: Update) -> Unkept:
    """The kind of thing that came, and nothing more about it."""
    if update.edited_message is not None or update.edited_channel_post is not None:
        return Unkept.EDIT
    if update.message_reaction is not None:
        return Unkept.REACTION
    message = update.message
    kind = message.api_kwargs.get(UNKEPT, "") if message is not None else ""
    return Unkept(kind) if kind in set(Unkept) else Unkept.UNKNOWN


async def answer_unkept(update: Update, context: TurnContext) -> None:
    """Say what was not kept and what to do instead."""
    unkept.unkept(context.unit, what_came(update))


async def answer_words(_update: Update, context: TurnContext) -> None:
    """Words outside any form; a stranger's may be the code that was said to them."""
    if context.unit.scene.person is None and read_spoken_code(context.words) is not None:
        invitations.redeem_code(context.unit, context.words)
    else:
        unkept.loose_words(context.unit, context.words)


PRIVATE_WORDS = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.TEXT


def media_routes() -> list[MessageHandler[TurnContext, None]]:
    """Before the forms: media, forwards and the like are never an answer."""
    return [MessageHandler(SomethingUnkept(), answer_unkept)]


def last_routes() -> list[
    "MessageHandler[TurnContext, None] | TypeHandler[Update, TurnContext, None]"
]:
    """After the forms: loose words, and whatever nobody else has taken."""
    return [MessageHandler(PRIVATE_WORDS, answer_words), TypeHandler(Update, answer_unkept)]
