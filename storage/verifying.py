"""Verifies the chronology: every chain from its beginning, and every daily seal."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, insert, select, text, tuple_

from storage.chains import BEGINNING, mac_of
from storage.database import Reader, Writer
from storage.dialects import POSTGRESQL
from storage.sealing import KeyedHash
from storage.tables import chronology, seals, words

LINE = ("chain", "place", "at", "event", "codes", "words")
PAGE = 1000
"""How many lines of the chronology are held at a time."""
CHAINED = (
    select(chronology, words.c.id.label("words_id"))
    .outerjoin(words, words.c.id == chronology.c.words)
    .order_by(chronology.c.chain, chronology.c.place)
)


@dataclass(frozen=True, kw_only=True)
class Seal:
    """What is sent to the operator once a day: an anchor outside the database."""

    day: date
    last_seq: int
    count: int
    root: bytes


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that was changed, taken out or put in; `seq` is the line where it shows."""

    chain: UUID | None
    seq: int
    problem: str


async def seal_day(writer: Writer) -> Seal | None:
    """Seal what was written since the last seal, once a day; None where today has its seal."""
    if writer.dialect == POSTGRESQL:
        # A number may be given before another is committed; this waits for every open writer.
        await writer.connection.execute(text("LOCK TABLE chronology IN EXCLUSIVE MODE"))
    day = writer.now.date()
    last = await writer.connection.execute(select(seals).order_by(seals.c.day.desc()).limit(1))
    before = last.first()
    if before is not None and before.day >= day:
        return None
    after_seq, root = (before.last_seq, before.root) if before else (0, BEGINNING)
    upto = await writer.connection.scalar(select(func.max(chronology.c.seq))) or 0
    upto = max(upto, after_seq)
    count, root = await _root(writer, after_seq, upto, root)
    await writer.connection.execute(
        insert(seals).values(day=day, last_seq=upto, count=count, root=root, sealed_at=writer.now)
    )
    return Seal(day=day, last_seq=upto, count=count, root=root)


async def verify(reader: Reader, anchor: Seal | None = None, *, page: int = PAGE) -> list[Finding]:
    """Everything that is wrong; `anchor` is a seal that was kept outside the database.

    However long the chronology is, at most `page` lines of it are held at a time.
    """
    return [
        *await _verify_chains(reader, page),
        *await _verify_seals(reader, anchor, page),
    ]


async def _verify_chains(reader: Reader, page: int) -> list[Finding]:
    """Chain by chain, so that one end is held and not one for each chain."""
    findings: list[Finding] = []
    chain: UUID | None = None
    place, before = 0, BEGINNING
    async for rows in lines(reader, page):
        for row in rows:
            if row.chain != chain:
                chain, place, before = row.chain, 0, BEGINNING
            problem = _problem(reader, row, place, before)
            place, before = row.place, row.mac
            if problem:
                findings.append(Finding(chain=row.chain, seq=row.seq, problem=problem))
    return findings


def _problem(reader: Reader, row: Row[Any], place: int, before: bytes) -> str:
    line = {name: getattr(row, name) for name in LINE}
    if row.place != place + 1:
        return "a line is missing"
    if mac_of(reader, before, line) != row.mac:
        return "a line was changed"
    if row.words is not None and row.words_id is None:
        return "its words are gone"
    return ""


async def _verify_seals(reader: Reader, anchor: Seal | None, page: int) -> list[Finding]:
    findings: list[Finding] = []
    after_seq, root = 0, BEGINNING
    anchored = anchor is None
    found = await reader.connection.execute(select(seals).order_by(seals.c.day))
    for row in found.all():
        count, root = await _root(reader, after_seq, row.last_seq, root, page)
        if count != row._mapping["count"] or root != row.root:
            findings.append(
                Finding(chain=None, seq=row.last_seq, problem=f"the seal of {row.day} is broken")
            )
        if anchor is not None and anchor.day == row.day:
            anchored = (anchor.last_seq, anchor.root) == (row.last_seq, row.root)
        after_seq, root = row.last_seq, row.root
    if not anchored and anchor is not None:
        findings.append(
            Finding(chain=None, seq=anchor.last_seq, problem="the kept seal is not here")
        )
    return findings


async def lines(reader: Reader, page: int) -> AsyncIterator[Sequence[Row[Any]]]:
    """Every line, chain by chain and in its place, with its words' id; `page` at a time."""
    after: tuple[UUID, int] | None = None
    while True:
        wanted = CHAINED.limit(page)
        if after is not None:
            wanted = wanted.where(tuple_(chronology.c.chain, chronology.c.place) > after)
        rows = (await reader.connection.execute(wanted)).all()
        if rows:
            after = (rows[-1].chain, rows[-1].place)
            yield rows
        if len(rows) < page:
            return


async def _root(
    reader: Reader, after_seq: int, upto: int, root: bytes, page: int = PAGE
) -> tuple[int, bytes]:
    """How many lines there are between these numbers, and what ties them all to the day before."""
    tie, count = KeyedHash(reader.vault.chain_key(), "seal"), 0
    tie.add(root)
    while True:
        found = await reader.connection.execute(
            select(chronology.c.seq, chronology.c.mac)
            .where(chronology.c.seq > after_seq, chronology.c.seq <= upto)
            .order_by(chronology.c.seq)
            .limit(page)
        )
        rows = found.all()
        for row in rows:
            tie.add(row.mac)
        count += len(rows)
        if len(rows) < page:
            return count, tie.end()
        after_seq = rows[-1].seq
