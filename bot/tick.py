"""One tick of the clock: what is due, what has had its time, and rows whose carrier is silent."""

from bot.holding import Holding
from bot.upkeep import Upkeep
from desk.turn import Desk
from storage import outbox
from storage.database import Database
from storage.dialects import POSTGRESQL
from storage.migrating import outgrown

CLOCK = "clock"
LEASE_SECONDS = 10


class Outgrown(RuntimeError):
    """A newer Hearthline has changed the database: start that one."""


class Tick:
    """Of several workers, whoever begins first takes what is due; any of them may be next."""

    def __init__(self, database: Database, desk: Desk, owner: str) -> None:
        self._database = database
        self._desk = desk
        self._upkeep = Upkeep(database)
        self._turn = Holding(database, CLOCK, owner, LEASE_SECONDS)
        self._several = database.dialect == POSTGRESQL

    async def take_due(self) -> int:
        """What is due now and what the hour brings; returns how many matters were taken up."""
        if not self._several:
            return await self._take_due()
        if not await self._turn.renew():
            async with self._database.reading() as reader:
                await self._database.clock.refresh(reader)
            return 0
        try:
            return await self._take_due()
        finally:
            await self._turn.give_up()

    async def see_that_it_fits(self) -> None:
        """Raises Outgrown where the database is no longer one for this program."""
        if self._several:
            async with self._database.reading() as reader:
                if await outgrown(reader.connection):
                    raise Outgrown(Outgrown.__doc__)

    async def release_stale(self) -> tuple[int, bool]:
        """End the leases of silent carriers, and look whether what stood on hold may go.

        Returns how many rows they held, and whether a hold has just ended.
        """
        async with self._database.writing() as writer:
            stale = await outbox.release_stale(writer)
            return stale, await self._database.look_whether_paused(writer)

    async def _take_due(self) -> int:
        due = await self._desk.take_due()
        await self._upkeep.see_to_it()
        return due
