"""Shifts: who is on call and cannot take pages hands the rest of the shift to the next of them.

Whoever the ladder would page next is asked next; of a manager, the other managers. Until somebody
accepts, pages go on as before (decision on shifts).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from fostering.events import (
    Event,
    ShiftAccepted,
    ShiftOffered,
    ShiftRefused,
    ShiftResumed,
    ShiftUncovered,
)
from fostering.matters import Due, Rule
from fostering.office_hours import local_date
from fostering.on_call import managers_on_call, place_of, shift_ends
from fostering.people import Person, Relief, Role
from fostering.policy import Policy
from fostering.refusals import NotOnCall, OutOfDate
from fostering.rota_shifts import Place
from fostering.routing import Roster, fill, in_role

AFTER_ON_CALL = (Role.ON_CALL_MANAGER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
"""Who is asked after the on-call manager, in this order."""


def has_shift_now(worker: Person, roster: Roster, policy: Policy, at: datetime) -> bool:
    """Whether this worker is on call now, in whichever place, or has handed this shift over."""
    return place_of(worker, roster, policy, at) is not None


def next_to_ask(worker: Person, roster: Roster, policy: Policy, at: datetime) -> Person | None:
    """Whom the ladder of the night would page next: nobody who was asked, or cannot themselves."""
    relief = worker.relief_at(at)
    tried = {worker.id, *(relief.tried if relief is not None else ())}
    for person in _in_line(worker, roster, policy, at):
        if person.id not in tried and person.relief_at(at) is None:
            return person
    return None


def offer_shift(worker: Person, roster: Roster, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """ "I can't take pages": the next on the ladder is asked; `()` while somebody is asked already.

    Where everybody had said no, all are asked anew.

    Raises NotOnCall for whoever has no place on call now, as by day.
    """
    if not has_shift_now(worker, roster, policy, at):
        raise NotOnCall
    relief = worker.relief_at(at)
    if relief is not None and (relief.asked is not None or relief.held_by is not None):
        return ()
    anew = replace(worker, relief=None)
    return (*keep_shift(worker, at), *_ask_next(anew, roster, policy, at))


def accept_shift(worker: Person, colleague: Person, at: datetime) -> tuple[Event, ...]:
    """ "I take the shift" of this worker: from now on their pages go to the colleague."""
    _relief_asked(worker, colleague, at)
    return (ShiftAccepted(at=at, subject=worker.id, actor=colleague.id),)


def refuse_shift(
    worker: Person, colleague: Person, roster: Roster, policy: Policy, at: datetime
) -> tuple[Event, ...]:
    """ "I can't" of whoever was asked: the next on the ladder is asked."""
    _relief_asked(worker, colleague, at)
    refused = ShiftRefused(at=at, subject=worker.id, actor=colleague.id, asked=colleague.id)
    return (refused, *_ask_next(worker, roster, policy, at))


def shift_unanswered(
    worker: Person, roster: Roster, policy: Policy, at: datetime
) -> tuple[Event, ...]:
    """Whoever was asked did not answer in time: the next on the ladder is asked."""
    relief = worker.relief
    if relief is None or relief.ends_at is None or at < relief.ends_at:
        return ()
    passed = ShiftRefused(at=at, subject=worker.id, asked=relief.asked)
    if at >= relief.until:
        return (passed,)
    return (passed, *_ask_next(worker, roster, policy, at))


def keep_shift(worker: Person, at: datetime) -> tuple[Event, ...]:
    """ "I take pages again", whether somebody has accepted or not."""
    if worker.relief_at(at) is None:
        return ()
    return (ShiftResumed(at=at, subject=worker.id, actor=worker.id),)


def shift_matters(worker: Person) -> Iterator[Due]:
    """When the time to answer of whoever was asked ends."""
    relief = worker.relief
    if relief is not None and relief.ends_at is not None:
        yield Due(
            rule=Rule.SHIFT_UNANSWERED,
            subject=worker.id,
            occurrence=relief.ends_at.isoformat(),
            at=relief.ends_at,
        )


def _in_line(worker: Person, roster: Roster, policy: Policy, at: datetime) -> Iterator[Person]:
    """The ladder of the night; of a manager the managers, for theirs is not a worker's place."""
    if place_of(worker, roster, policy, at) is Place.MANAGER:
        yield from _managers(roster, policy, at)
        return
    for step in policy.out_of_hours_steps:
        yield from fill(step, roster, None, policy, at)


def _managers(roster: Roster, policy: Policy, at: datetime) -> Iterator[Person]:
    """Who is on call as manager, then the other managers who are there that day."""
    yield from managers_on_call(roster, policy, at)
    day = local_date(at, policy.office_hours)
    for role in AFTER_ON_CALL:
        yield from in_role(role, roster, day)


def _ask_next(worker: Person, roster: Roster, policy: Policy, at: datetime) -> tuple[Event, ...]:
    person = next_to_ask(worker, roster, policy, at)
    if person is None:
        hear = (m.id for m in _managers(roster, policy, at) if m.id != worker.id)
        return (ShiftUncovered(at=at, subject=worker.id, managers=tuple(dict.fromkeys(hear))),)
    return (
        ShiftOffered(
            at=at,
            subject=worker.id,
            to=person.id,
            ends_at=at + timedelta(minutes=policy.shift_answer_minutes),
            until=shift_ends(worker, roster, policy, at),
        ),
    )


def _relief_asked(worker: Person, colleague: Person, at: datetime) -> Relief:
    relief = worker.relief_at(at)
    if relief is None or relief.asked != colleague.id:
        raise OutOfDate
    return relief
