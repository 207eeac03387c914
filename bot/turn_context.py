"""What a callback of python-telegram-bot may look at: the unit that is being decided."""

from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.deciding import unit_here
from conversations.screen import Press
from desk.unit import Unit


class TurnContext(CallbackContext[ExtBot[None], dict[str, Any], dict[str, Any], dict[str, Any]]):
    """The context of a callback: the unit that is being decided, and what came."""

    arrived: Update | None = None

    @property
    def unit(self) -> Unit:
        """The unit at the desk."""
        return unit_here()

    @property
    def press(self) -> Press:
        """The button that was pressed, as it came; never trusted."""
        query = self.arrived.callback_query if self.arrived is not None else None
        return Press.read(query.data or "" if query is not None else "")

    @property
    def words(self) -> str:
        """The words that were written; "" where there are none."""
        message = self.arrived.message if self.arrived is not None else None
        return message.text or "" if message is not None else ""

    @classmethod
    def from_update(
        cls, update: object, application: "Application[Any, Any, Any, Any, Any, Any]"
    ) -> "TurnContext":
        """The context of one update, which it remembers."""
        context = super().from_update(update, application)
        context.arrived = update if isinstance(update, Update) else None
        return context
