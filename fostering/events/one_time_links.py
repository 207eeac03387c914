"""Events of one-time links: made, opened, and whose details were read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fostering.events.event import Event


class Purpose(StrEnum):
    """What a one-time link opens; the desk has one maker for each."""

    WHO_IS_THIS = "who_is_this"
    YEAR_HELD = "year_held"
    WARNINGS_TONIGHT = "warnings_tonight"
    FILE_TEXT = "file_text"


@dataclass(frozen=True, kw_only=True)
class OneTimeLinkMade(Event):
    """A person asked for something that is not for the chat; of its token only a hash is kept."""

    link: UUID
    purpose: Purpose
    token_hash: bytes
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class OneTimeLinkOpened(Event):
    """The link was opened and is spent: who, when and for what purpose."""

    link: UUID
    purpose: Purpose


@dataclass(frozen=True, kw_only=True)
class DetailsRead(Event):
    """The details of this person were shown to the actor: every such read is recorded."""

    link: UUID
    purpose: Purpose
