"""Verifies the chronology: every chain from its beginning, and every daily seal."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Row, func, insert, select, text

from storage.chains import BEGINNING, mac_of
from storage.database import Reader, Writer
from storage.dialects import POSTGRESQL
from storage.sealing import keyed_hash
from storage.tables import chronology, seals, words

LINE = ("chain", "place", "at", "event", "codes", "words")


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


async def verify(reader: Reader, anchor: Seal | None = None) -> list[Finding]:
    """Everything that is wrong; `anchor` is a seal that was kept outside the database."""
    return [*await _verify_chains(reader), *await _verify_seals(reader, anchor)]


async def _verify_chains(reader: Reader) -> list[Finding]:
    findings: list[Finding] = []
    ends: dict[UUID, tuple[int, bytes]] = {}
    async for row in _lines(reader):
        place, before = ends.get(row.chain, (0, BEGINNING))
        ends[row.chain] = (row.place, row.mac)
        line = {name: getattr(row, name) for name in LINE}
        if row.place != place + 1:
            findings.append(Finding(chain=row.chain, seq=row.seq, problem="a line is missing"))
        elif mac_of(reader, before, line) != row.mac:
            findings.append(Finding(chain=row.chain, seq=row.seq, problem="a line was changed"))
        elif row.words is not None and row.words_id is None:
            findings.append(Finding(chain=row.chain, seq=row.seq, problem="its words are gone"))
    return findings


async def _verify_seals(reader: Reader, anchor: Seal | None) -> list[Finding]:
    findings: list[Finding] = []
    after_seq, root = 0, BEGINNING
    anchored = anchor is None
    found = await reader.connection.execute(select(seals).order_by(seals.c.day))
    for row in found.all():
        count, root = await _root(reader, after_seq, row.last_seq, root)
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


async def _lines(reader: Reader) -> AsyncIterator[Row[tuple[object, ...]]]:
    found = await reader.connection.stream(
        select(chronology, words.c.id.label("words_id"))
        .outerjoin(words, words.c.id == chronology.c.words)
        .order_by(chronology.c.seq)
    )
    async for row in found:
        yield row


async def _root(reader: Reader, after_seq: int, upto: int, root: bytes) -> tuple[int, bytes]:
    found = await reader.connection.scalars(
        select(chronology.c.mac)
        .where(chronology.c.seq > after_seq, chronology.c.seq <= upto)
        .order_by(chronology.c.seq)
    )
    macs = found.all()
    content = root + b"".join(macs)
    return len(macs), keyed_hash(reader.vault.chain_key(), "seal", content)
