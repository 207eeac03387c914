"""An update in a large, old service beside one in a small, new one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from benchmarks.contenders import hearthline
from benchmarks.goals import Goal
from benchmarks.measuring import Contender, Figures, measure

PEOPLE = 50
SMALL, LARGE = (1_000, 50), (1_000_000, 50_000)
"""Rows of the chronology, and people."""
COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
LINES = (
    "INSERT INTO chronology (chain, place, at, event, codes, mac)"
    f" {COUNT} SELECT lower(hex(randomblob(16))), 1, 1760000000000000 + i, 'PersonImported',"
    " '{}', randomblob(32) FROM n"
)


def of_size(port: int) -> Iterator[Goal]:
    """The same people, the same talk; around them a thousand times as much."""
    small, large = (_measured(port, *size) for size in (SMALL, LARGE))
    yield Goal(
        words=f"CPU an update with {LARGE[0]:,} entries and {LARGE[1]:,} people beside "
        f"{SMALL[0]:,} and {SMALL[1]}",
        found=large.cpu_per_update / small.cpu_per_update,
        most=1.1,
    )


def _measured(port: int, lines: int, people: int) -> Figures:
    with hearthline(port, PEOPLE) as bot:
        _grow(bot, lines, people - PEOPLE)
        return measure(bot, people=PEOPLE, port=port, round_trip=0.0)


def _grow(bot: Contender, lines: int, people: int) -> None:
    """Rows as the product would leave them, but unsealed: a turn never reads a day's seal."""
    path = bot.surroundings[0]["HEARTHLINE_DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(LINES, (lines,))
        if people <= 0:
            return
        names = [row[1] for row in connection.execute("PRAGMA table_info(people)")]
        own = {"id": "lower(hex(randomblob(16)))", "reference_hash": "randomblob(32)"}
        own["household"] = "lower(hex(randomblob(16)))"
        shown = ", ".join(own.get(name, f"carer.{name}") for name in names)
        connection.execute(
            f"INSERT INTO people ({', '.join(names)}) {COUNT} SELECT {shown} FROM n,"
            " (SELECT * FROM people WHERE standing = 'carer' LIMIT 1) AS carer",
            (people,),
        )
