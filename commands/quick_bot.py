"""The bot of a quick demo: `hearthline run` but for the pace, which Telegram would not allow.

A program of its own, so that no setting and no word on a command line can hurry a real bot.
"""

from bot.pacing import Pace
from commands.collecting import calm_the_collector

PLENTY = 1_000_000
UNPACED = Pace(
    overall_per_second=float(PLENTY),
    overall_burst=PLENTY,
    chat_per_second=float(PLENTY),
    chat_burst=PLENTY,
    group_per_minute=PLENTY,
)


def main() -> None:
    """Run the service with a pacer that never makes anybody wait."""
    calm_the_collector()
    from commands.running import run_service

    run_service(UNPACED)


if __name__ == "__main__":
    main()
