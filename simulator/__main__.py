"""`python -m simulator`: the pretended Telegram alone, to try a bot against it."""

import argparse
import asyncio
from datetime import UTC, datetime, timedelta

from simulator.server import build, serve
from simulator.world import World

DEMO_TOKEN = "100000001:demo-only-not-a-secret"  # noqa: S105 - only the simulator takes it
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class MovedClock:
    """The real time plus an offset that the page can move."""

    def __init__(self) -> None:
        self._offset = timedelta()

    def now(self) -> datetime:
        """The world's aware UTC time."""
        return datetime.now(UTC) + self._offset

    async def move(self, words: str) -> datetime:
        """Move the time by `+5m`, `+2h`, `+1d`, `+6w`, or to `next 09:00`; returns it (UTC)."""
        if words.startswith("next "):
            wanted = datetime.strptime(words.removeprefix("next "), "%H:%M").time()  # noqa: DTZ007
            goal = self.now().replace(hour=wanted.hour, minute=wanted.minute, second=0)
            if goal <= self.now():
                goal += timedelta(days=1)
            self._offset += goal - self.now()
        else:
            amount = {_UNITS[words[-1]]: int(words[:-1])}
            self._offset += timedelta(**amount)
        return self.now()


async def _run(port: int, token: str, username: str, names: list[str]) -> None:
    clock = MovedClock()
    world = World(token=token, username=username, now=clock.now, name="Demo bot")
    people = [world.add_phone(key=name.lower(), name=name) for name in names]
    world.add_group(title="A group", members=people, bot_is_admin=True)
    world.plain_webhooks = True
    async with serve(build(world, clock), port=port) as root:
        print(f"Bot API: {root}/bot{token}/getMe", flush=True)  # noqa: T201 - a command's answer
        print(f"Phones:  {root}/", flush=True)  # noqa: T201 - a command's answer
        await asyncio.Event().wait()


def main() -> None:
    """Read the command line and serve until interrupted."""
    parser = argparse.ArgumentParser(prog="simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=DEMO_TOKEN)
    parser.add_argument("--username", default="demo_bot")
    parser.add_argument("--people", nargs="+", default=["Sam", "Alex"], metavar="NAME")
    given = parser.parse_args()
    try:
        asyncio.run(_run(given.port, given.token, given.username, given.people))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
