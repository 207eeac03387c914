"""The budget of sending: one pace, held to by all workers together."""

from collections.abc import Callable

from bot.pacing import TELEGRAM, Pace, Pacer
from desk.unit import Lane
from storage import outbox, paces
from storage.database import Database, Writer
from storage.dialects import POSTGRESQL

BULK = frozenset({Lane.REMINDER})
CROWDED_SECONDS = 0.02
"""How soon to ask again where another worker had the budget at that moment."""


class Budget:
    """This worker's pacer, and what it owes to the others.

    Where there are several workers, whoever claims takes the pace as the last one left it, draws,
    and leaves it, all in the transaction of the claim. Whoever meets another there carries only
    what is urgent, at once, and counts it the next time.
    """

    def __init__(self, pacer: Pacer, *, shared: bool) -> None:
        self.pacer = pacer
        self.crowded = False
        self._shared = shared
        self._taken = not shared
        self._begun = False
        self._owed: list[outbox.Delivery] = []
        self._drawn: list[outbox.Delivery] = []

    async def take(self, writer: Writer) -> bool:
        """Whether anything may go that is not urgent: nobody else is claiming just now."""
        if not self._shared:
            return True
        if not self._begun:
            await paces.begin(writer)
        left = await paces.take(writer)
        self._taken = left is not None
        self.crowded = not self._taken
        self._drawn = []
        if left is not None:
            self.pacer.read(left)
            for row in self._owed:
                self._draw(row)
        return self._taken

    def draw(self, row: outbox.Delivery) -> None:
        """Count a row that goes now."""
        self._drawn.append(row)
        self._draw(row)

    async def leave(self, writer: Writer) -> None:
        """Leave the pace to the next worker, where it has moved."""
        if self._shared and self._taken and self.pacer.moved:
            await paces.leave(writer, self.pacer.write())

    def settled(self) -> None:
        """What was taken and drawn is committed."""
        self._begun = True
        if self._taken:
            self._owed = []
            self.pacer.moved = False
        elif self._shared:
            self._owed += self._drawn
        self._drawn = []

    def _draw(self, row: outbox.Delivery) -> None:
        self.pacer.draw(row.chat, bulk=row.lane in BULK, here=(row.place, row.address))


def budget_of(database: Database, pace: Pace, now: Callable[[], float] | None = None) -> Budget:
    """The budget of whoever works on this database; `now` gives real seconds.

    A pace that is not Telegram's is shared with nobody.
    """
    pacer = Pacer(
        now or (lambda: database.clock.lease_now().timestamp()),
        pace,
        called=lambda chat: database.hash("pace", chat).hex(),
    )
    return Budget(pacer, shared=database.dialect == POSTGRESQL and pace is TELEGRAM)
