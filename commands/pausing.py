"""`hearthline pause` and `hearthline release`: a service on hold, and what waits in it."""

import sys
from collections.abc import AsyncIterator
from datetime import datetime

from commands.moving_time import spoken
from commands.opening import carry_out, opened
from commands.stopping import Stopped
from storage import audits, pauses, releases
from storage.database import Database, Reader
from storage.results import Lane

ON_HOLD = (
    "The service is on hold: nobody is paged and nothing is answered. Look at what waits with "
    "`hearthline release`, and let it go with `hearthline release --sure`."
)
LANES = {
    Lane.URGENT: "pages",
    Lane.REPLY: "answers",
    Lane.NOTICE: "news",
    Lane.REMINDER: "reminders",
}
AGES = ("of this hour", "of this day", "of this week", "older")


async def since_restored(database: Database) -> datetime | None:
    """When a backup was restored, if ever; one that nobody has run on yet is put on hold here."""
    async with database.writing() as writer:
        await pauses.look_whether_restored(writer)
        await database.look_whether_paused(writer)
        return await pauses.restored_at(writer)


def say_that_it_waits() -> None:
    """Tell whoever starts it."""
    print(ON_HOLD, file=sys.stderr)


def begin_pause() -> None:
    """Put the service on hold; one that runs obeys within seconds."""
    carry_out(_begin())


def release_what_waits(*, sure: bool) -> None:
    """Say what waits; raises Stopped where the service is not on hold. `sure`: let it go."""
    carry_out(_release(sure=sure))


async def _begin() -> None:
    async with opened() as house, house.database.writing() as writer:
        if not await pauses.begin(writer):
            raise Stopped("It is on hold already.")
    print(
        "On hold. What people write is kept, and they get the numbers to ring; nothing else goes "
        "out until `hearthline release --sure`. Let the on-call team know that they have to be "
        "rung."
    )


async def _release(*, sure: bool) -> None:
    async with opened() as house:
        async with house.database.reading() as reader:
            since = await pauses.since(reader)
            if since is None:
                raise Stopped("Nothing is on hold.")
            for line in [line async for line in _lines(reader, since)]:
                print(line)
        if not sure:
            print("Nothing is changed. `hearthline release --sure` lets it go.")
            return
        async with house.database.writing() as writer:
            late = await releases.release(writer)
    print(f"Released. Reminders that were too late: {late or 0}.")


async def _lines(reader: Reader, since: datetime) -> AsyncIterator[str]:
    restored = await pauses.restored_at(reader)
    why = "a backup was restored" if restored == since else "somebody put it on hold"
    yield f"On hold since {spoken(since)}: {why}."
    waits = await releases.what_waits(reader)
    yield "What waits to be sent:" if waits else "Nothing waits to be sent."
    for row in waits:
        ages = ", ".join(f"{n} {age}" for n, age in zip(row.by_age, AGES, strict=True) if n)
        yield f"  - {LANES[row.lane]}: {row.count} ({ages})"
    if any(row.lane is Lane.REMINDER for row in waits):
        yield "Reminders from before are too late: they are not sent."
    seen = await audits.signs(reader)
    yield f"What people sent meanwhile and is decided then: {await releases.undecided(reader)}."
    yield f"Urgent requests that go to the next person at once: {seen.steps.count}."
    yield f"Other matters that are due and are told once: {seen.matters.count}."
    if restored == since:
        yield "Pages and urgent requests from the backup say that they come from one."
