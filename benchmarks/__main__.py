"""`make bench`: the plain bot and Hearthline, in turn, with and without a round trip."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvloop

from benchmarks.measuring import Contender, Figures, measure
from benchmarks.people import PlainSteps
from benchmarks.table import figures_row, table

PLAIN = "plain bot (pickle)"
TOKEN = "100200:benchmark-token-of-no-use-anywhere-xx"
ROUND_TRIPS = (0.0, 0.04)
PORT = 8299


@contextmanager
def plain(port: int, people: int) -> Iterator[Contender]:
    """The plain bot, with its persistence in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        yield Contender(
            name=PLAIN,
            command=(sys.executable, "-m", "benchmarks.plain_bot", str(Path(folder) / "kept")),
            surroundings={
                "PLAIN_TOKEN": TOKEN,
                "PLAIN_API_URL": f"http://127.0.0.1:{port}",
            },
            steps=PlainSteps(),
        )


def contenders() -> list[Callable[[int, int], object]]:
    """Who is measured, in order."""
    return [plain]


def main() -> None:
    """Measure everybody at every round trip and print one table."""
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("--people", type=int, default=50)
    asked.add_argument("--port", type=int, default=PORT)
    given = asked.parse_args()
    measured: list[Figures] = []
    for round_trip in ROUND_TRIPS:
        for contender in (plain,):
            with contender(given.port, given.people) as bot:
                figures = uvloop.run(
                    measure(bot, people=given.people, port=given.port, round_trip=round_trip)
                )
            print(figures_row(figures), file=sys.stderr)
            measured.append(figures)
    print(table(measured, given.people, PLAIN))


if __name__ == "__main__":
    main()
