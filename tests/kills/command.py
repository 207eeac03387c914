"""The command: villages on each database until there were enough kills and ambiguous sends."""

import asyncio
import logging
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

import structlog

from storage.migrating import migrate
from tests.kills.oracle import BARS
from tests.kills.rounds import Report, play
from tests.storage_fixtures import EVERYWHERE, create, drop, program, running_postgresql

A_VILLAGE = 60
"""How often one village dies before another begins: its lists stay short."""
MEMORY = Path("/dev/shm")


def main() -> int:
    """Kill, print the table, and answer 1 where anything was lost."""
    be_quiet()
    kills, sends = (int(os.environ.get(name, "1000")) for name in ("KILLS", "SENDS"))
    seed = int(os.environ.get("SEED", "1"))
    wanted = os.environ.get("DATABASE", "both")
    kinds = EVERYWHERE if wanted == "both" else (wanted,)
    results = {kind: run_on(kind, kills, sends, seed) for kind in kinds}
    print(table(results, seed))
    return 1 if any(report.breaches for report in results.values()) else 0


def be_quiet() -> None:
    """What the first steps of a village log, and that its server is cut off, is no result."""
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def run_on(kind: str, kills: int, sends: int, seed: int) -> Report:
    """Villages on one kind of database, one after another; Ctrl-C ends it and counts so far."""
    whole = Report()
    with suppress(KeyboardInterrupt), server_of(kind) as server:
        number = seed
        while whole.kills.total() < kills or whole.sends.total() < sends:
            began = monotonic()
            report = asyncio.run(in_a_village(server, number, whole.kills))
            add(whole, report, number)
            print(
                f"{kind}, seed {number}: {report.kills.total()} kills, {report.sends.total()} "
                f"ambiguous sends, {report.breaches.total()} breaches, "
                f"{monotonic() - began:.0f} s",
                flush=True,
            )
            for words in report.said[:20]:
                print(f"  {words}", flush=True)
            number += 1
    return whole


def add(whole: Report, report: Report, number: int) -> None:
    """Count one village in."""
    whole.kills += report.kills
    whole.sends += report.sends
    whole.breaches += report.breaches
    whole.seen += report.seen
    whole.said += [f"seed {number}: {words}" for words in report.said]


@contextmanager
def server_of(kind: str) -> Iterator[str]:
    """The address that names of databases are put after."""
    if kind == "sqlite":
        yield ""
        return
    if program("initdb") is None:
        raise SystemExit("PostgreSQL is not installed (Debian: apt-get install postgresql).")
    with running_postgresql() as server:
        yield server


async def in_a_village(server: str, seed: int, before: Counter[str]) -> Report:
    """One village in a database and a folder of its own."""
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    name = f"village_{seed}"
    try:
        url = f"{server}/{name}" if server else f"sqlite:///{folder}/hearthline.db"
        if server:
            create(server, name)
        await migrate(url)
        return await play(folder, url, seed, kills=A_VILLAGE, before=before)
    finally:
        if server:
            drop(server, name)
        shutil.rmtree(folder, ignore_errors=True)


def table(results: dict[str, Report], seed: int) -> str:
    """The table in Markdown: kills by point, sends by outcome, what was counted, each bar."""
    lines = [
        f"Seed {seed}, {os.cpu_count()} cores",
        "",
        f"| | {' | '.join(results)} |",
        f"|---|{'---:|' * len(results)}",
    ]
    for title, part in (("Kills", "kills"), ("Ambiguous sends", "sends"), ("Seen", "seen")):
        counted = {kind: getattr(report, part) for kind, report in results.items()}
        if part != "seen":
            totals = " | ".join(str(c.total()) for c in counted.values())
            lines.append(f"| **{title}** | {totals} |")
        for name in sorted({name for counts in counted.values() for name in counts}):
            lines.append(f"| {name} | {' | '.join(str(c[name]) for c in counted.values())} |")
    for bar in BARS:
        counts = " | ".join(str(report.breaches[bar]) for report in results.values())
        lines.append(f"| **{bar}** | {counts} |")
    return "\n".join(lines)
