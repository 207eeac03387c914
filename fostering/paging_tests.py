"""Paging tests: does a page reach who is on call? At the start of each shift, or when asked for.

One page, marked as a test, with one button. Unanswered it is told once, and never climbs: it is
about a telephone and not about a child.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from fostering.events import (
    Event,
    PagingTestAnswered,
    PagingTestMissed,
    PagingTestSent,
    PagingTestSkipped,
)
from fostering.matters import Due, Rule
from fostering.office_hours import local_date, open_at
from fostering.on_call import WORKERS, covers, has_shift, managers_on_call, on_call
from fostering.paging_test_effects import PagingTest
from fostering.people import Person, Role
from fostering.policy import Policy
from fostering.presence import Roster, in_role, stand_in
from fostering.refusals import OutOfDate
from fostering.rota_shifts import Shift

TOO_LATE = timedelta(hours=1)
"""So long after the beginning of a shift no test is sent any more; ours."""
SHOWN = timedelta(hours=12)
"""So long a test that was asked for, and no shift began with, stands on first screens; ours."""


def send_test(worker: Person, roster: Roster, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """The test of the shift that has begun, to whoever has it; `()` where it was sent already."""
    begun = [shift for shift in _untested(worker) if _test_at(shift, policy) <= at]
    if not begun or not policy.paging_tests:
        return ()
    shift = begun[-1]
    if at >= shift.starts + TOO_LATE or not shift.runs(at):
        return (PagingTestSkipped(at=at, subject=worker.id, shift=shift.starts),)
    day = local_date(shift.starts, policy.office_hours)
    tested = stand_in(has_shift(worker, roster, at), roster, day)
    if tested is None:
        return (_missed(worker, PagingTest(shift=shift.starts), roster, policy, at),)
    return (
        PagingTestSent(
            at=at,
            subject=worker.id,
            to=tested.id,
            shift=shift.starts,
            answer_by=at + timedelta(minutes=policy.paging_test_answer_minutes),
        ),
    )


def ask_test(roster: Roster, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """Whoever runs the service asks for a test now, to who is paged first at this hour.

    By day without a rota that is the duty desk. `()` where nobody can be reached, or the last test
    still runs. It takes the place of their shift's test, and begins like one at `at`.
    """
    worker = first_paged(roster, policy, at)
    if worker is None:
        return ()
    test = worker.paging_test
    if test is not None and test.waits and test.answer_by is not None and at < test.answer_by:
        return ()
    return (
        PagingTestSent(
            at=at,
            subject=worker.id,
            to=worker.id,
            shift=at,
            answer_by=at + timedelta(minutes=policy.paging_test_answer_minutes),
        ),
    )


def first_paged(roster: Roster, policy: Policy, at: datetime) -> Person | None:
    """Who is paged first at this hour; None where nobody can be reached."""
    by_day = open_at(at, policy.office_hours, policy.bank_holidays)
    if by_day and not covers(roster, policy, at):
        day = local_date(at, policy.office_hours)
        return next(iter(in_role(Role.DUTY_WORKER, roster, day)), None)
    return next(iter(on_call(roster, policy, at)), None)


def answer_test(worker: Person, person: Person, at: datetime) -> tuple[Event, ...]:
    """ "I got this", of who was tested for this worker's shift; pressing twice is no harm."""
    test = worker.paging_test
    if test is None or test.asked != person.id:
        raise OutOfDate
    if test.answered_at is not None:
        return ()
    return (PagingTestAnswered(at=at, subject=worker.id, actor=person.id),)


def miss_test(worker: Person, roster: Roster, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """The time to answer has passed: the on-call manager and the group are told, once."""
    test = worker.paging_test
    if test is None or test.answer_by is None or at < test.answer_by:
        return ()
    return (_missed(worker, test, roster, policy, at),)


def paging_test_of(person: Person, roster: Roster, at: datetime) -> PagingTest | None:
    """The test of now that this person was sent, for a shift of their own or another's, or none."""
    found = (
        worker.paging_test
        for worker in roster
        if worker.paging_test is not None
        and worker.paging_test.asked == person.id
        and _of_now(worker, worker.paging_test, at)
    )
    return max(found, key=lambda test: test.shift, default=None)


def missed_now(roster: Roster, at: datetime) -> tuple[tuple[Person, PagingTest], ...]:
    """Whose test of now nobody has answered in time."""
    return tuple(
        (worker, test)
        for worker in roster
        if (test := worker.paging_test) is not None
        and test.missed
        and test.answered_at is None
        and _of_now(worker, test, at)
    )


def paging_test_matters(worker: Person, policy: Policy) -> Iterator[Due]:
    """When the next test is to be sent, and when the time to answer the last one ends."""
    test = worker.paging_test
    if test is not None and test.answer_by is not None:
        yield _due(Rule.PAGING_TEST_MISSED, worker, test.shift, test.answer_by)
    if not policy.paging_tests:
        return
    for shift in _untested(worker):
        yield _due(Rule.PAGING_TEST, worker, shift.starts, _test_at(shift, policy))


def _due(rule: Rule, worker: Person, shift: datetime, at: datetime) -> Due:
    return Due(rule=rule, subject=worker.id, occurrence=shift.isoformat(), at=at)


def _of_now(worker: Person, test: PagingTest, at: datetime) -> bool:
    """Whether its shift runs now; or, where it began with no shift, whether it is still of now."""
    shift = next((shift for shift in worker.shifts if shift.starts == test.shift), None)
    return shift.runs(at) if shift is not None else at < test.shift + SHOWN


def _untested(worker: Person) -> list[Shift]:
    """The shifts of a worker on call that are later than the one tested last, in order."""
    test = worker.paging_test
    found = (
        shift
        for shift in worker.shifts
        if shift.place in WORKERS and (test is None or shift.starts > test.shift)
    )
    return sorted(found, key=lambda shift: shift.starts)


def _test_at(shift: Shift, policy: Policy) -> datetime:
    return shift.starts + timedelta(minutes=policy.paging_test_after_minutes)


def _missed(
    worker: Person, test: PagingTest, roster: Roster, policy: Policy, at: datetime
) -> PagingTestMissed:
    managers = managers_on_call(roster, policy, at)
    return PagingTestMissed(
        at=at,
        subject=worker.id,
        shift=test.shift,
        to=test.asked,
        managers=tuple(m.id for m in managers if m.id != test.asked),
    )
