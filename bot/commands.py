"""Commands: the words after a slash, which work from any state."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.turn_context import TurnContext
from conversations.screen import Press
from conversations.unkept import Unkept
from desk import drafts, forms, help, home, invitations, languages, unkept
from desk.scene import Where
from desk.unit import Unit
from fostering.invitations import read_spoken_code

CODE_LIMIT = 64
"""The longest code that a link of Telegram carries."""


def read_command(words: str) -> tuple[str, str, str]:
    """The command in lower case, the bot it names ("" for any), and what follows it."""
    head, _, rest = words.removeprefix("/").partition(" ")
    command, _, bot = head.partition("@")
    return command.lower(), bot.lower(), rest.strip()


def code_in(words: str) -> str:
    """What may be an invitation's code: after /start or /connect, or one that was said aloud."""
    if not words.startswith("/"):
        return words.strip() if read_spoken_code(words) is not None else ""
    command, _, rest = read_command(words)
    return rest[:CODE_LIMIT] if command in ("start", "connect") else ""


async def take_command(update: Update, context: TurnContext) -> None:
    """A command: one of ours, or one that we do not know."""
    command, bot, rest = read_command(context.words)
    own = update.get_bot().username.lower()
    if bot and own and bot != own:
        return
    answer_command(context.unit, command, rest)


def answer_command(unit: Unit, command: str, rest: str) -> None:
    """Do what the command says; groups are answered only when they are being connected."""
    sender = unit.scene.sender
    if sender is None or sender.where is not Where.PRIVATE:
        if command == "connect":
            invitations.connect(unit, rest)
        return
    match command:
        case "start":
            invitations.redeem_code(unit, rest[:CODE_LIMIT]) if rest else home.show_home(unit)
        case "help":
            help.show_help(unit)
        case "home" | "connect":
            home.show_home(unit)
        case "language":
            languages.show_languages(unit)
        case "cancel":
            cancel(unit)
        case _:
            unkept.unkept(unit, Unkept.COMMAND)


def cancel(unit: Unit) -> None:
    """/cancel: ask whether the answers of the open form may go; without one, the start."""
    draft = drafts.open_draft(unit)
    if draft is None:
        home.show_home(unit)
    else:
        forms.press(unit, Press(verb="cancel", args=(draft.tag,)))


def routes() -> list["MessageHandler[TurnContext, None]"]:
    """One route for every command."""
    return [MessageHandler(filters.UpdateType.MESSAGE & filters.COMMAND, take_command)]
