"""What a turn asks of SQLite: every growing table is entered by an index, however long it grew."""

import re

import pytest
from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite

from storage import (
    addresses,
    cards,
    doubts,
    drafts,
    households,
    inbox,
    link_rows,
    links,
    outbox,
    outgoing,
    people,
    results,
)
from storage.database import Database
from storage.meetings import SUPERVISIONS

ASKED = {
    "the heads of the inbox": inbox.HEADS,
    "what is still leased": inbox.STILL_OPEN,
    "the best of the outbox": outbox.BEST,
    "what was claimed": outbox.TAKE,
    "older versions of a card": outgoing.WAITING_CARDS,
    "silent carriers": results.SILENT,
    "reminders in doubt": doubts.IN_DOUBT,
    "links that ran out": link_rows.ENDED,
    "links still shown": link_rows.SHOWN,
    "shown cards": cards.AT_ADDRESSES,
    "somebody's chat": addresses.LINKS_OF,
    "who wrote": links.BY_ACCOUNTS,
    "people": people.BY_ID,
    "the roster": people.ACTIVE_STAFF,
    "people and the roster": people.BY_ID_AND_STAFF,
    "drafts": drafts.OF_PERSONS,
}


LIST = re.compile(r"\(__\[POSTCOMPILE_\w+\]\)|\?")


def words_of(asked: ClauseElement) -> str:
    """The statement as SQLite gets it; a list holds one value."""
    words = str(asked.compile(dialect=sqlite.dialect()))
    return LIST.sub(lambda found: "(NULL)" if "[" in found[0] else "NULL", words)


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
async def test_nothing_is_read_from_end_to_end(
    asked: ClauseElement, sqlite_database: Database
) -> None:
    async with sqlite_database.reading() as reader:
        question = f"EXPLAIN QUERY PLAN {words_of(asked)}"
        steps = [row.detail for row in await reader.connection.exec_driver_sql(question)]
    assert steps
    whole = [step for step in steps if step.startswith("SCAN")]
    assert [step for step in whole if "USING INDEX ix_" not in step] == []


async def test_the_carers_of_many_homes_are_found_by_their_homes(sqlite_database: Database) -> None:
    homes = f"({', '.join(['NULL'] * 32)})"
    asked = str(households.MEMBERS.compile(dialect=sqlite.dialect()))
    words = LIST.sub(lambda found: homes if "[" in found[0] else "NULL", asked)
    async with sqlite_database.reading() as reader:
        steps = await reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}")
        assert ["ix_people_household" in step.detail for step in steps] == [True]


async def test_the_meetings_of_a_worker_are_found_by_their_homes(
    sqlite_database: Database,
) -> None:
    words = words_of(SUPERVISIONS.of_workers)
    async with sqlite_database.reading() as reader:
        steps = await reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}")
        found = [step.detail for step in steps]
    assert [step for step in found if "people" in step and "ix_people_household" not in step] == []
    assert [step for step in found if step.startswith("SCAN")] == []
