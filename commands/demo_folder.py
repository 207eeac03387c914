"""The demo's own folder: an empty database with the samples in it, fresh keys, a demo policy."""

import asyncio
import os
import shutil
import socket
from dataclasses import dataclass
from pathlib import Path

from commands.stopping import Stopped
from storage.clock import Clock
from storage.database import Database
from storage.imports import import_files
from storage.keys import KeyRing
from storage.migrating import migrate
from storage.settings import Settings, read_settings

BOT_NAME = "hearthline_demo_bot"
TOKEN = "100000001:demo-only-not-a-secret-0000000000000"  # noqa: S105 - only the simulator takes it
HERE = Path(__file__).resolve().parents[1]
SAMPLES = HERE / "samples"
POLICY = HERE / "policy.sample.toml"
OURS = "HEARTHLINE_"
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """The folder's settings, and the environment the bot is started with."""

    folder: Path
    settings: Settings
    environment: dict[str, str]

    @property
    def log(self) -> Path:
        """Where the bot's log goes."""
        return self.folder / "bot.log"

    def for_bot(self, root: str) -> dict[str, str]:
        """The environment of the bot's process, with the simulator's address."""
        own = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        return {**own, **self.environment, **own_pages(), f"{OURS}API_URL": root}


def own_pages() -> dict[str, str]:
    """Where the bot of the demo shows its own pages: a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        where = f"{LOOPBACK}:{probe.getsockname()[1]}"
    return {f"{OURS}PAGES_ADDRESS": f"http://{where}", f"{OURS}PAGES_LISTEN": where}


async def prepare(folder: Path, lists: Path) -> Surroundings:
    """Make the folder ready: everything in it anew, from these lists.

    Raises Stopped when the samples are missing, or a list is not right.
    """
    if not complete():
        raise Stopped("The samples are missing: run the demo from a whole copy of Hearthline.")
    await asyncio.to_thread(empty, folder)
    environment = {
        f"{OURS}TOKEN": TOKEN,
        f"{OURS}KEYS": KeyRing.fresh().write(),
        f"{OURS}DATABASE_URL": f"sqlite:///{(folder / 'hearthline.db').resolve()}",
        f"{OURS}POLICY": str((folder / "policy.toml").resolve()),
    }
    settings = read_settings(environment)
    await migrate(settings.database_url)
    await _fill(settings, lists)
    return Surroundings(folder=folder, settings=settings, environment=environment)


def complete() -> bool:
    """Whether the samples and the sample policy are here."""
    return SAMPLES.is_dir() and POLICY.is_file()


def empty(folder: Path) -> None:
    """Nothing of an earlier demo stays: its phones are gone as well."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(mode=0o700, parents=True)
    (folder / "policy.toml").write_text(demo_policy(POLICY.read_text(encoding="utf-8")))


def lists_in(folder: Path) -> list[Path]:
    """Every list in this folder."""
    return sorted(folder.glob("*.csv"))


async def _fill(settings: Settings, lists: Path) -> None:
    clock = Clock()
    database = await Database.open(settings.database_url, settings.keys, clock)
    try:
        seen = await import_files(database, lists_in(lists), clock.now())
    finally:
        await database.close()
    if seen.problems:
        raise Stopped("The lists could not be taken in:", *seen.problems)


def demo_policy(sample: str) -> str:
    """The sample policy in the mode demo: every screen says that nobody is reading.

    What a service turns on only when somebody answers is on, so that it can be seen.
    """
    others = {"mode": 'mode = "demo"', "views": "views = true"}
    lines = ((line, line.partition("=")[0].strip()) for line in sample.splitlines())
    return "\n".join(others.get(name, line) for line, name in lines)
