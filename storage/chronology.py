"""The chronology: every event in order, as ids and codes, chained so that no change goes unseen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property
from uuid import UUID, uuid4

from sqlalchemy import bindparam, func, insert, select

from fostering.events import Event
from storage.chains import BEGINNING, mac_of
from storage.database import Reader, Writer
from storage.dialects import lock_in_order
from storage.keys import key_of_person
from storage.sealing import Forgotten
from storage.spelling import read_text, spell, spell_text
from storage.tables import chronology, words
from storage.vault import Vault
from storage.verifying import Finding, Seal, seal_day, verify

__all__ = ["Entry", "Finding", "Seal", "entries", "record", "seal_day", "verify"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One event as it was kept; `words` are its personal fields, empty once they are forgotten."""

    seq: int
    at: datetime
    event: str
    actor: UUID | None
    subject: UUID
    codes: Mapping[str, object]
    words: Mapping[str, str]


THESE = chronology.c.chain.in_(bindparam("chains", expanding=True))
ADD_WORDS = insert(words)
ADD_LINES = insert(chronology)
OF_CHAINS = (
    select(chronology, words.c.subject, words.c.sealed)
    .outerjoin(words, words.c.id == chronology.c.words)
    .where(THESE)
    .order_by(chronology.c.chain, chronology.c.place)
)
LAST = (
    select(chronology.c.chain, func.max(chronology.c.place).label("place"))
    .where(THESE)
    .group_by(chronology.c.chain)
    .subquery()
)
ENDS = select(chronology.c.chain, chronology.c.place, chronology.c.mac).join(
    LAST, (LAST.c.chain == chronology.c.chain) & (LAST.c.place == chronology.c.place)
)


def chain_of(event: Event) -> UUID:
    """The chain an event belongs to: its request's, or its person's where there is none."""
    return event.request or event.subject


async def record(writer: Writer, events: Sequence[Event]) -> None:
    """Write events at the end of their chains, their personal words sealed beside them."""
    if not events:
        return
    await lock_in_order(writer.connection, (chain_of(event).bytes for event in events))
    ends = await _ends(writer, {chain_of(event) for event in events})
    personal = [event for event in events if event.personal_fields()]
    await writer.vault.make({key_of_person(e.subject) for e in personal}, writer.clock.now())
    lines: list[dict[str, object]] = []
    sealed: list[dict[str, object]] = []
    for event in events:
        chain = chain_of(event)
        place, before = ends.get(chain, (0, BEGINNING))
        row = _sealed_words(writer, event)
        line = _line(event, chain, place + 1, row["id"] if row else None)
        mac = mac_of(writer, before, line)
        ends[chain] = (place + 1, mac)
        lines.append({**line, "mac": mac})
        sealed += [row] if row else []
    if sealed:
        await writer.connection.execute(ADD_WORDS, sealed)
    await writer.connection.execute(ADD_LINES, lines)


async def entries(reader: Reader, chains: Iterable[UUID]) -> dict[UUID, tuple[Entry, ...]]:
    """The entries of these requests (or persons), in order, with what words can still be read."""
    wanted = set(chains)
    found = await reader.connection.execute(OF_CHAINS, {"chains": [*wanted]})
    rows = found.all()
    await reader.vault.fetch({key_of_person(row.subject) for row in rows if row.subject})
    kept: dict[UUID, list[Entry]] = {chain: [] for chain in wanted}
    for row in rows:
        codes = read_text(dict[str, object], row.codes)
        actor = codes.pop("actor", None)
        kept[row.chain].append(
            Entry(
                seq=row.seq,
                at=row.at,
                event=row.event,
                actor=UUID(actor) if actor else None,
                subject=UUID(codes.pop("subject")),
                codes=codes,
                words=_words_of(reader.vault, row.words, row.subject, row.sealed),
            )
        )
    return {chain: tuple(lines) for chain, lines in kept.items()}


def _line(event: Event, chain: UUID, place: int, words_id: object) -> dict[str, object]:
    left_out = {*event.personal_fields(), "at", "request"}
    codes = {f.name: spell(getattr(event, f.name)) for f in fields(event) if f.name not in left_out}
    return {
        "chain": chain,
        "place": place,
        "at": event.at,
        "event": type(event).__name__,
        "codes": spell_text(codes),
        "words": words_id,
    }


def _sealed_words(writer: Writer, event: Event) -> dict[str, object] | None:
    said = {name: getattr(event, name) for name in event.personal_fields()}
    if not any(said.values()):
        return None
    id = uuid4()
    content = spell_text(said).encode()
    sealed = writer.vault.seal(key_of_person(event.subject), _place(id), content)
    return {"id": id, "subject": event.subject, "sealed": sealed}


class _Words(Mapping[str, str]):
    """The personal fields of one entry, opened when somebody looks: most lines of a turn are not.

    Whose key is gone has said nothing that could still be read.
    """

    def __init__(self, vault: Vault, id: UUID, subject: UUID, sealed: bytes) -> None:
        self._vault, self._id, self._subject, self._sealed = vault, id, subject, sealed

    @cached_property
    def _said(self) -> dict[str, str]:
        try:
            content = self._vault.open(key_of_person(self._subject), _place(self._id), self._sealed)
        except Forgotten:
            return {}
        said: dict[str, str] = read_text(dict[str, str], content.decode())
        return said

    def __getitem__(self, name: str) -> str:
        return self._said[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._said)

    def __len__(self) -> int:
        return len(self._said)


def _words_of(
    vault: Vault, id: UUID | None, subject: UUID | None, sealed: bytes | None
) -> Mapping[str, str]:
    if id is None or subject is None or sealed is None:
        return {}
    return _Words(vault, id, subject, sealed)


async def _ends(reader: Reader, chains: set[UUID]) -> dict[UUID, tuple[int, bytes]]:
    found = await reader.connection.execute(ENDS, {"chains": [*chains]})
    return {row.chain: (row.place, row.mac) for row in found}


def _place(id: UUID) -> str:
    return f"words.sealed.{id.hex}"
