"""The carrier: letters of the outbox handed to the relay, one after another."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from uuid import uuid4

from desk.letters import DOOR, read_letter
from mail.relay import Handed, Relay
from storage import outbox
from storage.database import Database
from storage.delivery import Delivery, Outcome, Result
from storage.logs import logger

LOOK_SECONDS = 5.0
MOST_AT_ONCE = 4
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
OUTCOMES = {
    Handed.ACCEPTED: Outcome.ACCEPTED,
    Handed.REFUSED: Outcome.REJECTED,
    Handed.NOT_TAKEN: Outcome.NOT_SENT,
    Handed.UNKNOWN: Outcome.UNKNOWN,
}

log = logger("mail")


class Carrier:
    """Claims letters, hands them over and writes down how it came out.

    Several workers may: each claims rows of its own. What comes after an unknown outcome is the
    lane's, as with every other row; each copy of a letter carries the same number, by which a mail
    program knows it again.
    """

    def __init__(
        self, database: Database, relay: Relay, count: Callable[[str], None] = lambda _: None
    ) -> None:
        self._database = database
        self._relay = relay
        self._count = count
        self._owner = uuid4().hex

    async def run(self, stopping: asyncio.Event) -> None:
        """Carry until `stopping` is set."""
        while not stopping.is_set():
            try:
                carried = await self.carry_some()
            except Exception as fault:  # noqa: BLE001 - the outbox waits; the loop must not end
                log.error("letters_failed", kind=type(fault).__name__)
                carried = 0
            if not carried:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), LOOK_SECONDS)

    async def carry_some(self) -> int:
        """Carry what may go now; returns how many letters were claimed."""
        async with self._database.writing() as writer:
            rows = await outbox.claim(writer, self._owner, MOST_AT_ONCE, door=DOOR)
        for row in rows:
            result = await self._carry(row)
            async with self._database.writing() as writer:
                await outbox.results(writer, [result])
        return len(rows)

    async def _carry(self, row: Delivery) -> Result:
        at = self._database.clock.lease_now()
        if at >= row.lease_until:
            return Result(delivery=row, outcome=Outcome.NOT_SENT)
        message = self._message(row)
        handed, reason = await asyncio.to_thread(self._relay.hand_over, message)
        self._count(OUTCOMES[handed].value)
        if handed is not Handed.ACCEPTED:
            log.warning("letter_not_accepted", outcome=handed.value, reason=reason)
        wait = min(FIRST_WAIT * 2 ** min(row.attempt - 1, 10), LONGEST_WAIT)
        return Result(
            delivery=row,
            outcome=OUTCOMES[handed],
            reason=reason,
            not_before=at + wait if handed is Handed.NOT_TAKEN else None,
        )

    def _message(self, row: Delivery) -> EmailMessage:
        letter = read_letter(row.body)
        message = EmailMessage()
        message["From"] = self._relay.sender
        message["To"] = row.chat
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(row.created_at)
        message["Message-ID"] = f"<{row.id.hex}@{self._relay.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content("\n\n".join(letter.lines))
        return message
