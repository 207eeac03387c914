"""`make bench`: one table, and the goals; PART=speed, alone, waiting, size or start for a part."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count

import psycopg

from benchmarks import growing, starting, waiting_rows
from benchmarks.contenders import Bot, flushed, hearthline, on_postgresql, plain
from benchmarks.goals import Goal, of_speed
from benchmarks.measuring import Figures, measure
from benchmarks.table import figures_row, table
from tests.storage_fixtures import program, running_postgresql

ROUND_TRIPS = (0.0, 0.04)
PORT = 8299
CROWDS = (1, 50, 200)
PARTS = ("speed", "alone", "waiting", "size", "start")


def main() -> None:
    """Measure what is asked for and print it; a goal that is missed is no fault of the command."""
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("--part", choices=PARTS, default="")
    asked.add_argument("--people", type=int, nargs="*", default=CROWDS)
    asked.add_argument("--port", type=int, default=PORT)
    given = asked.parse_args()
    wanted = [given.part] if given.part else [part for part in PARTS if part != "alone"]
    goals: list[Goal] = []
    if "speed" in wanted or "alone" in wanted:
        crowds = (1,) if wanted == ["alone"] else tuple(given.people)
        measured = list(_speed(given.port, crowds))
        print(table(measured), flush=True)
        goals += of_speed(measured)
    others: dict[str, Callable[[int], Iterator[Goal]]] = {
        "waiting": waiting_rows.of_waiting_rows,
        "size": growing.of_size,
        "start": starting.of_start,
    }
    for part, of_part in others.items():
        if part in wanted:
            goals += of_part(given.port)
    print("\nGoals:")
    for goal in goals:
        print(f"  {goal.line()}")


def _speed(port: int, crowds: tuple[int, ...]) -> Iterator[Figures]:
    """Everybody in every case, in turn, so that a busy moment of the machine meets them alike."""
    with ExitStack() as stack:
        bots: list[Bot] = [plain, flushed, hearthline]
        if program("initdb") is None:
            print("PostgreSQL is not installed: it is not measured.", file=sys.stderr)
        else:
            server = stack.enter_context(running_postgresql(durable=True))
            numbers = count(1)

            def make() -> str:
                name = f"bench_{next(numbers)}"
                with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                    connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
                return f"{server}/{name}"

            bots += [on_postgresql(make, 1), on_postgresql(make, 2)]
        for people in crowds:
            for round_trip in ROUND_TRIPS:
                for bot in bots:
                    with bot(port, people) as contender:
                        figures = measure(
                            contender, people=people, port=port, round_trip=round_trip
                        )
                    print(figures_row(figures), file=sys.stderr, flush=True)
                    yield figures


if __name__ == "__main__":
    main()
