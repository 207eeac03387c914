"""Upkeep: once an hour what has had its time is emptied, once a day the chronology is sealed."""

from datetime import datetime, timedelta

from storage import chronology, forgetting
from storage.database import Database
from storage.logs import logger

EVERY = timedelta(hours=1)

log = logger("bot")


class Upkeep:
    """Done by any process that ticks; doing it twice changes nothing more."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._done_at: datetime | None = None

    async def see_to_it(self) -> None:
        """Empty and seal, if the hour has come.

        The day's seal is written to the log: kept there, outside the database, it shows later
        whether the end of the chronology was cut off.
        """
        now = self._database.clock.now()
        done = self._done_at is not None and now - self._done_at < EVERY
        if done or self._database.paused:
            return
        self._done_at = now
        async with self._database.writing() as writer:
            await forgetting.sweep(writer)
            sealed = await chronology.seal_day(writer)
        if sealed is not None:
            log.info(
                "day_sealed", count=sealed.count, number=sealed.last_seq, code=sealed.root.hex()
            )
