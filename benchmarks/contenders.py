"""Who is measured: the plain bot as most write it, and Hearthline as it is."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from benchmarks.hearthline_house import environment, furnish
from benchmarks.measuring import Contender
from benchmarks.people import PlainSteps
from benchmarks.sending import Hook

PLAIN = "plain bot"
FLUSHED = "plain bot, flushed"
OURS = "Hearthline, SQLite"
ON_POSTGRESQL = "Hearthline, PostgreSQL"
TWO_WORKERS = "Hearthline, PostgreSQL x2"
TOKEN = "100200:benchmark-token-of-no-use-anywhere-xx"
UNPACED = (sys.executable, "-m", "benchmarks.unpaced")
SECRET = "benchmark-secret-of-no-use-anywhere-else"
HOOK_PORT = 8301

Bot = Callable[[int, int], AbstractContextManager[Contender]]
"""Made for a port of the Bot API and a number of people."""


@contextmanager
def plain(port: int, people: int) -> Iterator[Contender]:
    """The plain bot; its persistence writes every minute, as it does by default."""
    with _plain(PLAIN, port) as bot:
        yield bot


@contextmanager
def flushed(port: int, people: int) -> Iterator[Contender]:
    """The plain bot, its persistence written after every update."""
    with _plain(FLUSHED, port, "flush") as bot:
        yield bot


@contextmanager
def _plain(name: str, port: int, *how: str) -> Iterator[Contender]:
    with tempfile.TemporaryDirectory() as folder:
        command = (sys.executable, "-m", "benchmarks.plain_bot", str(Path(folder) / "kept"), *how)
        address = f"http://127.0.0.1:{port}"
        yield Contender(
            name=name,
            command=command,
            surroundings=({"PLAIN_TOKEN": TOKEN, "PLAIN_API_URL": address},),
            steps=PlainSteps(),
        )


@contextmanager
def hearthline(port: int, people: int, *, paged: bool = False) -> Iterator[Contender]:
    """Hearthline with a file that is forced to the disk at each commit.

    `paged`: one more is invited after the others, the worker on call.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'hearthline.db'}"
        surroundings = environment(folder, url, TOKEN, f"http://127.0.0.1:{port}")
        yield Contender(
            name=OURS,
            command=UNPACED,
            surroundings=(surroundings,),
            steps=furnish(folder, surroundings, people, paged=paged),
        )


def on_postgresql(make: Callable[[], str], workers: int) -> Bot:
    """Hearthline on PostgreSQL; `make` gives the address of an empty database.

    One worker asks for updates, several are called.
    """

    @contextmanager
    def bot(port: int, people: int) -> Iterator[Contender]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            alone = environment(folder, make(), TOKEN, f"http://127.0.0.1:{port}")
            steps = furnish(folder, alone, people)
            called = [{**alone, **_called(number)} for number in range(workers)]
            yield Contender(
                name=ON_POSTGRESQL if workers == 1 else TWO_WORKERS,
                command=UNPACED,
                surroundings=called if workers > 1 else (alone,),
                steps=steps,
                hooks=tuple(map(_hook, range(workers))) if workers > 1 else (),
            )

    return bot


def _called(number: int) -> dict[str, str]:
    return {
        "HEARTHLINE_PUBLIC_URL": "https://hearthline.example",
        "HEARTHLINE_WEBHOOK_SECRET": SECRET,
        "HEARTHLINE_LISTEN": f"127.0.0.1:{HOOK_PORT + number}",
    }


def _hook(number: int) -> Hook:
    return Hook(host="127.0.0.1", port=HOOK_PORT + number, path="/telegram", secret=SECRET)
