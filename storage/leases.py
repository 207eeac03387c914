"""Leases: what only one worker may do at a time, such as polling, sending and sealing."""

from datetime import timedelta

from sqlalchemy import delete, or_, select

from storage.database import Reader, Writer
from storage.dialects import insert
from storage.trays import leases


async def hold(writer: Writer, name: str, owner: str, seconds: float) -> bool:
    """Take or renew a lease; False while somebody else holds it."""
    at = writer.clock.lease_now()
    row = insert(writer.connection, leases).values(
        name=name, owner=owner, until=at + timedelta(seconds=seconds)
    )
    done = await writer.connection.execute(
        row.on_conflict_do_update(
            index_elements=["name"],
            set_={"owner": row.excluded.owner, "until": row.excluded.until},
            where=or_(leases.c.owner == row.excluded.owner, leases.c.until <= at),
        ).returning(leases.c.owner)
    )
    return done.first() is not None


async def held(reader: Reader) -> bool:
    """Whether any worker holds a lease at this moment: the service runs somewhere."""
    at = reader.clock.lease_now()
    found = await reader.connection.execute(select(leases.c.name).where(leases.c.until > at))
    return found.first() is not None


async def give_up(writer: Writer, name: str, owner: str) -> None:
    """Let a lease go, so that another worker need not wait for its end."""
    await writer.connection.execute(
        delete(leases).where(leases.c.name == name, leases.c.owner == owner)
    )
