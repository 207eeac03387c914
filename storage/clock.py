"""The one clock: real time plus an offset kept in the database, so that a demo can move it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage import marks

if TYPE_CHECKING:
    from storage.database import Reader, Writer

LONDON = ZoneInfo("Europe/London")
OFFSET = "clock_offset_seconds"
AHEAD = timedelta(seconds=2)
UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class MoveNotUnderstood(ValueError):
    """Say "+5m", "+3h", "+2d", "+6w", "next 09:00" or "reset"."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class Clock:
    """Tells the time: the wall's at the start, then counted on; never backwards by itself.

    Where the wall is found ahead (the machine slept), the clock follows; where it is behind
    (somebody set it back), the clock goes on counting, so that no step climbs later.
    """

    def __init__(
        self,
        *,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._started = datetime.fromtimestamp(wall(), UTC)
        self._counted_from = monotonic()
        self._offset = timedelta()

    def lease_now(self) -> datetime:
        """Real time, which no demo moves: for leases, waits and pacing."""
        counted = self._started + timedelta(seconds=self._monotonic() - self._counted_from)
        wall = datetime.fromtimestamp(self._wall(), UTC)
        if wall - counted > AHEAD:
            self._started, self._counted_from = wall, self._monotonic()
            return wall
        return counted

    def behind(self) -> timedelta:
        """By how much the wall was set back since; nothing where it agrees or runs ahead."""
        wall = datetime.fromtimestamp(self._wall(), UTC)
        return max(self.lease_now() - wall, timedelta())

    def now(self) -> datetime:
        """The instant that the rules are given, aware UTC."""
        return self.lease_now() + self._offset

    async def refresh(self, reader: Reader) -> None:
        """Read the offset again; another process may have moved the clock."""
        seconds = await marks.read(reader, OFFSET)
        self._offset = timedelta(seconds=float(seconds or 0))

    async def move(self, writer: Writer, words: str) -> datetime:
        """Move the clock as these words say and return the new now; raises MoveNotUnderstood."""
        await self.refresh(writer)
        offset = moved(self.lease_now(), self._offset, words)
        await marks.write(writer, OFFSET, str(offset.total_seconds()))
        self._offset = offset
        return self.now()


def moved(real: datetime, offset: timedelta, words: str) -> timedelta:
    """The offset after a move; "next 09:00" is the next time it is nine in London."""
    words = words.strip().lower()
    if words == "reset":
        return timedelta()
    if step := re.fullmatch(r"\+(\d{1,5})([mhdw])", words):
        return offset + timedelta(**{UNITS[step[2]]: int(step[1])})
    if at := re.fullmatch(r"next ([01]?\d|2[0-3]):([0-5]\d)", words):
        return _next(real + offset, time_of_day(int(at[1]), int(at[2]))) - real
    raise MoveNotUnderstood


def _next(now: datetime, wanted: time_of_day) -> datetime:
    day = now.astimezone(LONDON).date()
    while True:
        instant = datetime.combine(day, wanted, LONDON).astimezone(UTC)
        if instant > now:
            return instant
        day += timedelta(days=1)
