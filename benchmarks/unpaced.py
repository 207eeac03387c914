"""`hearthline run` without its own pacing: the plain bot has none, and the responder needs none.

Telegram's limits stand for every bot alike; what is measured here is the bot.
"""

from time import monotonic

from bot import pacing, service
from commands.running import run_service

HURRY = 10_000.0


def hurried() -> float:
    """A clock for the pacer on which a second lasts a moment."""
    return monotonic() * HURRY


def main() -> None:
    """Run the service with a pacer that never makes anybody wait."""
    plain = pacing.Pacer

    def unpaced(_now: object) -> pacing.Pacer:
        return plain(hurried)

    vars(service)["Pacer"] = unpaced
    run_service()


if __name__ == "__main__":
    main()
