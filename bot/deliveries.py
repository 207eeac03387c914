"""Deliveries: the outbox carried out, urgent first, one at a time in each chat."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from weakref import WeakValueDictionary

from bot.budget import CROWDED_SECONDS, Budget
from bot.calls import Accepted, Line, Rejected
from bot.delivery import Delivered, Delivery, Parcel
from bot.health import Health
from bot.results import cannot_be_reached, result_of
from conversations.restored import from_backup
from conversations.screen import Screen
from desk import rooms
from desk.bodies import Removal, Wipe, read_body
from desk.say import LIVE
from desk.unit import Lane, Place
from storage import cards, outbox
from storage.database import Database, Writer
from storage.kill_points import CLAIMED, CLAIMING, SENT, WRITING, WRITTEN, pass_point
from storage.logs import logger

MOST_IN_FLIGHT = 32
FOR_URGENT = 8
"""How many of these only urgent rows may take: a slow network must not hold them up."""
GATHER_SECONDS = 0.004
"""How long what comes back is gathered, so that one transaction writes down several."""
IDLE_SECONDS = 1.0
"""How often the outbox is looked at when nobody wakes us: another process may have filled it."""

UNREADABLE = Delivered(outcome=Rejected(code=0, words="cannot be carried"))
"""How a row comes out that no try could carry."""

Unreached = Callable[[str, bool], Awaitable[None]]
"""Told whose chat cannot be reached ("": the group's), and whether a page was lost."""

log = logger("bot")


@dataclass(frozen=True, kw_only=True)
class Finished:
    """A delivery that came back, not written down yet."""

    row: outbox.Delivery
    delivered: Delivered


class Deliveries:
    """Claims, carries and writes down; with others of its kind it keeps to one budget."""

    def __init__(
        self,
        *,
        database: Database,
        line: Line,
        budget: Budget,
        health: Health,
        owner: str,
        unreached: Unreached,
        restored_at: datetime | None = None,
    ) -> None:
        self._database = database
        self._line = line
        self._budget = budget
        self._pacer = budget.pacer
        self._health = health
        self._owner = owner
        self._unreached = unreached
        self._restored_at = restored_at
        self._chats: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._awake = asyncio.Event()
        self._in_flight: set[asyncio.Task[None]] = set()
        self._finished: deque[Finished] = deque()

    def wake(self) -> None:
        """There is something to carry: look at once."""
        self._awake.set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Carry until `stopping` is set, then finish what is in flight."""
        while not stopping.is_set():
            self._awake.clear()
            try:
                claimed = await self.carry_some()
            except Exception as error:  # noqa: BLE001 - the outbox waits; the loop must not end
                self._health.troubled("deliveries_failed")
                log.error("deliveries_failed", kind=type(error).__name__)
                claimed = 0
            if not claimed:
                await self._rest()
            if self._in_flight:
                await asyncio.sleep(GATHER_SECONDS)
        await self.finish()

    async def deliver_all(self) -> int:
        """Carry until nothing can go just now; returns how many rows were taken up.

        For stories told step by step: no row waits for our own pace.
        """
        carried = 0
        while True:
            self._pacer.forgive()
            claimed = await self.carry_some(alone=True)
            carried += claimed
            if self._in_flight:
                await asyncio.wait(self._in_flight, return_when=asyncio.FIRST_COMPLETED)
            elif not claimed and not self._finished:
                return carried

    async def finish(self) -> None:
        """Wait for what is in flight and write it down."""
        if self._in_flight:
            await asyncio.wait(self._in_flight)
        async with self._database.writing() as writer:
            await self._write_down(writer)

    async def carry_some(self, *, alone: bool = False) -> int:
        """Write down what came back, claim what may go now, and send it on its way.

        Both in one transaction. Returns how many rows were claimed. `alone`: no other worker is
        asked how much it has sent.
        """
        self._pacer.look()
        room = MOST_IN_FLIGHT - len(self._in_flight)
        parcels: list[tuple[outbox.Delivery, Parcel]] = []
        async with self._database.writing() as writer:
            written = await self._write_down(writer)
            if written:
                pass_point(WRITING)
            for row in await self._claim(writer, room, alone) if room else ():
                if (parcel := await self._parcel(writer, row)) is not None:
                    parcels.append((row, parcel))
            if parcels:
                pass_point(CLAIMING)
        if room and not alone:
            self._budget.settled()
        for _ in range(written):
            self._finished.popleft()
        if written:
            pass_point(WRITTEN)
        if parcels:
            pass_point(CLAIMED)
        for row, parcel in parcels:
            task = asyncio.create_task(self._carry(row, parcel))
            self._in_flight.add(task)
            task.add_done_callback(self._landed)
        return len(parcels)

    async def _claim(self, writer: Writer, room: int, alone: bool) -> list[outbox.Delivery]:
        """Urgent rows, whatever the pace; then as many of the best others as there are tokens."""
        unhurried = alone or await self._budget.take(writer)
        spare = max(room - FOR_URGENT, 0) if unhurried else 0
        paced = min(self._pacer.free(), spare)
        bulk = min(self._pacer.free(bulk=True), spare)
        rows = await outbox.claim(
            writer,
            self._owner,
            limit=room,
            avoid=self._pacer.waiting_places(urgent=True),
            pacing=self._pacer.waiting_places() if paced else frozenset(),
            most={Lane.REPLY: paced, Lane.NOTICE: paced, Lane.REMINDER: min(paced, bulk)},
        )
        for row in rows:
            self._budget.draw(row)
        if not alone:
            await self._budget.leave(writer)
        return rows

    def _done(self, row: outbox.Delivery, delivered: Delivered) -> None:
        """Nothing of this row is carried; it is written down at the next look, which is at once."""
        self._finished.append(Finished(row=row, delivered=delivered))
        self._awake.set()

    async def _parcel(self, writer: Writer, row: outbox.Delivery) -> Parcel | None:
        """What is carried for this row; None: nothing can be, or need be."""
        try:
            body = read_body(row.body)
        except ValueError:
            # Else this row would keep every other one back, again and again.
            self._done(row, UNREADABLE)
            return None
        if isinstance(body, Removal) and await self._is_last_copy(writer, row, body):
            self._done(row, Delivered(outcome=Accepted()))
            return None
        sent: tuple[str, ...] = ()
        shown = row.shown
        if isinstance(body, Wipe):
            # The blank screen that stands there by now is what is left.
            standing = await cards.shown(writer, [(row.place, row.key)])
            shown = standing[(row.place, row.key)].get(LIVE, "")
            sent = await cards.young_messages(writer, row.place, row.key)
        if isinstance(body, Screen) and self._is_of_a_backup(row):
            body = from_backup(body)
        return Parcel(
            chat=row.chat,
            body=body,
            card=row.card,
            shown=shown,
            begun=row.begun,
            edit_only=row.edit_only,
            sent=sent,
        )

    async def _is_last_copy(self, writer: Writer, row: outbox.Delivery, copy: Removal) -> bool:
        """Whether no other message shows the card of this copy; then this one shows it from now on.

        Somebody pressed one copy and then the other, or the newer one is gone from the chat.
        """
        if not copy.copy_of:
            return False
        address = (row.place, row.key)
        shown = (await cards.shown(writer, [address]))[address].get(copy.copy_of, "")
        if not shown:
            stays = cards.Adopted(
                place=row.place, key=row.key, card=copy.copy_of, message=copy.message
            )
            await cards.adopt(writer, [stays])
        return shown in ("", copy.message)

    def _is_of_a_backup(self, row: outbox.Delivery) -> bool:
        """Whether this waited in a backup that was restored, and somebody is to act on it."""
        restored_at = self._restored_at
        return row.lane == Lane.URGENT and restored_at is not None and row.created_at <= restored_at

    async def _carry(self, row: outbox.Delivery, parcel: Parcel) -> None:
        # A person and their bare chat are two addresses of one chat.
        async with self._chats.setdefault(row.chat, asyncio.Lock()):
            if self._holds(row):
                await self._carry_in_turn(row, parcel)

    def _holds(self, row: outbox.Delivery) -> bool:
        """Whether nobody else can have taken the row up: asked before each call."""
        held = self._database.clock.lease_now() < row.lease_until
        if not held:
            self._health.count("lease_lost")
        return held

    async def _carry_in_turn(self, row: outbox.Delivery, parcel: Parcel) -> None:
        try:
            delivered = await Delivery(self._line, parcel, lambda: self._holds(row)).carry_out()
            if isinstance(delivered.outcome, Rejected) and delivered.outcome.moved_to:
                moved_to = delivered.outcome.moved_to
                await rooms.note_move(self._database, row.door, row.chat, moved_to)
        except ValueError:
            # The screen has no words, or its chat no number: no later try would go better.
            delivered = UNREADABLE
        pass_point(SENT)
        self._finished.append(Finished(row=row, delivered=delivered))
        if row.place == Place.PERSON and cannot_be_reached(delivered.outcome):
            await self._unreached(row.key, row.lane == Lane.URGENT)
        elif row.place == Place.ROOM and cannot_be_reached(delivered.outcome, group=True):
            await self._unreached("", False)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._in_flight.discard(task)
        self._awake.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            # Its lease runs out, and then storage decides by the lane.
            self._health.troubled("delivery_failed")
            log.error("delivery_failed", kind=type(error).__name__)

    async def _rest(self) -> None:
        pause = min(IDLE_SECONDS, self._pacer.next_chance())
        if self._budget.crowded:
            pause = min(pause, CROWDED_SECONDS)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._awake.wait(), pause)

    async def _write_down(self, writer: Writer) -> int:
        finished = list(self._finished)
        for done in finished:
            if done.delivered.begun:
                await outbox.begun(writer, done.row, done.delivered.begun)
        if finished:
            at = writer.clock.lease_now()
            results = [
                result_of(done.row, done.delivered, pacer=self._pacer, health=self._health, at=at)
                for done in finished
            ]
            await outbox.results(writer, results)
        for done in finished:
            if done.delivered.gone:
                await cards.forget(writer, done.row.place, done.row.key, done.delivered.gone)
        return len(finished)
