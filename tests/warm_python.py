"""A Python that has read in the libraries and our code: a process of ours begins in it.

Reading them in takes nine tenths of a start, and no story is about it. Nothing of ours has run:
a process that begins here reads its settings and policy anew, sets up its own logs, has its own
number and folder, and dies of SIGKILL like any other.
"""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

LIBRARIES = (
    "aiohttp",
    "alembic.command",
    "apscheduler.schedulers.asyncio",
    "babel.dates",
    "babel.messages.pofile",
    "cryptography.hazmat.primitives.ciphers.aead",
    "dateparser",
    "holidays.countries",
    "icalendar",
    "psycopg",
    "pydantic_settings",
    "pytest",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "sqlalchemy.ext.asyncio",
    "starlette.applications",
    "structlog",
    "telegram.ext",
    "typer",
    "uvicorn",
    "uvloop",
)
WARM = multiprocessing.get_context("forkserver")
WARM.set_forkserver_preload([*LIBRARIES, "tests.warm_house"])


class Begun:
    """A process that has begun in the warm Python; what asyncio offers of its own processes."""

    def __init__(self, process: multiprocessing.context.ForkServerProcess) -> None:
        self._process = process

    @property
    def returncode(self) -> int | None:
        """How it ended; None while it runs, minus the signal that ended it."""
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self._process.exitcode is None:
            os.kill(self._process.pid or 0, number)

    def kill(self) -> None:
        """SIGKILL."""
        self._process.kill()

    async def wait(self) -> int:
        """Until it has ended."""
        ended = asyncio.Event()
        asyncio.get_running_loop().add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            asyncio.get_running_loop().remove_reader(self._process.sentinel)
        self._process.join()
        return self._process.exitcode or 0


def begin(
    words: Sequence[str], *, folder: Path, environment: Mapping[str, str], out: Path, err: Path
) -> Begun:
    """Begin `hearthline` with these words; what it says is written after what the files hold."""
    process = WARM.Process(
        target=_begin,
        args=([*words], str(folder), {**environment}, str(out), str(err)),
        daemon=True,
    )
    process.start()
    return Begun(process)


def _begin(words: list[str], folder: str, environment: dict[str, str], out: str, err: str) -> None:
    """What the new process does: stand where it was told, and be `hearthline`."""
    for path, number in ((out, 1), (err, 2)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, number)
        os.close(file)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["hearthline", *words]
    from hearthline import main

    main()
