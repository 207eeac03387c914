"""The bot's own name at Telegram, asked when a command needs it."""

from bot.aiohttp_request import AiohttpRequest
from bot.calls import Accepted, Outcome, Rejected, TelegramLine
from storage.settings import Settings


async def ask(settings: Settings, method: str = "getMe") -> Outcome:
    """One call of the Bot API with the settings' token."""
    request = AiohttpRequest()
    try:
        line = TelegramLine(request=request, token=settings.token, address=settings.api_url)
        return await line.call(method)
    finally:
        await request.shutdown()


def name_in(outcome: Outcome) -> str:
    """The bot's user name without "@" in what getMe answered; "" when Telegram did not answer."""
    if isinstance(outcome, Accepted) and isinstance(outcome.result, dict):
        return str(outcome.result.get("username", ""))
    return ""


def trouble_in(outcome: Outcome) -> str:
    """What stands between us and Telegram, in plain words; "" when nothing does."""
    match outcome:
        case Accepted():
            return ""
        case Rejected(code=401 | 404):
            return "Telegram does not know this token. Ask @BotFather for the right one."
        case Rejected(code=code):
            return f"Telegram refused to say who the bot is (HTTP {code})."
        case _:
            return "Telegram could not be reached from this machine."
