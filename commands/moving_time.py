"""`hearthline clock`: what time it is for the service, and moving it in a demo."""

from datetime import datetime
from ipaddress import ip_address
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from commands.opening import carry_out, opened
from commands.stopping import Stopped

LONDON = ZoneInfo("Europe/London")


def say_or_move(words: str) -> None:
    """Say the time, after moving it by these words if there are any.

    Raises Stopped for a real Bot API: time is moved only where nobody is reading.
    """
    carry_out(_say_or_move(words))


async def _say_or_move(words: str) -> None:
    async with opened() as house:
        if not words:
            print(spoken(house.clock.now()))
            return
        if not on_this_machine(house.settings.api_url):
            raise Stopped(
                "The clock was not moved: it moves only in the demo, where the Bot API is on "
                "this machine. People are told the time by this clock."
            )
        async with house.database.writing() as writer:
            try:
                now = await house.clock.move(writer, words)
            except ValueError:
                raise Stopped(
                    'The clock does not know that move. Try "+5m", "+6w", "next 09:00", "reset".'
                ) from None
        print(spoken(now))


def spoken(at: datetime) -> str:
    """An instant as London reads it."""
    return at.astimezone(LONDON).strftime("%A %-d %B %Y, %H:%M in London")


def on_this_machine(address: str) -> bool:
    """Whether an address is a loopback address."""
    name = urlsplit(address).hostname or ""
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
