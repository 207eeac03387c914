"""Events of people, their phones and rooms, and of what was read, hidden or switched."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fostering.events.event import Event, personal
from fostering.phone_use import PhoneUse


@dataclass(frozen=True, kw_only=True)
class InvitationMade(Event):
    """Staff invited a person, or a group; only keyed hashes of the codes are kept."""

    invitation: UUID
    link_hash: bytes
    spoken_hash: bytes
    link_expires: datetime
    spoken_expires: datetime
    group: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonLinked(Event):
    """A person joined a chat to their own name by an invitation."""

    invitation: UUID
    door: str
    account: str = personal()


@dataclass(frozen=True, kw_only=True)
class NewcomerJoined(Event):
    """A young person has joined: a worker says by `confirm_by` (aware UTC) that it is them."""

    confirm_by: datetime


@dataclass(frozen=True, kw_only=True)
class NewcomerConfirmed(Event):
    """A worker said "that is them"."""


@dataclass(frozen=True, kw_only=True)
class NewcomerUnconfirmed(Event):
    """The days passed, and nobody has said whose chat it is."""


@dataclass(frozen=True, kw_only=True)
class PhoneUseSaid(Event):
    """A young person said whether somebody else uses their phone."""

    use: PhoneUse


@dataclass(frozen=True, kw_only=True)
class PersonUnlinked(Event):
    """The chat was cut off: a lost phone, a leaver, an ended placement."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class RoomConnected(Event):
    """The out-of-hours group was linked by a code spoken in it."""

    invitation: UUID
    door: str
    room: str


@dataclass(frozen=True, kw_only=True)
class RoomMoved(Event):
    """The group got a new address (Telegram upgraded it)."""

    door: str
    old: str
    room: str


@dataclass(frozen=True, kw_only=True)
class LanguageChosen(Event):
    """A person chose the language we speak with them."""

    language: str


@dataclass(frozen=True, kw_only=True)
class WordsRead(Event):
    """A worker was shown a young person's words: every such read is recorded."""


@dataclass(frozen=True, kw_only=True)
class FamilyOpened(Event):
    """A worker looked a family up by its carer: every such look is recorded."""


@dataclass(frozen=True, kw_only=True)
class ScreenHidden(Event):
    """A person pressed Hide this; how many messages were asked to be removed."""

    messages: int


@dataclass(frozen=True, kw_only=True)
class UnkeptSent(Event):
    """Something came that the policy does not keep (a photo, a voice note); its kind only."""

    what: str


@dataclass(frozen=True, kw_only=True)
class PersonImported(Event):
    """A person was added or changed by an import."""


@dataclass(frozen=True, kw_only=True)
class PersonForgotten(Event):
    """The person's key was destroyed; their words can never be read again.

    `requests` of theirs were there; `early`: before the policy's days had passed, for they asked.
    """

    requests: int = 0
    early: bool = False


@dataclass(frozen=True, kw_only=True)
class LegalHoldPlaced(Event):
    """Nothing of this person may be forgotten: a court, an inquiry or a claim may need it."""

    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class LegalHoldLifted(Event):
    """The legal hold on this person ended."""


@dataclass(frozen=True, kw_only=True)
class RecordExported(Event):
    """Everything about this person was written out for them (subject access, UK GDPR art. 15).

    `covered`: the names of other people were left out.
    """

    covered: bool = True


@dataclass(frozen=True, kw_only=True)
class SwitchTurned(Event):
    """A policy switch that must be recorded was turned (under-16s on Telegram)."""

    switch: str
    on: bool
