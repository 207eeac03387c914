"""An empty, migrated database for each test: a SQLite file, or a PostgreSQL of the run's own."""

import asyncio
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from storage.clock import Clock
from storage.database import Database
from storage.keys import KeyRing
from storage.migrating import migrate

EVERYWHERE = ("sqlite", "postgresql")
TEMPLATE = "hearthline_template"
USED_AGAIN = "hearthline_used_again"
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin")
NEW_CLUSTER = ("-U", "hearthline", "-A", "trust", "-E", "UTF8", "--no-sync")
NUMBERS = count()


def program(name: str) -> str | None:
    """Where a program of PostgreSQL is, if it is installed."""
    found = shutil.which(name)
    if found is not None:
        return found
    for place in PLACES:
        for folder in sorted(Path("/").glob(place.lstrip("/")), reverse=True):
            if (folder / name).exists():
                return str(folder / name)
    return None


def as_nobody(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root; anybody else runs it as themselves.

    It ends with the run that started it, even where that is killed.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return command
    nobody = pwd.getpwnam("nobody")
    other = ["--reuid", str(nobody.pw_uid), "--regid", str(nobody.pw_gid), "--clear-groups"]
    ids = other if os.geteuid() == 0 else []
    return [setpriv, *ids, "--pdeathsig", "QUIT", "--", *command]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_postgresql(*, durable: bool = False) -> Iterator[str]:
    """Start a server of our own in an empty folder and stop it at the end; yields its address.

    `durable`: each commit is forced to the disk, as PostgreSQL does by itself.
    """
    folder = Path(tempfile.mkdtemp(prefix="hearthline-pg-"))
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)
    where, port = str(folder / "cluster"), free_port()
    initdb, postgres = str(program("initdb")), str(program("postgres"))
    settings = ["listen_addresses=127.0.0.1", "unix_socket_directories="]
    settings += [] if durable else ["fsync=off"]
    options = [part for setting in settings for part in ("-c", setting)]
    try:
        subprocess.run(
            as_nobody([initdb, "-D", where, *NEW_CLUSTER]),
            check=True,
            cwd="/",
            capture_output=True,
        )
        server = subprocess.Popen(
            as_nobody([postgres, "-D", where, "-p", str(port), *options]),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            address = f"postgresql://hearthline@127.0.0.1:{port}"
            wait_for(address, server)
            yield address
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers, a minute at most."""
    pause = threading.Event()
    for _ in range(600):
        try:
            psycopg.connect(f"{address}/postgres").close()
        except psycopg.OperationalError:
            if server.poll() is not None:
                break
            pause.wait(0.1)
        else:
            return
    pytest.fail("PostgreSQL is installed and did not start")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server that holds an empty, migrated template."""
    if program("initdb") is None:
        said = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(said)
        pytest.skip(f"{said}: what is tested on it is left out")
    with running_postgresql() as server:
        create(server, TEMPLATE)
        asyncio.run(migrate(f"{server}/{TEMPLATE}"))
        yield server


def create(server: str, name: str, template: str = "template0") -> None:
    """Make a database; a copy of a template costs a few milliseconds."""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")


def drop(server: str, name: str) -> None:
    """Take a database away."""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def make_empty(url: str) -> None:
    """Take every row away, count from 1 again, and end what a test left open."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in found if name != "alembic_version"]
        counted = connection.execute("SELECT sequencename FROM pg_sequences")
        steps = [f"ALTER TABLE {name} ENABLE TRIGGER ALL" for name in ("chronology", "seals")]
        steps += ["SET session_replication_role = replica"]
        steps += [f"DELETE FROM {name}" for name in tables]
        steps += [f"ALTER SEQUENCE {name} RESTART" for (name,) in counted]
        connection.execute("; ".join(steps).encode())


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite file of this test's own."""
    path = tmp_path / "hearthline.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgresql_used_again(postgresql: str) -> str:
    """A database that is emptied after each test: making one anew takes a hundred times longer."""
    create(postgresql, USED_AGAIN, TEMPLATE)
    return f"{postgresql}/{USED_AGAIN}"


@pytest.fixture
def postgresql_url(postgresql_used_again: str) -> Iterator[str]:
    """The address of a migrated, empty PostgreSQL database; its shape must stay as it is."""
    yield postgresql_used_again
    make_empty(postgresql_used_again)


@pytest.fixture
def own_postgresql_url(postgresql: str) -> Iterator[str]:
    """The address of a migrated PostgreSQL database whose shape a test may change."""
    name = f"test_{next(NUMBERS)}"
    create(postgresql, name, TEMPLATE)
    yield f"{postgresql}/{name}"
    drop(postgresql, name)


ON_SQLITE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""Marks a test of which another on both databases has shown already that either will do."""

ON_POSTGRESQL = pytest.mark.parametrize("url", ["postgresql"], indirect=True)
"""Marks a test of what only PostgreSQL can do: several workers."""


@pytest.fixture(params=EVERYWHERE)
def url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated database of this test's own, on each kind of database."""
    address: str = request.getfixturevalue(f"{request.param}_url")
    return address


@pytest.fixture
def keys() -> KeyRing:
    """A key ring of this test's own."""
    return KeyRing.fresh()


@pytest.fixture
def clock() -> "HandClock":
    """A clock that only moves when the test says so."""
    return HandClock()


@pytest.fixture
async def database(url: str, keys: KeyRing, clock: "HandClock") -> AsyncIterator[Database]:
    """An open, empty database, on each kind of database."""
    opened = await Database.open(url, keys, clock)
    yield opened
    await opened.close()


class HandClock(Clock):
    """A clock whose real time is moved by hand: no test waits for anything."""

    def __init__(self, seconds: float = 1_793_000_000.0) -> None:
        self.seconds = seconds
        super().__init__(wall=lambda: self.seconds, monotonic=lambda: self.seconds)

    def wait(self, seconds: float) -> None:
        """Let that many seconds go by."""
        self.seconds += seconds
