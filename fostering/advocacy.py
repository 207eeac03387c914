"""Advocacy: a young person asks for somebody on their side who does not work for the service.

It is no request: nobody of the service answers it, counts it or sees it (practice 17). It goes to
the advocacy provider's own people, and climbs there and nowhere else. Source: Children Act 1989
s26A (advocates) and s23ZB (independent visitors).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from fostering.advocacy_states import Advocacy as Advocacy
from fostering.advocacy_states import AdvocacyLetter as AdvocacyLetter
from fostering.advocacy_states import AdvocacyState as AdvocacyState
from fostering.advocacy_states import after as after
from fostering.events import (
    AdvocacyAsked,
    AdvocacyChased,
    AdvocacyContacted,
    AdvocacyCovered,
    AdvocacyEnded,
    AdvocacyPassedOn,
    AdvocacyWordsSent,
    AdvocateAppointed,
    Event,
)
from fostering.kinds import Clock, Span
from fostering.matters import Due, Rule
from fostering.office_hours import local_date
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
    first = _next(advocates, frozenset(), local_date(at, policy.office_hours))
    if not first:
        raise NoAdvocate
    return (
        AdvocacyAsked(
            at=at,
            subject=author.id,
            actor=author.id,
            request=id,
            language=author.language,
            contact_by=within(policy.advocacy_contact_working_days, policy, at),
            appoint_by=within(policy.advocacy_appoint_working_days, policy, at),
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
    advocacy: Advocacy,
    advocate: Person,
    advocates: Sequence[Person],
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """ "I can't take this": the next of the provider's people hears of it, if there is one."""
    _check_theirs(advocacy, advocate)
    return (
        AdvocacyPassedOn(
            at=at,
            subject=advocacy.author,
            actor=advocate.id,
            request=advocacy.id,
            told=_next(advocates, advocacy.told, local_date(at, policy.office_hours)),
        ),
    )


def end(advocacy: Advocacy, person: Person, at: datetime) -> tuple[Event, ...]:
    """The young person does not want it any more, or their advocate says that it is finished."""
    if person.id != advocacy.author and person.id != _appointed(advocacy):
        raise NotYours
    if not advocacy.open:
        return ()
    return (_said(AdvocacyEnded, advocacy, person, at),)


def write(
    advocacy: Advocacy,
    person: Person,
    words: str,
    advocates: Sequence[Person],
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """Words to each other: by the young person, or by somebody of the provider whom it reached.

    What a young person writes while everybody who has it is away reaches who stands in for them.
    """
    if person.id != advocacy.author:
        _check_theirs(advocacy, person)
    if not advocacy.open:
        raise AlreadyClosed
    sent = AdvocacyWordsSent(
        at=at, subject=advocacy.author, actor=person.id, request=advocacy.id, words=words
    )
    mine = person.id == advocacy.author
    day = local_date(at, policy.office_hours)
    covers = stand_ins(advocacy, advocates, day) if mine else ()
    if not covers:
        return (sent,)
    covered = AdvocacyCovered(at=at, subject=advocacy.author, request=advocacy.id, told=covers)
    return (covered, sent)


def stand_ins(advocacy: Advocacy, advocates: Sequence[Person], day: date) -> tuple[UUID, ...]:
    """Who stands in while everybody who has it is away that day: their cover, else the next.

    Nobody while one of them is there, and never who said that they can't take it.
    """
    has_it = advocacy.told - advocacy.declined
    known = {person.id: person for person in advocates}
    if any(_there(known.get(id), day) for id in has_it):
        return ()
    order = sorted(has_it, key=lambda id: (id != advocacy.advocate, id))
    covers = (_cover(known[id], known, day) for id in order if id in known)
    found = [c.id for c in covers if c is not None and c.id not in advocacy.told]
    return tuple(found[:1]) or _present(advocates, advocacy.told, day)


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
    """Contact is late, then an advocate is; each is told once, and not in quiet hours.

    Of a provider that was written to we hear nothing after "We have got it": no day of theirs runs.
    """
    if not advocacy.open or advocacy.appointed_at is not None or advocacy.taken_on:
        return
    promises = [(Rule.ADVOCACY_APPOINT_LATE, advocacy.appoint_by)]
    if advocacy.letter is not None and not advocacy.told:
        promises = []
    if advocacy.contacted_at is None:
        promises.insert(0, (Rule.ADVOCACY_CONTACT_LATE, advocacy.contact_by))
    for rule, by in promises:
        at = when_awake(by, policy)
        if advocacy.late_until is None or at > advocacy.late_until:
            yield Due(rule=rule, subject=advocacy.id, occurrence=by.isoformat(), at=at)


def _next(advocates: Sequence[Person], told: frozenset[UUID], day: date) -> tuple[UUID, ...]:
    """The first of the provider's people who is linked and has not heard of it.

    Who is away that day is passed over for their cover, then for the next. Where all are away the
    first hears of it all the same: what is late goes to everybody.
    """
    known = {person.id: person for person in advocates}
    fresh = [person for person in advocates if person.linked and person.id not in told]
    for person in fresh:
        found = person if not person.away(day) else _cover(person, known, day)
        if found is not None and found.id not in told:
            return (found.id,)
    return tuple(person.id for person in fresh[:1])


def _present(advocates: Sequence[Person], told: frozenset[UUID], day: date) -> tuple[UUID, ...]:
    there = (p.id for p in advocates if p.id not in told and _there(p, day))
    return tuple(there)[:1]


def _there(person: Person | None, day: date) -> bool:
    return person is not None and person.linked and not person.away(day)


def _cover(person: Person, known: Mapping[UUID, Person], day: date) -> Person | None:
    """Who of the provider stands in for them that day; nobody of the staff ever does."""
    covers = (known.get(a.cover) for a in person.absences if a.cover and a.first <= day <= a.last)
    return next((c for c in covers if _there(c, day)), None)


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


def within(days: int, policy: Policy, at: datetime) -> datetime:
    """When so many working days are over, from this instant."""
    clock = Clock(count=days, span=Span.WORKING_DAYS)
    return answer_by(clock, at, policy.office_hours, policy.bank_holidays)
