"""A statement is compiled once in a process for each kind of database, whoever asks."""

from sqlalchemy import Integer, Select, literal_column, select
from sqlalchemy.engine.interfaces import CacheStats

from storage.clock import Clock
from storage.database import Database, Reader
from storage.keys import KeyRing
from tests.storage_fixtures import ON_SQLITE


async def compiled_for(reader: Reader, statement: Select[int]) -> bool:
    """Whether it had to be compiled for this."""
    found = await reader.connection.execute(statement)
    return found.context.cache_hit is CacheStats.CACHE_MISS


@ON_SQLITE
async def test_who_reads_and_who_writes_share_it(database: Database) -> None:
    statement = select(literal_column("1", Integer).label("of this test"))
    async with database.reading() as reader:
        assert await compiled_for(reader, statement)
        assert not await compiled_for(reader, statement)
    async with database.writing() as writer:
        assert not await compiled_for(writer, statement)


async def test_another_kind_of_database_has_its_own(
    sqlite_url: str, postgresql_url: str, keys: KeyRing
) -> None:
    statement = select(literal_column("2", Integer).label("of that test"))
    found = []
    for url in (sqlite_url, postgresql_url, sqlite_url, postgresql_url):
        database = await Database.open(url, keys, Clock())
        async with database.reading() as reader:
            found.append(await compiled_for(reader, statement))
        await database.close()
    assert found == [True, True, False, False]
