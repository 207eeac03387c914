"""Somebody who owns the database changes the chronology: `hearthline verify` names the place."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from storage import chronology
from storage.keys import KeyRing
from storage.migrating import HEAD, migrate
from tests.processes import a_place, hearthline
from tests.stories.deeds import call_for_help
from tests.town import Town

TABLES = ("chronology", "seals")
REVISIONS = tuple(f"{number:04}" for number in range(1, int(HEAD) + 1))
NOBODY = "http://127.0.0.1:9"
LINE = "SELECT seq FROM chronology WHERE chain = '{chain}' AND place = {place}"
TAMPERED = {
    "changed": ["UPDATE chronology SET event = 'RequestClosed' WHERE seq = {second}"],
    "deleted": ["DELETE FROM chronology WHERE seq = {second}"],
    "swapped": [
        "UPDATE chronology SET place = 99 WHERE seq = {first}",
        "UPDATE chronology SET place = 1 WHERE seq = {second}",
        "UPDATE chronology SET place = 2 WHERE seq = {first}",
    ],
    "inserted": [
        "INSERT INTO chronology (chain, place, at, event, codes, words, mac)"
        " SELECT chain, {end} + 1, at, event, codes, words, mac FROM chronology"
        " WHERE seq = {first}"
    ],
    "moved": ["UPDATE chronology SET chain = '{other}', place = 50 WHERE seq = {last}"],
    "cut": ["DELETE FROM chronology WHERE seq = {last}"],
}


class Owner:
    """Somebody with the database in their hands, and without any of our keys."""

    def __init__(self, url: str) -> None:
        self.url = url

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection | psycopg.Connection]:
        """A connection of their own."""
        if self.url.startswith("sqlite"):
            connection: sqlite3.Connection | psycopg.Connection
            connection = sqlite3.connect(self.url.removeprefix("sqlite:///"))
        else:
            connection = psycopg.connect(self.url)
        with connection:
            yield connection
        connection.close()

    def ask(self, statement: str) -> list[tuple[object, ...]]:
        """What the database answers."""
        with self.connected() as connection:
            return list(connection.execute(statement).fetchall())

    def do(self, *statements: str) -> None:
        """Take the triggers away, change something, put the triggers back."""
        with self.connected() as connection:
            for statement in (*self._off(), *statements, *self._on()):
                connection.execute(statement)

    def _off(self) -> list[str]:
        if not self.url.startswith("sqlite"):
            return [f"ALTER TABLE {table} DISABLE TRIGGER ALL" for table in TABLES]
        names = self.ask("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        self.triggers = [
            str(row[0]) for row in self.ask("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        ]
        return [f"DROP TRIGGER {name}" for (name,) in names]

    def _on(self) -> list[str]:
        if not self.url.startswith("sqlite"):
            return [f"ALTER TABLE {table} ENABLE TRIGGER ALL" for table in TABLES]
        return self.triggers


async def findings(town: Town) -> list[chronology.Finding]:
    """Everything that does not hold."""
    async with town.database.reading() as reader:
        return await chronology.verify(reader)


async def test_every_kind_of_tampering_is_found_and_named(
    town: Town, url: str, keys: KeyRing, tmp_path: Path
) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it")
    await town.jump(days=1)
    assert await findings(town) == []
    owner = Owner(url)
    chain, end = owner.ask("SELECT chain, max(place) FROM chronology GROUP BY chain ORDER BY 2")[-1]
    seqs = owner.ask(f"SELECT seq FROM chronology WHERE chain = '{chain}' ORDER BY place")
    (other,) = owner.ask(f"SELECT chain FROM chronology WHERE chain <> '{chain}' LIMIT 1")
    names = {
        "chain": chain,
        "end": end,
        "other": other[0],
        "first": seqs[0][0],
        "second": seqs[1][0],
        "last": seqs[-1][0],
    }
    owner.do("CREATE TABLE kept AS SELECT * FROM chronology")
    for kind, statements in TAMPERED.items():
        owner.do(*(statement.format(**names) for statement in statements))
        found = await findings(town)
        assert found, kind
        if kind in ("changed", "swapped"):
            assert found[0].seq in (names["first"], names["second"]), kind
            assert str(found[0].chain).replace("-", "") == str(chain).replace("-", ""), kind
        if kind == "changed":
            place = a_place(tmp_path, url=url, keys=keys, address=NOBODY)
            said = await hearthline(place, "verify")
            assert said.code == 1
            assert f"entry {names['second']}: a line was changed" in said.err
        owner.do("DELETE FROM chronology", "INSERT INTO chronology SELECT * FROM kept")
        assert await findings(town) == [], kind
    owner.do("DROP TABLE kept")


async def test_after_every_migration_the_triggers_still_refuse(url: str) -> None:
    owner = Owner(url)
    line = (
        "INSERT INTO chronology (chain, place, at, event, codes, mac) VALUES"
        " ('00000000000000000000000000000001', 1, 1, 'PersonImported', '{}', 'x')"
    )
    up, down = REVISIONS, REVISIONS[-2::-1]
    for target in (*down, "base", *up, "base", HEAD):
        await migrate(url, revision=target)
        if target == "base":
            continue
        with owner.connected() as connection:
            connection.execute(line)
        for change in ("UPDATE chronology SET place = 7", "DELETE FROM chronology"):
            with pytest.raises((sqlite3.IntegrityError, psycopg.Error)), owner.connected() as c:
                c.execute(change)
        owner.do("DELETE FROM chronology")
