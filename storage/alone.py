"""Alone: one process runs on an SQLite file; it holds a lock beside it for as long as it lives."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import delete, update

from storage.database import Writer
from storage.dialects import SQLITE
from storage.engines import database_url
from storage.trays import inbox, leases, outbox

try:
    import fcntl
except ImportError:  # a system that cannot lock a file this way: leases alone keep others out
    fcntl = None  # type: ignore[assignment]


class NotAlone(RuntimeError):
    """Another process runs on this database file."""


@contextmanager
def alone(url: str) -> Iterator[bool]:
    """Whether nobody else can be running on this database; False on PostgreSQL.

    Raises NotAlone. The lock goes with the process, however it dies.
    """
    address = database_url(url)
    if address.get_backend_name() != SQLITE or not address.database or fcntl is None:
        yield False
        return
    try:
        held = open(f"{address.database}-running", "wb")  # noqa: SIM115 - closed below
    except OSError:
        yield False
        return
    with held as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise NotAlone(NotAlone.__doc__) from None
        yield True


async def take_over(writer: Writer) -> None:
    """Free what a process that died was holding; only for whoever is alone."""
    now = writer.clock.lease_now()
    await writer.connection.execute(delete(leases))
    await writer.connection.execute(
        update(inbox).where(inbox.c.lease.is_not(None)).values(lease=None, lease_until=None)
    )
    await writer.connection.execute(
        update(outbox).where(outbox.c.lease_until.is_not(None)).values(lease_until=now)
    )
