"""`make bench`: the plain bot and Hearthline, in turn, with and without a round trip."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import uvloop

from benchmarks.hearthline_house import environment, furnish
from benchmarks.measuring import Contender, Figures, measure
from benchmarks.people import PlainSteps
from benchmarks.table import figures_row, table

PLAIN = "plain bot (pickle)"
OURS = "Hearthline (SQLite)"
OURS_ON_POSTGRESQL = "Hearthline (PostgreSQL)"
TOKEN = "100200:benchmark-token-of-no-use-anywhere-xx"
ROUND_TRIPS = (0.0, 0.04)
PORT = 8299


Bot = Callable[[int, int], AbstractContextManager[Contender]]


@contextmanager
def plain(port: int, people: int) -> Iterator[Contender]:
    """The plain bot, with its persistence in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        yield Contender(
            name=PLAIN,
            command=(sys.executable, "-m", "benchmarks.plain_bot", str(Path(folder) / "kept")),
            surroundings={"PLAIN_TOKEN": TOKEN, "PLAIN_API_URL": f"http://127.0.0.1:{port}"},
            steps=PlainSteps(),
        )


@contextmanager
def hearthline(port: int, people: int, database_url: str = "") -> Iterator[Contender]:
    """Hearthline as a real process with a database that is forced to the disk at each commit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = database_url or f"sqlite:///{folder / 'hearthline.db'}"
        surroundings = environment(folder, url, TOKEN, f"http://127.0.0.1:{port}")
        yield Contender(
            name=OURS_ON_POSTGRESQL if database_url else OURS,
            command=(sys.executable, "-m", "benchmarks.unpaced"),
            surroundings=surroundings,
            steps=furnish(folder, surroundings, people),
            settle_seconds=5.0,
        )


def main() -> None:
    """Measure everybody at every round trip and print one table."""
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("--people", type=int, default=50)
    asked.add_argument("--port", type=int, default=PORT)
    asked.add_argument("--postgresql", default="", help="address of an empty database")
    given = asked.parse_args()
    contenders: list[Bot] = [plain, hearthline]
    if given.postgresql:
        contenders.append(partial(hearthline, database_url=given.postgresql))
    measured: list[Figures] = []
    for round_trip in ROUND_TRIPS:
        for contender in contenders:
            with contender(given.port, given.people) as bot:
                figures = uvloop.run(
                    measure(bot, people=given.people, port=given.port, round_trip=round_trip)
                )
            print(figures_row(figures), file=sys.stderr)
            measured.append(figures)
    print(table(measured, given.people, PLAIN))


if __name__ == "__main__":
    main()
