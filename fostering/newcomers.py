"""Newcomers: a young person has joined a chat, and a worker says that it is really them.

A code is handed over in person, yet a phone can be borrowed, watched or taken. So a worker of
theirs says "that is them" within the policy's days (practice 24). Until then nothing is taken away
from the young person: the way to help stays open to whoever holds the phone.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from fostering.events import (
    Event,
    NewcomerConfirmed,
    NewcomerJoined,
    NewcomerUnconfirmed,
    PersonUnlinked,
    PhoneUseSaid,
)
from fostering.matters import Due, Rule
from fostering.office_hours import local_date
from fostering.people import Household, Person, Role, Standing
from fostering.phone_use import PhoneUse
from fostering.policy import Policy
from fostering.quiet_hours import when_awake
from fostering.refusals import NotYours, OutOfDate
from fostering.routing import MANAGERS, Roster, in_role, stand_in


def join(person: Person, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """A young person has joined a chat just now (aware UTC); `()` for everybody else."""
    if person.standing is not Standing.YOUNG_PERSON:
        return ()
    until = when_awake(at + timedelta(days=policy.confirm_days), policy)
    return (NewcomerJoined(at=at, subject=person.id, actor=person.id, confirm_by=until),)


def confirms(
    person: Person, household: Household | None, roster: Roster, policy: Policy, at: datetime
) -> tuple[Person, ...]:
    """Who is asked whether it is them: their social worker or who covers, else the managers.

    Never the household's supervising social worker, who need not know that they have a chat
    (practice 12), and nobody who is kept from the household (practice 27).
    """
    day = local_date(at, policy.office_hours)
    kept_from = household.kept_from if household is not None else frozenset[UUID]()
    placed = household.on(day).placements if household is not None else ()
    own = (p.childs_social_worker for p in placed if p.young_person == person.id)
    found = (stand_in(w, roster, day, kept_from) for w in own if w is not None)
    if worker := next((w for w in found if w is not None), None):
        return (worker,)
    for role in MANAGERS:
        if managers := in_role(role, roster, day, kept_from):
            return managers[:1]
    return ()


def may_confirm(
    worker: Person,
    person: Person,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
) -> bool:
    """Whether this worker may say whose chat it is: who is asked, and every manager."""
    if household is not None and worker.id in household.kept_from:
        return False
    asked = [w.id for w in confirms(person, household, roster, policy, at)]
    return worker.id in asked or bool(worker.roles & {Role.TEAM_MANAGER, Role.SERVICE_MANAGER})


def confirm(person: Person, worker: Person, at: datetime, *, allowed: bool) -> tuple[Event, ...]:
    """ "Yes, that is them".

    Raises NotYours for whoever may not say so, OutOfDate where nobody is asked any more.
    """
    _may_say(person, allowed=allowed)
    return (NewcomerConfirmed(at=at, subject=person.id, actor=worker.id),)


def turn_away(person: Person, worker: Person, at: datetime, *, allowed: bool) -> tuple[Event, ...]:
    """ "No, that is not them": the chat is cut off. Raises as `confirm` does."""
    _may_say(person, allowed=allowed)
    return (PersonUnlinked(at=at, subject=person.id, actor=worker.id, reason="not_them"),)


def say_unconfirmed(person: Person, at: datetime) -> tuple[Event, ...]:
    """The days have passed and nobody has said whose chat it is; said once."""
    newcomer = person.newcomer
    if newcomer is None or newcomer.overdue or at < newcomer.confirm_by:
        return ()
    return (NewcomerUnconfirmed(at=at, subject=person.id),)


def say_phone_use(person: Person, use: PhoneUse, at: datetime) -> tuple[Event, ...]:
    """ "Does anyone else use this phone?"; `()` where it is as they said before."""
    if person.standing is not Standing.YOUNG_PERSON or person.phone_use is use:
        return ()
    return (PhoneUseSaid(at=at, subject=person.id, actor=person.id, use=use),)


def newcomer_matters(person: Person) -> Iterator[Due]:
    """When the days to confirm end, while the chat is still there."""
    newcomer = person.newcomer
    if person.linked and newcomer is not None and not newcomer.overdue:
        yield Due(
            rule=Rule.NEWCOMER_UNCONFIRMED,
            subject=person.id,
            occurrence=newcomer.confirm_by.isoformat(),
            at=newcomer.confirm_by,
        )


def _may_say(person: Person, *, allowed: bool) -> None:
    if not allowed:
        raise NotYours
    if person.newcomer is None or not person.linked:
        raise OutOfDate
