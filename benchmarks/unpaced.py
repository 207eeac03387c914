"""`hearthline run` without its own pacing: the plain bot has none, and the responder needs none.

Telegram's limits stand for every bot alike; what is measured here is the bot.
"""

from bot import pacing, service
from bot.budget import Budget
from bot.pacing import Pacer
from commands.running import run_service

PLENTY = 1_000_000


def main() -> None:
    """Run the service with a pacer that never makes anybody wait."""
    vars(pacing).update(
        OVERALL_PER_SECOND=float(PLENTY),
        OVERALL_BURST=PLENTY,
        CHAT_PER_SECOND=float(PLENTY),
        CHAT_BURST=PLENTY,
    )
    vars(service).update(Budget=alone)
    run_service()


def alone(pacer: Pacer, *, shared: bool) -> Budget:
    """A budget that asks no other worker."""
    return Budget(pacer, shared=False)


if __name__ == "__main__":
    main()
