"""A task of the chronology, from before it had a place of its own, is taken up by a migration."""

from datetime import UTC, datetime

import pytest

from fostering.events import SocialWorkerTaskMade
from storage import requests
from storage.changes import Decided
from storage.database import Database
from storage.keys import KeyRing
from storage.migrating import HEAD, migrate
from storage.recording import record
from storage.tables import requests as table
from tests.storage.making import AT, raising, request_of, take_in_samples
from tests.storage_fixtures import EVERYWHERE, HandClock

DUE = datetime(2026, 10, 27, 17, tzinfo=UTC)


@pytest.fixture(params=EVERYWHERE)
def url(request: pytest.FixtureRequest) -> str:
    """The address of a database whose shape this story changes."""
    of = {"sqlite": "sqlite_url", "postgresql": "own_postgresql_url"}
    address: str = request.getfixturevalue(of[request.param])
    return address


async def test_an_old_task_has_its_day_and_the_clock_looks_at_it(
    url: str, keys: KeyRing, clock: HandClock
) -> None:
    database = await Database.open(url, keys, clock)
    ids = await take_in_samples(database)
    told, other = request_of(ids["C-001"]), request_of(ids["C-001"])
    made = SocialWorkerTaskMade(at=AT, subject=told.author, request=told.id, due=DUE)
    first = raising(told)
    both = Decided(events=(*first.events, made), changes=first.changes)
    assert len((await record(database, [both, raising(other)])).recorded) == 2
    async with database.writing() as writer:
        await writer.connection.execute(table.update().values(next_due_at=None))
    await database.close()
    await migrate(url, revision="0004")
    await migrate(url, revision=HEAD)
    database = await Database.open(url, keys, clock)
    async with database.reading() as reader:
        found = await requests.load(reader, [told.id, other.id])
        due = {row.id: row.next_due_at for row in await reader.connection.execute(table.select())}
        listed = await requests.with_task(reader)
    await database.close()
    assert (found[told.id].task_due, found[other.id].task_due) == (DUE, None)
    assert (due[told.id], due[other.id]) == (DUE, None)
    assert [request.id for request in listed] == [told.id]
