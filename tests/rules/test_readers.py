"""Who will see a report: said from the real route, and the same as the permission allows."""

from dataclasses import replace
from uuid import UUID

from fostering.kinds import Kind
from fostering.people import Person, Role
from fostering.priority import Priority
from fostering.readers import Reader, readers
from fostering.routing import route
from tests.rules.cast import (
    CLEO,
    DEE,
    HOME,
    MEG,
    MONDAY_NOON,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    kind,
    staff,
)


def told(
    of: Kind,
    priority: Priority,
    *,
    excluded: tuple[UUID, ...] = (),
    roster: tuple[Person, ...] = ROSTER,
) -> tuple[Reader, ...]:
    """Who sees a report of the household."""
    way = route(of, HOME, roster, POLICY, MONDAY_NOON, excluded=frozenset(excluded))
    return readers(of, priority, HOME, roster, way, MONDAY_NOON.date())


def test_an_ordinary_report_is_for_the_households_workers_and_managers() -> None:
    assert told(kind(), Priority.P2) == (
        Reader.SUPERVISOR,
        Reader.CHILDS_WORKERS,
        Reader.MANAGERS,
    )


def test_what_is_urgent_is_for_everybody_on_duty_as_well() -> None:
    assert told(kind(), Priority.P1)[0] is Reader.ON_DUTY


def test_what_a_duty_worker_owns_is_for_one_of_them() -> None:
    assert told(kind(owner=Role.DUTY_WORKER), Priority.P2)[0] is Reader.ONE_ON_DUTY


def test_what_the_childs_own_worker_owns_is_for_nobody_on_duty() -> None:
    assert told(kind(owner=Role.CHILDS_SOCIAL_WORKER), Priority.P2) == (
        Reader.SUPERVISOR,
        Reader.CHILDS_WORKERS,
        Reader.MANAGERS,
    )


def test_who_answers_for_money_is_named_also_where_it_is_urgent() -> None:
    roster = (*ROSTER, staff(21, "Fay", Role.FINANCE))
    for priority in (Priority.P1, Priority.P2):
        found = told(kind(owner=Role.FINANCE), priority, roster=roster)
        assert Reader.WHO_ANSWERS in found
        assert Reader.ONE_ON_DUTY not in found


def test_who_is_left_out_or_not_linked_is_not_promised() -> None:
    unlinked = (*(p for p in ROSTER if p != CLEO), replace(CLEO, linked=False))
    without = told(kind(owner=Role.TEAM_MANAGER), Priority.P2, excluded=(SAM.id,), roster=unlinked)
    assert without == (Reader.MANAGERS,)
    nobody = told(kind(), Priority.P2, excluded=(SAM.id, CLEO.id, TIA.id, SVEN.id, DEE.id))
    assert nobody == ()


def test_a_matter_for_the_telephone_is_for_managers() -> None:
    assert told(kind(phone_only=True), Priority.P1) == (Reader.MANAGERS,)


def test_without_a_household_managers_see_it() -> None:
    way = route(None, None, (TIA, MEG), POLICY, MONDAY_NOON)
    assert readers(None, Priority.P2, None, (TIA, MEG), way, MONDAY_NOON.date()) == (
        Reader.MANAGERS,
    )


def test_what_is_about_the_carers_approval_is_for_their_worker_and_the_managers() -> None:
    way = route(None, HOME, ROSTER, POLICY, MONDAY_NOON, of_approval=True)
    day = MONDAY_NOON.date()
    found = readers(None, Priority.P2, HOME, ROSTER, way, day, form="review_views")
    assert found == (Reader.SUPERVISOR, Reader.MANAGERS)
