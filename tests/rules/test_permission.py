"""Who may see and deal with a request (practice 12, 13, 15, 16)."""

from dataclasses import replace

import pytest

from fostering.permission import kept_apart, may_cut_off, may_deal_with, may_find_family, may_see
from fostering.priority import Priority
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    HOME,
    MONDAY_NIGHT,
    ONA,
    OTHER_CARER,
    SAM,
    SVEN,
    TIA,
    YOUNG,
)
from tests.rules.requests_told import raised

URGENT = raised(at=MONDAY_NIGHT)
ROUTINE = raised(priority=Priority.P3)


def sees(person, request=URGENT, *, phone_only=False, household=HOME):
    """Whether they may see it."""
    return may_see(person, request, household, phone_only=phone_only)


def test_its_author_sees_it_and_the_household_does_not():
    assert sees(CARER)
    beside = replace(OTHER_CARER, household=HOME.id)
    home = replace(HOME, carers=frozenset({CARER.id, beside.id}))
    assert not sees(beside, household=home)
    assert not sees(beside, replace(URGENT, author=YOUNG.id), household=home)


def test_its_author_does_not_deal_with_it_and_a_worker_does():
    assert not may_deal_with(CARER, URGENT, HOME, phone_only=False)
    assert may_deal_with(ONA, URGENT, HOME, phone_only=False)


@pytest.mark.parametrize("worker", [SAM, DEE, ONA, SVEN, TIA, CLEO])
def test_an_excluded_worker_never_sees_it(worker):
    assert not sees(worker, replace(URGENT, excluded=frozenset({worker.id}), owner=worker.id))


def test_a_leaver_sees_nothing():
    assert not sees(replace(ONA, active=False))


def test_a_routine_request_is_for_its_own_workers_and_managers():
    assert [sees(p, ROUTINE) for p in (SAM, CLEO, TIA)] == [True, True, True]
    assert [sees(p, ROUTINE) for p in (ONA, DEE)] == [False, False]
    assert not sees(CLEO, ROUTINE, household=None)


def test_who_owns_or_has_it_sees_it():
    assert sees(DEE, replace(ROUTINE, owner=DEE.id))
    assert sees(DEE, replace(ROUTINE, acknowledged_by=DEE.id))


def test_phone_only_is_for_managers_and_who_was_paged():
    request = replace(ROUTINE, owner=None)
    assert sees(TIA, request, phone_only=True)
    assert not sees(SAM, request, phone_only=True)
    assert sees(ONA, URGENT, phone_only=True)


UNOWNED = replace(ROUTINE, owner=None)


def test_whoever_was_paged_for_it_sees_it():
    assert URGENT.escalation is not None
    paged = replace(URGENT.escalation, paged=(CLEO.id,))
    assert sees(CLEO, replace(URGENT, escalation=paged), phone_only=True)


def test_the_duty_worker_sees_what_is_urgent_without_being_paged():
    assert sees(DEE)


def test_the_households_worker_sees_what_another_owns():
    assert sees(SAM, UNOWNED)
    assert not sees(SAM, UNOWNED, household=None)
    assert not sees(SAM, UNOWNED, household=replace(HOME, supervising_social_worker=DEE.id))


def test_what_a_young_person_asked_is_not_for_another_childs_social_worker():
    (placement,) = HOME.placements
    other = replace(placement, young_person=OTHER_CARER.id, childs_social_worker=DEE.id)
    both = replace(HOME, placements=(placement, other))
    asked = replace(UNOWNED, author=placement.young_person)
    assert sees(CLEO, asked, household=both)
    assert not sees(DEE, asked, household=both)
    assert sees(DEE, UNOWNED, household=both)


def test_an_ended_placement_cuts_the_sight_of_the_childs_social_worker():
    (placement,) = HOME.placements[:1]
    ended = replace(HOME, placements=(replace(placement, last=placement.first),))
    assert sees(CLEO, UNOWNED, household=ended)
    assert not sees(CLEO, UNOWNED, household=ended.on(placement.first))


def test_who_is_kept_from_the_household_never_sees_it_even_if_paged_before():
    apart = replace(HOME, kept_from=frozenset({ONA.id}))
    assert sees(ONA)
    assert not sees(ONA, household=apart)
    assert sees(CARER, household=apart)


def test_nobody_meets_the_people_of_a_home_they_are_kept_from():
    apart = replace(HOME, kept_from=frozenset({ONA.id}))
    other = replace(HOME, carers=frozenset({OTHER_CARER.id}), placements=())
    assert kept_apart(ONA, (apart, other)) == {CARER.id, YOUNG.id}
    assert kept_apart(DEE, (apart, other)) == frozenset()


@pytest.mark.parametrize("worker", [DEE, ONA, TIA, SVEN])
def test_duty_and_managers_may_cut_off_a_lost_phone(worker):
    assert may_cut_off(worker)


@pytest.mark.parametrize("person", [SAM, CLEO, CARER, YOUNG])
def test_nobody_else_may_cut_off_a_phone(person):
    assert not may_cut_off(person)


def test_what_a_carer_says_about_their_own_approval_is_for_no_childs_social_worker():
    views = raised(priority=Priority.P2, form="review_views")
    assert [person for person in (SAM, TIA, SVEN) if not sees(person, views)] == []
    assert not sees(CLEO, views)
    assert not sees(DEE, views)


CHOSEN = replace(ROUTINE, readers=frozenset({CLEO.id}), owner=CLEO.id)
"""Something for which a young person chose who may read it."""


def test_what_has_chosen_readers_is_theirs_and_the_authors_alone():
    assert sees(CLEO, CHOSEN)
    assert sees(CARER, CHOSEN)
    others = [SAM, DEE, ONA, TIA, SVEN]
    assert not any(sees(worker, CHOSEN) for worker in others)
    assert not any(sees(worker, replace(CHOSEN, priority=Priority.P0)) for worker in others)


def test_who_owns_it_or_has_it_reads_it_only_if_chosen():
    assert not sees(TIA, replace(CHOSEN, owner=TIA.id, acknowledged_by=TIA.id))


def test_who_covers_for_a_chosen_reader_reads_it_unless_kept_away():
    covered = frozenset({CLEO.id})
    assert may_see(DEE, CHOSEN, HOME, phone_only=False, covered=covered)
    assert may_deal_with(DEE, CHOSEN, HOME, phone_only=False, covered=covered)
    kept = replace(HOME, kept_from=frozenset({DEE.id}))
    assert not may_see(DEE, CHOSEN, kept, phone_only=False, covered=covered)
    out = replace(CHOSEN, excluded=frozenset({DEE.id}))
    assert not may_see(DEE, out, HOME, phone_only=False, covered=covered)


def test_a_family_is_found_by_duty_managers_and_its_own_workers():
    assert [may_find_family(w, HOME) for w in (ONA, DEE, TIA, SVEN, SAM, CLEO)] == [True] * 6
    stranger = replace(SAM, id=ONA.id)
    assert not may_find_family(stranger, HOME)
    assert not may_find_family(replace(ONA, active=False), HOME)
    assert not may_find_family(CARER, HOME)
    assert not may_find_family(ONA, replace(HOME, kept_from=frozenset({ONA.id})))
