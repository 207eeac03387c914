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
    AdvocacyPassedOn,
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
class Advocacy:
    """One young person's wish for an advocate or an independent visitor. Instants are aware UTC.

    `told` are the provider's people whom it has reached, `declined` those of them who can't take
    it. `advocate` made contact last. By `contact_by` somebody should have made contact, by
    `appoint_by` somebody should be theirs; what was late up to `late_until` was told.
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
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.state is not AdvocacyState.ENDED

    @property
    def with_nobody(self) -> bool:
        """Whether everybody whom it has reached said that they can't take it."""
        return self.open and not self.told - self.declined


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
