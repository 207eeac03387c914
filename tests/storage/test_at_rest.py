"""Stories of what lies on the disk: no word of a person can be read in it."""

from pathlib import Path

from sqlalchemy import text

from storage import inbox, outbox
from storage.database import Database
from storage.forgetting import forget
from storage.recording import record
from tests.storage.making import (
    CANARY,
    arrived,
    draft_of,
    keeping,
    link,
    raising,
    request_of,
    screen,
    take_in_samples,
)

ACCOUNT = "777000777"


async def fill(database: Database) -> None:
    cast = await take_in_samples(database)
    await link(database, cast["C-001"], ACCOUNT)
    async with database.writing() as writer:
        await inbox.receive(
            writer, [arrived(1, ACCOUNT, chat=ACCOUNT, message="1", help=screen(ACCOUNT))]
        )
        await outbox.put(writer, [screen(ACCOUNT, body=CANARY.encode())])
    request = request_of(cast["C-001"])
    await record(database, [raising(request), keeping(draft_of(cast["C-001"]))])


async def test_nothing_personal_is_readable_in_the_sqlite_file_or_its_log(
    sqlite_url: str, sqlite_database: Database
) -> None:
    await fill(sqlite_database)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    seen = [Path(f"{path}-wal").read_bytes(), path.read_bytes()]
    await sqlite_database.checkpoint()
    seen.append(path.read_bytes())
    for canary in (CANARY, "Okafor", "Mercer", "07700 900201", "D02", ACCOUNT, "C-001", "otter"):
        for content in seen:
            assert canary.encode() not in content, canary


async def test_what_is_destroyed_is_gone_from_the_file(
    sqlite_url: str, sqlite_database: Database
) -> None:
    database = sqlite_database
    cast = await take_in_samples(database)
    async with database.writing() as writer:
        wrapped = await writer.connection.scalar(
            text("SELECT wrapped FROM wrapped_keys WHERE owner = :owner"),
            {"owner": f"person:{cast['C-001'].hex}"},
        )
        await forget(writer, cast["C-001"], None)
    await database.checkpoint()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    log = Path(f"{path}-wal")
    assert wrapped not in path.read_bytes()
    assert not log.exists() or wrapped not in log.read_bytes()
