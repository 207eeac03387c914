"""Advocacy: a young person asks for somebody on their side who does not work for the service.

It is no request: nobody of the service answers it, counts it or sees it (practice 17). It goes to
the advocacy provider's own people, and climbs there and nowhere else. Source: Children Act 1989
s26A (advocates) and s23ZB (independent visitors).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fostering.events import (
    AdvocacyAsked,
    AdvocacyChased,
    AdvocacyContacted,
    AdvocacyEnded,
    AdvocacyPassedOn,
    AdvocacyWordsSent,
    AdvocateAppointed,
    Event,
)
from fostering.kinds import Clock, Span
from fostering.matters import Due, Rule
from fostering.people import Person, Standing
from fostering.policy import Policy
from fostering.quiet_hours import when_awake
from fostering.refusals import AlreadyClosed, AlreadyTaken, NoAdvocate, NotYours
from fostering.working_days import answer_by


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


def ask(
    id: UUID,
    author: Person,
    advocates: Sequence[Person],
    policy: Policy,
    at: datetime,
    answers: str,
) -> tuple[Event, ...]:
    """Ask for somebody on their side: the first of the provider's people hears of it.

    `advocates` are in the provider's own order. The days are the policy's, in working days.
    """
    if author.standing is not Standing.YOUNG_PERSON:
        raise NotYours
    first = _next(advocates, frozenset())
    if not first:
        raise NoAdvocate
    return (
        AdvocacyAsked(
            at=at,
            subject=author.id,
            actor=author.id,
            request=id,
            language=author.language,
            contact_by=_within(policy.advocacy_contact_working_days, policy, at),
            appoint_by=_within(policy.advocacy_appoint_working_days, policy, at),
            told=first,
            answers=answers,
        ),
    )


def say_contacted(advocacy: Advocacy, advocate: Person, at: datetime) -> tuple[Event, ...]:
    """ "I have made contact"; whoever of the provider did it first, did it."""
    _check_theirs(advocacy, advocate)
    if advocacy.contacted_at is not None:
        return ()
    return (_said(AdvocacyContacted, advocacy, advocate, at),)


def say_appointed(
    advocacy: Advocacy, advocate: Person, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """ "I am their advocate now"; it is one person, and `holder` is the name of who it is."""
    _check_theirs(advocacy, advocate)
    if advocacy.appointed_at is not None:
        if advocacy.advocate == advocate.id:
            return ()
        raise AlreadyTaken(worker=holder)
    return (_said(AdvocateAppointed, advocacy, advocate, at),)


def pass_on(
    advocacy: Advocacy, advocate: Person, advocates: Sequence[Person], at: datetime
) -> tuple[Event, ...]:
    """ "I can't take this": the next of the provider's people hears of it, if there is one."""
    _check_theirs(advocacy, advocate)
    return (
        AdvocacyPassedOn(
            at=at,
            subject=advocacy.author,
            actor=advocate.id,
            request=advocacy.id,
            told=_next(advocates, advocacy.told),
        ),
    )


def end(advocacy: Advocacy, person: Person, at: datetime) -> tuple[Event, ...]:
    """The young person does not want it any more, or their advocate says that it is finished."""
    if person.id != advocacy.author and person.id != _appointed(advocacy):
        raise NotYours
    if not advocacy.open:
        return ()
    return (_said(AdvocacyEnded, advocacy, person, at),)


def write(advocacy: Advocacy, person: Person, words: str, at: datetime) -> tuple[Event, ...]:
    """Words to each other: by the young person, or by somebody of the provider whom it reached."""
    if person.id != advocacy.author:
        _check_theirs(advocacy, person)
    if not advocacy.open:
        raise AlreadyClosed
    return (
        AdvocacyWordsSent(
            at=at, subject=advocacy.author, actor=person.id, request=advocacy.id, words=words
        ),
    )


def say_late(
    advocacy: Advocacy, matter: Due, advocates: Sequence[Person], at: datetime
) -> tuple[Event, ...]:
    """What was promised was not noted: everybody of the provider hears of it, the service never."""
    fresh = {person.id for person in advocates if person.linked} - advocacy.declined
    return (
        AdvocacyChased(
            at=at,
            subject=advocacy.author,
            request=advocacy.id,
            rule=matter.rule.value,
            occurrence=matter.occurrence,
            told=tuple(sorted(fresh)),
        ),
    )


def advocacy_matters(advocacy: Advocacy, policy: Policy) -> Iterator[Due]:
    """Contact is late, then an advocate is; each is told once, and not in quiet hours."""
    if not advocacy.open or advocacy.appointed_at is not None:
        return
    promises = [(Rule.ADVOCACY_APPOINT_LATE, advocacy.appoint_by)]
    if advocacy.contacted_at is None:
        promises.insert(0, (Rule.ADVOCACY_CONTACT_LATE, advocacy.contact_by))
    for rule, by in promises:
        at = when_awake(by, policy)
        if advocacy.late_until is None or at > advocacy.late_until:
            yield Due(rule=rule, subject=advocacy.id, occurrence=by.isoformat(), at=at)


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


def _next(advocates: Sequence[Person], told: frozenset[UUID]) -> tuple[UUID, ...]:
    """The first of the provider's people who is linked and has not heard of it."""
    there = (person.id for person in advocates if person.linked and person.id not in told)
    return tuple(there)[:1]


def _check_theirs(advocacy: Advocacy, advocate: Person) -> None:
    if advocate.standing is not Standing.ADVOCATE:
        raise NotYours
    if advocate.id not in advocacy.told - advocacy.declined:
        raise NotYours
    if not advocacy.open:
        raise AlreadyClosed


def _appointed(advocacy: Advocacy) -> UUID | None:
    return advocacy.advocate if advocacy.appointed_at is not None else None


def _said(
    kind: type[AdvocacyContacted] | type[AdvocateAppointed] | type[AdvocacyEnded],
    advocacy: Advocacy,
    person: Person,
    at: datetime,
) -> Event:
    return kind(at=at, subject=advocacy.author, actor=person.id, request=advocacy.id)


def _within(days: int, policy: Policy, at: datetime) -> datetime:
    within = Clock(count=days, span=Span.WORKING_DAYS)
    return answer_by(within, at, policy.office_hours, policy.bank_holidays)
