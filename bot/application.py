"""The application of python-telegram-bot: it dispatches, and fetches and sends nothing."""

from collections.abc import Mapping
from typing import Any

from telegram import Update, User
from telegram.ext import (
    Application,
    ApplicationBuilder,
    ApplicationHandlerStop,
    ContextTypes,
    ExtBot,
)

from bot.aiohttp_request import AiohttpRequest
from bot.deciding import deciding, decision_here
from bot.routing import add_routes
from bot.stripping import Raw
from bot.turn_context import TurnContext
from desk.turn import Unreadable
from desk.unit import Unit

NAME = "Hearthline"


class OfflineBot(ExtBot[None]):
    """A bot that need not have reached Telegram before it can dispatch."""

    _named: User | None = None

    async def initialize(self) -> None:
        """Nothing: the name is asked in the background (`know_name`)."""

    async def shutdown(self) -> None:
        """Nothing: the connections belong to the line."""

    def know_name(self, username: str) -> None:
        """Note the name that Telegram answered to getMe."""
        self._named = User(id=self.id, first_name=NAME, is_bot=True, username=username)

    @property
    def id(self) -> int:
        """The bot's account, which its token begins with."""
        return int(self.token.partition(":")[0])

    @property
    def bot(self) -> User:
        """The bot's account; without its name until Telegram has told it."""
        return self._named or User(id=self.id, first_name=NAME, is_bot=True, username="")


BotApplication = Application[
    OfflineBot, TurnContext, dict[Any, Any], dict[Any, Any], dict[Any, Any], None
]


def build_application(token: str, address: str, request: AiohttpRequest) -> BotApplication:
    """An application without updater and job queue, with every route in place."""
    bot = OfflineBot(
        token=token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=request,
        get_updates_request=request,
    )
    application = (
        ApplicationBuilder()
        .application_class(Application)
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=TurnContext))
        .build()
    )
    add_routes(application)
    application.add_error_handler(note_fault)
    return application


async def note_fault(update: object, context: TurnContext) -> None:
    """Note what a callback raised, and let no further route see the half-decided unit."""
    if isinstance(context.error, Exception):
        decision_here().faults.append(context.error)
    raise ApplicationHandlerStop


def _without_pressed(raw: Raw) -> dict[str, Any]:
    """The update without the pressed message, of which only the number counts: the scene has it.

    The library would make an object of a hundred fields of it.
    """
    query = raw.get("callback_query")
    if not isinstance(query, Mapping):
        return dict(raw)
    pressed = {name: part for name, part in query.items() if name != "message"}
    return {**raw, "callback_query": pressed}


async def dispatch(application: BotApplication, unit: Unit, raw: Raw) -> None:
    """Let the routes decide one update; raises what they raised, or Unreadable.

    While it runs, nothing in this task can call Telegram.
    """
    with deciding(unit) as decision:
        try:
            update = Update.de_json(_without_pressed(raw), application.bot)
        except Exception as error:  # noqa: BLE001 - whatever it is, it will not change
            raise Unreadable(type(error).__name__) from None
        await application.process_update(update)
    if decision.faults:
        raise decision.faults[0]
