"""Killed while it forgets several people by night: everybody is forgotten whole, or not at all."""

import asyncio
import signal
import sys
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select, text, update

from storage import chronology, deletions, due, people
from storage.changes import Told
from storage.database import Database
from storage.keys import KeyRing
from storage.retention import leavers
from storage.tables import people as rows
from tests.house.sources import HOUSE
from tests.storage.making import AT, take_in_samples
from tests.storage_fixtures import HandClock
from tests.town import POLICY

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LOOK_SECONDS = 0.02
"""How often another process, which cannot call us, is looked at."""
A_NIGHT = """
import asyncio, sys
from dataclasses import replace
from datetime import UTC, datetime
from desk.retention import forget_by_night
from storage.database import Database
from storage.keys import KeyRing
from tests.town import POLICY

async def main(url, keys):
    database = await Database.open(url, KeyRing.read(keys))
    at = datetime(2026, 11, 26, 3, tzinfo=UTC)
    await forget_by_night(database, replace(POLICY, forgets_by_itself=True), at)
    await database.close()

asyncio.run(main(*sys.argv[1:]))
"""


async def announced_long_ago(database: Database) -> tuple[UUID, UUID]:
    """Two carers who left long ago, of whom the managers were told; the first goes first."""
    cast = await take_in_samples(database)
    pair = (cast["C-001"], cast["C-002"])
    async with database.writing() as writer:
        for days, person in enumerate(pair):
            left = LONG_AGO.replace(day=1 + days)
            gone = update(rows).where(rows.c.id == person).values(active=False, left_at=left)
            await writer.connection.execute(gone)
        found = await leavers(writer, POLICY, datetime(2026, 1, 1, tzinfo=UTC))
        await due.tell(
            writer,
            [
                Told("forgetting_announced", each.person.id.hex, each.over_at.isoformat())
                for each in found
            ],
        )
        await writer.connection.execute(text("UPDATE told SET at = 0"))
    return pair


async def waits_for_a_lock(database: Database) -> bool:
    """Whether some other connection stands before a row that is held."""
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    async with database.reading() as reader:
        return bool(await reader.connection.scalar(waiting))


async def test_a_kill_in_the_middle_leaves_whole_people(postgresql_url: str, keys: KeyRing) -> None:
    database = await Database.open(postgresql_url, keys, HandClock(AT.timestamp()))
    first, second = await announced_long_ago(database)
    held = text("SELECT 1 FROM supervisions WHERE carer = :carer FOR UPDATE")
    async with database.writing() as writer:
        await writer.connection.execute(held, {"carer": second})
        night = await asyncio.create_subprocess_exec(
            sys.executable, "-c", A_NIGHT, postgresql_url, keys.write(), cwd=HOUSE
        )
        async with asyncio.timeout(60):
            while not await waits_for_a_lock(database):
                assert night.returncode is None, "it ended before it was killed"
                await asyncio.sleep(LOOK_SECONDS)
        night.send_signal(signal.SIGKILL)
        await night.wait()
    async with database.reading() as reader:
        assert set(await people.load(reader, [first, second])) == {second}
        assert [each.person for each in await deletions.deletions(reader)] == [first]
        assert (await deletions.what_goes(reader, second))["supervision dates"] == 1
        assert await chronology.verify(reader) == []
    again = await asyncio.create_subprocess_exec(
        sys.executable, "-c", A_NIGHT, postgresql_url, keys.write(), cwd=HOUSE
    )
    assert await again.wait() == 0
    async with database.reading() as reader:
        gone = select(func.count()).where(rows.c.forgotten_at.is_not(None))
        assert await reader.connection.scalar(gone) == 2
    await database.close()
