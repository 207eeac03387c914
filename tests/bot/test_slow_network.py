"""A network that takes its time, and ten thousand reminders: neither holds up a page."""

import asyncio
from collections.abc import AsyncIterator, Mapping

import pytest
from sqlalchemy import text

from bot.aiohttp_request import Upload
from bot.budget import Budget
from bot.calls import Accepted, Outcome
from bot.deliveries import Deliveries
from bot.health import Health
from bot.pacing import Pace, Pacer
from conversations.screen import Screen, plain
from desk.bodies import write_body
from storage import outbox
from storage.database import Database
from storage.outgoing import Put
from storage.results import Lane
from tests.storage_fixtures import HandClock

PATIENT = Pace(
    overall_per_second=1000.0,
    overall_burst=1000,
    chat_per_second=1000.0,
    chat_burst=1000,
    group_per_minute=1000,
)
BODY = write_body(Screen(language="en", lines=(plain("Words"),)))
BACKLOG = 10_000
FOR_ALL = 24
"""Of thirty-two places on the way eight are kept for pages (docs/reliability.md)."""
MANY_MORE = text(
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < :many)"
    " INSERT INTO outbox (id, door, place, address, lane, card, edit_only, owner, sealed, state,"
    " attempt, again, not_before, begun, reason, created_at)"
    " SELECT lower(hex(randomblob(16))), door, place, address || x, lane, card, edit_only, owner,"
    " sealed, state, attempt, again, not_before, begun, reason, created_at FROM outbox, n"
)


class SilentLine:
    """A network on which nothing comes back until it is let."""

    def __init__(self) -> None:
        self.chats: list[object] = []
        self.answers = asyncio.Event()

    async def call(
        self,
        method: str,
        fields: Mapping[str, object] | None = None,
        uploads: Mapping[str, Upload] | None = None,
        *,
        read_seconds: float | None = None,
    ) -> Outcome:
        """Wait for as long as it takes."""
        self.chats.append((fields or {}).get("chat_id"))
        await self.answers.wait()
        return Accepted(result={"message_id": len(self.chats)})


def to_chat(number: int, lane: Lane) -> Put:
    return Put(place="chat", key=str(number), body=BODY, lane=lane)


@pytest.fixture
def silent() -> SilentLine:
    return SilentLine()


@pytest.fixture
async def deliveries(
    database: Database, silent: SilentLine, health: Health, clock: HandClock
) -> AsyncIterator[Deliveries]:
    async def nobody(_key: str, _urgent: bool) -> None:
        raise AssertionError("nobody was refused")

    carries = Deliveries(
        database=database,
        line=silent,
        budget=Budget(Pacer(lambda: clock.seconds, PATIENT), shared=False),
        health=health,
        owner="me",
        unreached=nobody,
    )
    yield carries
    silent.answers.set()
    await carries.finish()


async def carry(deliveries: Deliveries) -> int:
    """Send what may go; returns how many."""
    carried = 0
    while some := await deliveries.carry_some():
        carried += some
        await asyncio.sleep(0)
    return carried


async def test_places_are_kept_for_pages_while_everything_else_waits_for_answers(
    database: Database, deliveries: Deliveries, silent: SilentLine
) -> None:
    async with database.writing() as writer:
        await outbox.put(writer, [to_chat(n, Lane.REMINDER) for n in range(1, 41)])
    assert await carry(deliveries) == FOR_ALL
    async with database.writing() as writer:
        await outbox.put(writer, [to_chat(900, Lane.REPLY), to_chat(901, Lane.URGENT)])
    assert await carry(deliveries) == 1
    assert silent.chats[-1] == 901


async def test_the_very_next_row_after_ten_thousand_reminders_is_the_page(
    database: Database,
) -> None:
    async with database.writing() as writer:
        await outbox.put(writer, [to_chat(1, Lane.REMINDER)])
        await writer.connection.execute(MANY_MORE, {"many": BACKLOG})
        await outbox.put(writer, [to_chat(900, Lane.REPLY), to_chat(901, Lane.URGENT)])
        assert (await outbox.depth(writer))[Lane.REMINDER] > BACKLOG
        taken = await outbox.claim(writer, "me", 3)
    assert [row.lane for row in taken] == [Lane.URGENT, Lane.REPLY, Lane.REMINDER]
