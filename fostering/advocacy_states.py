"""The advocacy as it stands, and what an event does to it: the only place that says so."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fostering.events import (
    AdvocacyAsked,
    AdvocacyChased,
    AdvocacyContacted,
    AdvocacyCovered,
    AdvocacyEnded,
    AdvocacyLetterOpened,
    AdvocacyLetterWritten,
    AdvocacyPassedOn,
    AdvocacyTakenOn,
    AdvocateAppointed,
    Event,
)


class AdvocacyState(StrEnum):
    """Where it stands."""

    ASKED = "asked"
    CONTACTED = "contacted"
    APPOINTED = "appointed"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True)
class AdvocacyLetter:
    """A letter to a provider without a chat, whose name is `provider`. Instants are aware UTC.

    `token_hash` is the keyed hash of the link in it, which opens once and until `until`. Whoever
    opened it said at `taken_on_at` that they have got it.
    """

    provider: str
    token_hash: bytes
    until: datetime
    opened_at: datetime | None = None
    taken_on_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Advocacy:
    """One young person's wish for an advocate or an independent visitor. Instants are aware UTC.

    `told` are the provider's people whom it has reached, `declined` those of them who can't take
    it. `advocate` made contact last. By `contact_by` somebody should have made contact, by
    `appoint_by` somebody should be theirs; what was late up to `late_until` was told.

    `letter` is the last that went to a provider without a chat.
    """

    id: UUID
    author: UUID
    state: AdvocacyState
    language: str
    asked_at: datetime
    contact_by: datetime
    appoint_by: datetime
    told: frozenset[UUID] = frozenset()
    declined: frozenset[UUID] = frozenset()
    advocate: UUID | None = None
    contacted_at: datetime | None = None
    appointed_at: datetime | None = None
    ended_at: datetime | None = None
    late_until: datetime | None = None
    letter: AdvocacyLetter | None = None
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.state is not AdvocacyState.ENDED

    @property
    def taken_on(self) -> bool:
        """Whether the provider that was written to said that they have got it."""
        return self.letter is not None and self.letter.taken_on_at is not None

    @property
    def with_nobody(self) -> bool:
        """Whether everybody whom it has reached said that they can't take it."""
        return self.open and self.letter is None and not self.told - self.declined


def after(advocacy: Advocacy | None, event: Event) -> Advocacy:
    """The advocacy as it stands after the event; the only place that says so."""
    if isinstance(event, AdvocacyAsked):
        return _asked(event)
    if advocacy is None or event.request != advocacy.id:
        raise ValueError(f"{type(event).__name__} is not about this advocacy")
    match event:
        case AdvocacyContacted():
            return replace(
                advocacy,
                state=AdvocacyState.CONTACTED,
                advocate=event.actor,
                contacted_at=event.at,
            )
        case AdvocateAppointed():
            return replace(
                advocacy,
                state=AdvocacyState.APPOINTED,
                advocate=event.actor,
                contacted_at=advocacy.contacted_at or event.at,
                appointed_at=event.at,
            )
        case AdvocacyPassedOn():
            return _passed_on(advocacy, event)
        case AdvocacyChased():
            told = advocacy.told | frozenset(event.told)
            return replace(advocacy, told=told, late_until=event.at)
        case AdvocacyCovered():
            return replace(advocacy, told=advocacy.told | frozenset(event.told))
        case AdvocacyLetterWritten() | AdvocacyLetterOpened() | AdvocacyTakenOn():
            return _letter(advocacy, event)
        case AdvocacyEnded():
            return replace(advocacy, state=AdvocacyState.ENDED, ended_at=event.at)
        case _:
            return advocacy


def _asked(event: AdvocacyAsked) -> Advocacy:
    if event.request is None:
        raise ValueError("an advocacy was asked for without an id")
    return Advocacy(
        id=event.request,
        author=event.subject,
        state=AdvocacyState.ASKED,
        language=event.language,
        asked_at=event.at,
        contact_by=event.contact_by,
        appoint_by=event.appoint_by,
        told=frozenset(event.told),
    )


def _passed_on(advocacy: Advocacy, event: AdvocacyPassedOn) -> Advocacy:
    """Who had it has it no more: what they noted counts for somebody else no longer."""
    had_it = advocacy.advocate == event.actor
    declined = advocacy.declined | ({event.actor} if event.actor is not None else frozenset())
    passed = replace(
        advocacy, told=advocacy.told | frozenset(event.told), declined=frozenset(declined)
    )
    if not had_it:
        return passed
    return replace(
        passed,
        state=AdvocacyState.ASKED,
        advocate=None,
        contacted_at=None,
        appointed_at=None,
    )


def _letter(
    advocacy: Advocacy, event: AdvocacyLetterWritten | AdvocacyLetterOpened | AdvocacyTakenOn
) -> Advocacy:
    """A new letter begins a new promise; what is opened or taken on is the letter's own."""
    if isinstance(event, AdvocacyLetterWritten):
        letter = AdvocacyLetter(
            provider=event.provider, token_hash=event.token_hash, until=event.contact_by
        )
        return replace(
            advocacy,
            letter=letter,
            contact_by=event.contact_by,
            appoint_by=event.appoint_by,
            late_until=None,
        )
    if advocacy.letter is None:
        return advocacy
    if isinstance(event, AdvocacyLetterOpened):
        return replace(advocacy, letter=replace(advocacy.letter, opened_at=event.at))
    return replace(advocacy, letter=replace(advocacy.letter, taken_on_at=event.at))
