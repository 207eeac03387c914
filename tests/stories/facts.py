"""What the service believes: the rows of all that is no machinery, to compare two moments."""

from sqlalchemy import func, or_, select

from storage.database import Database
from storage.placement_tables import delegated_authority, home_checks, placement_starts
from storage.tables import (
    annual_reviews,
    drafts,
    households,
    invitations,
    links,
    people,
    placements,
    requests,
    rooms,
    supervisions,
)
from storage.trays import inbox

BELIEVED = (
    people,
    households,
    placements,
    delegated_authority,
    placement_starts,
    home_checks,
    links,
    rooms,
    invitations,
    requests,
    drafts,
    supervisions,
    annual_reviews,
)

Facts = dict[str, list[tuple[object, ...]]]


async def facts(database: Database) -> Facts:
    """Every row of every table of facts."""
    async with database.reading() as reader:
        return {
            table.name: sorted(
                (tuple(row) for row in await reader.connection.execute(table.select())), key=repr
            )
            for table in BELIEVED
        }


async def stumbled(database: Database) -> int:
    """How many updates were parked, or had to be tried again."""
    async with database.reading() as reader:
        count = await reader.connection.scalar(
            select(func.count()).where(or_(inbox.c.state == "parked", inbox.c.tries > 0))
        )
    return count or 0
