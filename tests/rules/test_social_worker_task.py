"""Telling the child's social worker who is not linked: made, lifted, done, asked for."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from fostering.due import due, next_due_at
from fostering.events import SocialWorkerTaskLifted, SocialWorkerTaskMade
from fostering.matters import Rule
from fostering.people import Household, Placement
from fostering.priority import Priority
from fostering.raising import add_answers
from fostering.refusals import AlreadyTold, OutOfDate
from fostering.requests import after, close
from fostering.social_worker_task import (
    falls_to,
    managers,
    remind,
    say_told,
    who_answers,
)
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    HOME,
    MONDAY_NOON,
    ONA,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    YOUNG,
    absence,
    kind,
    staff,
    utc,
)
from tests.rules.requests_told import follow, raised

ABOUT = kind(concerns_child=True)
NOT_LINKED = tuple(replace(p, linked=False) if p.id == CLEO.id else p for p in ROSTER)
MIA, LEN = UUID(int=31), staff(9, "Len")
"""Another child there, whose social worker can be reached here."""
BOTH = replace(
    HOME,
    placements=(
        *HOME.placements,
        Placement(
            id=UUID(int=42),
            household=HOME.id,
            young_person=MIA,
            label="M. Robin",
            first=HOME.placements[0].first,
            childs_social_worker=LEN.id,
        ),
    ),
)
LATER = MONDAY_NOON + timedelta(minutes=5)
DUE = utc(2026, 11, 3, 17)
WEDNESDAY, THURSDAY = utc(2026, 11, 4, 9), utc(2026, 11, 5, 9)


def with_task_alone(**more):
    """The same without a promised answer, so that nothing but the task is due."""
    return replace(with_task(**more), take_by=None, answer_by=None)


def with_task(**more):
    """A request about a child whose social worker is not linked."""
    given = {"at": MONDAY_NOON, "priority": Priority.P2, "kind": ABOUT, "roster": NOT_LINKED}
    return raised(**{**given, **more})


def adding(request, household: Household = BOTH, roster=(*NOT_LINKED, LEN), **more):
    """The events of later answers."""
    given = {"priority": Priority.P2, "finished": True, "kind": ABOUT, **more}
    return add_answers(request, CARER, household, roster, POLICY, LATER, **given)


def kinds_of(events):
    """What kinds of events these are."""
    return [type(event) for event in events]


def test_it_is_due_at_the_end_of_the_next_working_day():
    assert with_task().task_due == DUE
    assert with_task().task_open


def test_a_later_telling_of_the_same_moves_no_day():
    request = with_task()
    again = SocialWorkerTaskMade(
        at=LATER, subject=CARER.id, request=request.id, due=DUE + timedelta(days=3)
    )
    assert after(request, again).task_due == DUE


def test_it_is_made_as_soon_as_the_kind_is_known_and_lifted_when_it_is_about_another_child():
    request = raised(at=MONDAY_NOON, household=BOTH, finished=False)
    request = follow(request, adding(request, finished=False))
    assert request.task_open
    lifting = adding(request, child=MIA)
    assert kinds_of(lifting)[-1] is SocialWorkerTaskLifted
    assert not follow(request, lifting).task_open
    again = follow(follow(request, lifting), adding(request, child=YOUNG.id))
    assert SocialWorkerTaskLifted not in kinds_of(adding(request, child=YOUNG.id))
    assert again.task_due is None
    assert kinds_of(adding(again, child=YOUNG.id))[-1] is SocialWorkerTaskMade


@pytest.mark.parametrize(
    "answers",
    [
        {"about_child": False},
        {"kind": kind("CH11", concerns_child=True, phone_only=True)},
        {"excluded": frozenset({CLEO.id, LEN.id})},
    ],
)
def test_it_is_lifted_where_nobody_is_to_be_told_after_all(answers):
    request = with_task(household=BOTH)
    assert kinds_of(adding(request, **answers))[-1] is SocialWorkerTaskLifted


def test_answers_that_say_no_kind_leave_it_alone():
    assert len(adding(with_task(household=BOTH), kind=None)) == 1


def test_a_social_worker_who_is_linked_meanwhile_takes_nothing_away():
    request = with_task()
    assert len(adding(request, HOME, ROSTER, child=YOUNG.id)) == 1
    young = with_task(not_safe=True, kind=None)
    events = adding(young, BOTH, ROSTER, child=YOUNG.id, kind=None, not_safe=True)
    assert SocialWorkerTaskLifted not in kinds_of(events)


def test_the_first_press_wins_and_a_later_one_is_told_who_did_it():
    request = with_task()
    done = follow(request, say_told(request, SAM, LATER))
    assert (done.task_done_by, done.task_done_at, done.task_open) == (SAM.id, LATER, False)
    assert say_told(done, SAM, LATER) == ()
    with pytest.raises(AlreadyTold) as refusal:
        say_told(done, DEE, LATER, teller="Sam")
    assert refusal.value.details == {"worker": "Sam"}


def test_where_there_is_no_task_nothing_is_done():
    with pytest.raises(OutOfDate):
        say_told(raised(), ONA, LATER)


def test_closing_the_request_does_not_do_it():
    request = with_task()
    closed = follow(request, close(request, SAM, "", "", LATER))
    assert closed.task_open
    assert follow(closed, say_told(closed, SAM, LATER)).task_done_by == SAM.id


def test_it_is_asked_for_on_the_working_morning_after_and_of_a_manager_on_the_next():
    request = with_task_alone()
    assert next_due_at(request, POLICY) == WEDNESDAY
    assert due(request, POLICY, WEDNESDAY - timedelta(minutes=1)) == ()
    (first,) = due(request, POLICY, WEDNESDAY)
    assert first.rule is Rule.TASK_REMINDER
    reminded = after(request, remind(request, first, WEDNESDAY))
    assert due(reminded, POLICY, WEDNESDAY) == ()
    assert next_due_at(reminded, POLICY) == THURSDAY
    (second,) = due(reminded, POLICY, THURSDAY)
    assert second.rule is Rule.TASK_OVERDUE_MANAGER
    event = remind(reminded, second, THURSDAY)
    assert event.to_manager
    assert next_due_at(after(reminded, event), POLICY) is None


def test_a_weekend_and_a_bank_holiday_are_waited_for():
    request = with_task_alone(at=utc(2026, 12, 22, 12))
    assert request.task_due == utc(2026, 12, 23, 17)
    assert next_due_at(request, POLICY) == utc(2026, 12, 24, 9)
    told = after(request, remind(request, due(request, POLICY, utc(2026, 12, 24, 9))[0], LATER))
    told = replace(told, task_reminded_at=utc(2026, 12, 24, 9))
    assert next_due_at(told, POLICY) == utc(2026, 12, 29, 9)


def test_a_jump_of_the_clock_gives_one_of_each():
    request = with_task_alone()
    now = utc(2026, 12, 1, 10)
    matters = due(request, POLICY, now)
    assert [m.rule for m in matters] == [Rule.TASK_REMINDER, Rule.TASK_OVERDUE_MANAGER]
    for matter in matters:
        request = after(request, remind(request, matter, now))
    assert next_due_at(request, POLICY) is None


def test_what_is_done_is_never_asked_for():
    request = with_task_alone()
    done = follow(request, say_told(request, SAM, LATER))
    assert next_due_at(done, POLICY) is None


DAY = MONDAY_NOON.date()


def away(person, cover=None):
    """The staff, with one of them away."""
    return tuple(replace(p, absences=absence(cover)) if p.id == person.id else p for p in ROSTER)


def test_the_owner_answers_for_it_else_who_has_it_else_duty_else_a_manager():
    request = replace(with_task(), owner=SAM.id, acknowledged_by=ONA.id)
    assert who_answers(request, ROSTER, DAY) == (SAM,)
    assert who_answers(request, away(SAM), DAY) == (ONA,)
    assert who_answers(request, away(SAM, cover=TIA.id), DAY) == (TIA,)
    nobody = replace(request, owner=None, acknowledged_by=None)
    assert who_answers(nobody, ROSTER, DAY) == (DEE,)
    assert who_answers(nobody, away(DEE), DAY) == (TIA,)


def test_it_stands_on_the_list_of_owner_and_holder_and_of_nobody_else():
    request = replace(with_task(), owner=SAM.id, acknowledged_by=ONA.id)
    listed = [person for person in ROSTER if falls_to(request, person, ROSTER, DAY)]
    assert listed == [SAM, ONA]
    nobody = replace(request, owner=None, acknowledged_by=None)
    assert [p for p in ROSTER if falls_to(nobody, p, ROSTER, DAY)] == [DEE]
    assert not falls_to(raised(), ONA, ROSTER, DAY)


def test_who_must_not_see_the_request_never_has_it_and_is_never_told():
    request = replace(with_task(), owner=SAM.id, excluded=frozenset({SAM.id, TIA.id}))
    assert who_answers(request, ROSTER, DAY) == (DEE,)
    assert not falls_to(request, SAM, ROSTER, DAY)
    assert managers(request, ROSTER, DAY) == (SVEN,)
    everybody = replace(request, excluded=frozenset(p.id for p in ROSTER))
    assert managers(everybody, ROSTER, DAY) == ()
