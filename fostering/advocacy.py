"""Advocacy: a young person asks for somebody on their side who does not work for the service.

It is no request: nobody of the service answers it, counts it or sees it (practice 17). It goes to
the advocacy provider's own people, and climbs there and nowhere else. Source: Children Act 1989
s26A (advocates) and s23ZB (independent visitors).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from fostering.advocacy_states import Advocacy as Advocacy
from fostering.advocacy_states import AdvocacyState as AdvocacyState
from fostering.advocacy_states import after as after
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

ASKED_IN = frozenset({"advocacy", "to_advocate", "from_advocate"})
"""The conversations about it: no export of the service holds that one was begun."""


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
