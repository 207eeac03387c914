"""Events of an advocacy: asked for, passed on, contact made, an advocate appointed, ended.

`request` is the id of the advocacy: it has a chronology of its own.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fostering.events.event import Event, personal


@dataclass(frozen=True, kw_only=True)
class AdvocacyAsked(Event):
    """A young person asked for somebody on their side; `told` of the provider hear of it."""

    language: str
    contact_by: datetime
    appoint_by: datetime
    told: tuple[UUID, ...]
    answers: str = personal()


@dataclass(frozen=True, kw_only=True)
class AdvocacyContacted(Event):
    """An advocate said that they have made contact."""


@dataclass(frozen=True, kw_only=True)
class AdvocateAppointed(Event):
    """An advocate said that they are this young person's advocate, or visitor, now."""


@dataclass(frozen=True, kw_only=True)
class AdvocacyPassedOn(Event):
    """An advocate said that they can't take it; `told` of the provider hear of it instead."""

    told: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AdvocacyChased(Event):
    """Contact or an advocate was promised and not noted; `told` of the provider hear of it."""

    rule: str
    occurrence: str
    told: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AdvocacyCovered(Event):
    """Whoever has it is away; `told` of the provider stand in and see it from now on too."""

    told: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class AdvocacyLetterWritten(Event):
    """A provider without a chat was written to; the link in the letter opens until `contact_by`.

    `provider` is its name. Of the link's token only a keyed hash is kept.
    """

    token_hash: bytes
    contact_by: datetime
    appoint_by: datetime
    provider: str = personal()


@dataclass(frozen=True, kw_only=True)
class AdvocacyLetterOpened(Event):
    """Somebody who had the letter opened what is behind its link; nobody knows their name."""


@dataclass(frozen=True, kw_only=True)
class AdvocacyTakenOn(Event):
    """Whoever opened the letter said that they have got it."""


@dataclass(frozen=True, kw_only=True)
class AdvocacyEnded(Event):
    """The young person does not want it any more, or the advocate said that it is finished."""


@dataclass(frozen=True, kw_only=True)
class AdvocacyWordsSent(Event):
    """Words between the young person and the advocate, by whoever is the actor."""

    words: str = personal()
