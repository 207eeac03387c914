"""Link rows: which one-time links have run out, and which of them a chat still shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from storage.addresses import PERSON
from storage.columns import Instant
from storage.database import Reader
from storage.tables import one_time_links
from storage.trays import outbox

WITHIN = timedelta(hours=1)
"""How long after its end a link is looked for; ours. After an outage of hours it stays."""


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A link that has run out: whose it was, for which request; `card` shows it."""

    link: UUID
    person: UUID
    request: UUID | None
    card: str = ""


ENDED = select(one_time_links.c.id, one_time_links.c.person, one_time_links.c.request).where(
    one_time_links.c.expires_at <= bindparam("at", type_=Instant),
    one_time_links.c.expires_at > bindparam("since", type_=Instant),
)
newer = outbox.alias("newer")
SHOWN = select(outbox.c.occurrence, outbox.c.card).where(
    outbox.c.occurrence.in_(bindparam("occurrences", expanding=True)),
    outbox.c.place == PERSON,
    outbox.c.card != "",
    ~exists().where(
        newer.c.number > outbox.c.number,
        newer.c.place == outbox.c.place,
        newer.c.address == outbox.c.address,
        newer.c.card == outbox.c.card,
    ),
)
"""The rows that carried them, where no newer screen of the same card was made since."""


async def ended(reader: Reader, at: datetime) -> tuple[Ended, ...]:
    """Links that ran out lately, opened or not."""
    found = await reader.connection.execute(ENDED, {"at": at, "since": at - WITHIN})
    return tuple(Ended(link=row.id, person=row.person, request=row.request) for row in found)


async def still_shown(reader: Reader, by_row: Mapping[str, Ended]) -> tuple[Ended, ...]:
    """Those of these links, by the name of their row, that their chat still shows."""
    if not by_row:
        return ()
    found = await reader.connection.execute(SHOWN, {"occurrences": [*by_row]})
    return tuple(replace(by_row[row.occurrence], card=row.card) for row in found)
