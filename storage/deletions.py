"""The deletion log: who was forgotten and when, as the chronology has it; never who they were."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from fostering.events import PersonForgotten
from storage.database import Reader
from storage.spelling import read_text
from storage.tables import (
    annual_reviews,
    chronology,
    drafts,
    links,
    requests,
    supervisions,
    words,
)

FORGOTTEN = (
    select(chronology.c.at, chronology.c.chain, chronology.c.codes)
    .where(chronology.c.event == PersonForgotten.__name__)
    .order_by(chronology.c.seq)
)


@dataclass(frozen=True, kw_only=True)
class Deletion:
    """One person was forgotten: when (aware UTC), under which id, and how much there was."""

    at: datetime
    person: UUID
    requests: int
    early: bool


async def deletions(reader: Reader) -> tuple[Deletion, ...]:
    """Everybody who was ever forgotten, the first first."""
    rows = await reader.connection.execute(FORGOTTEN)
    found = [(row, read_text(dict[str, object], row.codes)) for row in rows]
    return tuple(
        Deletion(
            at=row.at,
            person=row.chain,
            requests=int(str(codes.get("requests", 0))),
            early=bool(codes.get("early", False)),
        )
        for row, codes in found
    )


async def what_goes(reader: Reader, person: UUID) -> Mapping[str, int]:
    """How much of a person would become unreadable or be taken away, by what it is."""
    counted = {
        "requests": select(func.count()).where(requests.c.author == person),
        "sealed words": select(func.count()).where(words.c.subject == person),
        "answers not sent": select(func.count()).where(drafts.c.person == person),
        "chats": select(func.count()).where(links.c.person == person),
        "supervision dates": select(func.count()).where(supervisions.c.carer == person),
        "annual review dates": select(func.count()).where(annual_reviews.c.carer == person),
    }
    return {name: await reader.connection.scalar(query) or 0 for name, query in counted.items()}
