"""Deliveries over a line of written answers, and what stands in the outbox afterwards."""

import asyncio
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from bot.budget import Budget
from bot.calls import Outcome, Rejected
from bot.deliveries import Deliveries
from bot.health import Health
from bot.pacing import Pacer
from conversations.screen import Push, Screen, plain
from desk.bodies import write_body
from desk.unit import Lane
from storage import outbox
from storage.database import Database, Writer
from storage.outbox import Put
from storage.trays import outbox as rows
from tests.bot.answers import Answers
from tests.storage_fixtures import HandClock

SCREEN = Screen(language="en", lines=(plain("Words"),), push=Push.NONE)
BLOCKED = Rejected(code=403, words="forbidden: bot was blocked by the user")
LONG_SECONDS = 5.0


class Rests(Budget):
    """A budget that says how often it was asked; another worker has it the first few times."""

    def __init__(self, pacer: Pacer, *, elsewhere: int = 0, breaks: int = 0) -> None:
        super().__init__(pacer, shared=False)
        self.asked = 0
        self._elsewhere = elsewhere
        self._breaks = breaks
        self.looked = asyncio.Event()

    async def take(self, writer: Writer) -> bool:
        self.asked += 1
        self.looked.set()
        if self.asked <= self._breaks:
            raise RuntimeError("a bug")
        self.crowded = self.asked <= self._elsewhere
        return not self.crowded


class Carrying:
    """Deliveries over a line of written answers; who could not be reached is noted."""

    def __init__(self, database: Database, clock: HandClock, *outcomes: Outcome) -> None:
        self.line = Answers(*outcomes)
        self.health = Health(now=lambda: clock.seconds)
        self.pacer = Pacer(lambda: clock.seconds)
        self.unreached: list[tuple[str, bool]] = []
        self.database = database
        self.made = self.make()

    def make(self, budget: Budget | None = None, restored_at: datetime | None = None) -> Deliveries:
        self.made = Deliveries(
            database=self.database,
            line=self.line,
            budget=budget or Budget(self.pacer, shared=False),
            health=self.health,
            owner="me",
            unreached=self._note,
            restored_at=restored_at,
        )
        return self.made

    async def _note(self, key: str, urgent: bool) -> None:
        self.unreached.append((key, urgent))

    async def carry(self) -> int:
        """One look, and all that follows from it."""
        carried = await self.made.carry_some()
        await self.made.finish()
        await self.made.carry_some()
        return carried


def said(key: object, lane: Lane = Lane.REPLY, words: str = "Words", **more: object) -> Put:
    screen = replace(SCREEN, lines=(plain(words),))
    facts: dict[str, object] = {"place": "chat", "body": write_body(screen), **more}
    return Put(key=str(key), lane=lane, **facts)  # type: ignore[arg-type]


async def put(database: Database, *some: Put) -> None:
    async with database.writing() as writer:
        await outbox.put(writer, some)


async def states(database: Database) -> list[str]:
    async with database.reading() as reader:
        found = await reader.connection.execute(select(rows.c.state).order_by(rows.c.number))
        return [row.state for row in found]


class Running:
    """Deliveries that run until they are stopped; nothing but their own waits is slept."""

    def __init__(self, carrying: Carrying) -> None:
        self.carrying = carrying
        self.stopping = asyncio.Event()

    async def __aenter__(self) -> "Running":
        self._task = asyncio.create_task(self.carrying.made.run(self.stopping))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stopping.set()
        self.carrying.made.wake()
        await asyncio.wait_for(self._task, LONG_SECONDS)

    async def until(self, database: Database, *wanted: str) -> None:
        """Until the rows stand like this."""
        async with asyncio.timeout(LONG_SECONDS):
            while await states(database) != [*wanted]:
                await asyncio.sleep(0)
