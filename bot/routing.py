"""Routing: in which order updates are offered to the routes; the first that takes one decides."""

from typing import TYPE_CHECKING

from telegram.ext import CallbackQueryHandler

from bot import commands, membership, unkept
from bot.form_handlers import compile_forms
from bot.presses import take_press

if TYPE_CHECKING:
    from bot.application import BotApplication


def add_routes(application: "BotApplication") -> None:
    """Put every route in place.

    Commands stand before the forms, so that help works in the middle of any of them; presses that
    no form's state takes come last, so that an old button is answered like any other.
    """
    application.add_handlers(
        [
            *membership.routes(),
            *commands.routes(),
            *unkept.media_routes(),
            # The library gives a press without any data to the first route that has a pattern.
            CallbackQueryHandler(take_press, pattern=lambda _: False),
            *compile_forms(),
            CallbackQueryHandler(take_press),
            *unkept.last_routes(),
        ]
    )
