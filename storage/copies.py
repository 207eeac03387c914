"""Copies of the whole database, made while it runs, and put back where there is none."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import URL

from storage.dialects import POSTGRESQL
from storage.engines import database_url
from storage.faults import UNREACHED, DatabaseFault
from storage.inline import BUSY_MILLISECONDS
from storage.pauses import PAUSED, PLACE, RESTORED, WHERE
from storage.sealed_files import new_file

BESIDE = ("", "-wal", "-shm")
"""What ends the names of the files that are one SQLite database together."""
MARK = (
    "INSERT INTO marks (name, value) VALUES ({})"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


class NoProgram(RuntimeError):
    """A program of PostgreSQL is not installed here, or did not finish; it says its name."""


def is_postgresql(url: str) -> bool:
    """Which of the two it is."""
    return database_url(url).get_backend_name() == POSTGRESQL


def file_of(url: str) -> Path:
    """The file of an SQLite database."""
    return Path(database_url(url).database or "")


def copy(url: str, to: Path, at: datetime) -> None:
    """Copy the database into a new file, as it is at one moment; raises DatabaseFault, NoProgram.

    A copy of SQLite is looked through, and says in itself that it is one.
    """
    new_file(to).close()
    if is_postgresql(url):
        _run("pg_dump", ["--format=custom", "--no-owner", f"--file={to}"], database_url(url))
        return
    try:
        # Only for reading: it neither waits for the one who writes nor moves the log.
        source = f"{file_of(url).absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(source, uri=True)) as reader:
            reader.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
            reader.execute("VACUUM INTO ?", (str(to),))
        with closing(sqlite3.connect(to)) as made:
            for name in (PAUSED, RESTORED):
                made.execute(MARK.format("?, ?"), (name, at.isoformat()))
            made.commit()
            if made.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise DatabaseFault("SQLITE_CORRUPT")
    except sqlite3.Error as error:
        raise DatabaseFault(getattr(error, "sqlite_errorname", type(error).__name__)) from None


def put_back(url: str, copied: Path, at: datetime) -> list[Path]:
    """Put a copy where the database belongs; raises NoProgram.

    What stood there of SQLite is kept beside and returned. A PostgreSQL database must be empty.
    """
    if is_postgresql(url):
        options = ["--no-owner", "--exit-on-error", "--single-transaction", str(copied)]
        _run("pg_restore", options, database_url(url))
        _put_on_hold(url, at)
        return []
    file, kept = file_of(url), []
    for ending in BESIDE:
        before = file.with_name(f"{file.name}{ending}")
        if before.exists():
            # An old log must not meet the new file.
            aside = before.with_name(f"{file.name}.before-{at:%Y%m%d-%H%M%S}{ending}")
            kept.append(before.rename(aside))
    shutil.move(copied, file)
    return kept


def _put_on_hold(url: str, at: datetime) -> None:
    """What a dump cannot say of itself; where it stands now is noted, so that it is said once."""
    import psycopg

    try:
        with psycopg.connect(url) as connection:
            [place] = connection.execute(WHERE).fetchone() or [""]
            written = {PAUSED: at.isoformat(), RESTORED: at.isoformat(), PLACE: place}
            for mark in written.items():
                connection.execute(MARK.format("%s, %s"), mark)
            # Whoever held these ran on what is lost: nobody need wait for their end.
            connection.execute("DELETE FROM leases")
    except psycopg.Error as error:
        raise DatabaseFault(error.sqlstate or UNREACHED) from None


def _run(program: str, options: list[str], address: URL) -> None:
    """Run a program of PostgreSQL; the password goes by the environment, which nobody else sees."""
    found = shutil.which(program)
    if found is None:
        raise NoProgram(f"{program} is not installed here")
    plain = address.set(drivername="postgresql", password=None).render_as_string()
    password = {"PGPASSWORD": str(address.password)} if address.password else {}
    ended = subprocess.run(  # noqa: S603 - our own words only
        [found, f"--dbname={plain}", *options], env={**os.environ, **password}, check=False
    )
    if ended.returncode:
        raise NoProgram(f"{program} did not finish")
