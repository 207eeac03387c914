"""Who owns a request, who hears of it, and who fills a step (practice 5, 12, 13, 15, 18, 27)."""

from dataclasses import replace
from uuid import UUID

from fostering.people import Absence, Role
from fostering.routing import covered_by, fill, on_call, route, stand_in
from fostering.steps import Filler, Step
from tests.rules.cast import (
    CLEO,
    DEE,
    HOME,
    MEG,
    MONDAY_NIGHT,
    MONDAY_NOON,
    ONA,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    TWO,
    YOUNG,
    absence,
    kind,
)

DAY = MONDAY_NOON.date()
NO_CHILD = replace(HOME, placements=())
UNKNOWN_WORKER = replace(HOME, placements=(replace(HOME.placements[0], childs_social_worker=None),))


def roster_with(*changed):
    """The roster with some of its staff changed."""
    by_id = {person.id: person for person in (*ROSTER, *changed)}
    return tuple(by_id.values())


def go(of=None, household=HOME, roster=ROSTER, **more):
    """Route it on Monday at noon."""
    return route(of, household, roster, POLICY, MONDAY_NOON, **more)


def filled(*fillers, roster=ROSTER, household=HOME, excluded=frozenset(), at=MONDAY_NIGHT):
    """The names of those who fill a step."""
    step = Step(fillers=fillers, wait_minutes=5)
    return [p.name for p in fill(step, roster, household, POLICY, at, excluded)]


def test_the_households_worker_owns_it():
    assert go(kind()).owner == SAM.id
    assert go(None).owner == SAM.id


def test_cover_owns_it_while_the_worker_is_away():
    away = replace(SAM, absences=absence(cover=TIA.id))
    assert go(kind(), roster=roster_with(away)).owner == TIA.id


def test_without_cover_the_duty_worker_owns_it():
    away = replace(SAM, absences=absence())
    assert go(kind(), roster=roster_with(away)).owner == DEE.id


def test_without_a_household_the_duty_worker_owns_it():
    assert go(kind(), household=None).owner == DEE.id


def test_a_household_without_a_worker_falls_to_duty():
    assert go(kind(), household=replace(HOME, supervising_social_worker=None)).owner == DEE.id


def test_with_nobody_at_all_there_is_no_owner():
    assert go(kind(), roster=()).owner is None
    assert go(kind(), roster=()).hears == ()


def test_a_kind_may_belong_to_another_role_and_the_worker_still_hears():
    found = go(kind(owner=Role.SERVICE_MANAGER))
    assert found.owner == SVEN.id
    assert found.hears == (SVEN.id, SAM.id)


def test_a_kind_of_the_childs_social_worker_goes_to_them():
    assert go(kind(owner=Role.CHILDS_SOCIAL_WORKER)).owner == CLEO.id
    assert go(kind(owner=Role.CHILDS_SOCIAL_WORKER), household=UNKNOWN_WORKER).owner == SAM.id


def test_what_concerns_the_child_is_heard_by_the_childs_social_worker():
    found = go(kind(concerns_child=True))
    assert found.hears == (SAM.id, CLEO.id)
    assert not found.social_worker_task


def test_an_unlinked_social_worker_becomes_a_task():
    found = go(kind(concerns_child=True), roster=roster_with(replace(CLEO, linked=False)))
    assert found.hears == (SAM.id,)
    assert found.social_worker_task


def test_an_unknown_social_worker_becomes_a_task():
    assert go(kind(concerns_child=True), household=UNKNOWN_WORKER).social_worker_task


def test_without_a_child_there_is_nobody_to_tell():
    assert not go(kind(concerns_child=True), household=NO_CHILD).social_worker_task
    assert not go(kind(concerns_child=True), household=None).social_worker_task


def test_only_the_social_worker_of_the_child_it_is_about_hears():
    other = replace(HOME.placements[0], young_person=UUID(int=31), childs_social_worker=TIA.id)
    both = replace(HOME, placements=(*HOME.placements, other))
    found = go(kind(concerns_child=True), household=both, child=YOUNG.id)
    assert found.hears == (SAM.id, CLEO.id)


def test_a_worker_excluded_by_the_person_is_left_out_everywhere():
    found = go(kind(concerns_child=True), excluded=frozenset({SAM.id, CLEO.id}))
    assert found.owner == DEE.id
    assert found.hears == (DEE.id,)
    assert not found.social_worker_task


def test_staff_kept_from_the_household_never_hear():
    found = go(kind(), household=replace(HOME, kept_from=frozenset({SAM.id, DEE.id})))
    assert found.owner == TIA.id
    assert found.excluded == {SAM.id, DEE.id}


def test_not_safe_excludes_the_carers_worker_and_adds_the_childs():
    found = go(None, not_safe=True, child=YOUNG.id)
    assert found.excluded == {SAM.id}
    assert found.hears == (TIA.id, CLEO.id)


def test_not_safe_without_a_worker_or_household_excludes_nobody():
    assert go(None, household=None, not_safe=True).excluded == frozenset()
    nobody = replace(HOME, supervising_social_worker=None)
    assert go(None, household=nobody, not_safe=True).excluded == frozenset()


def test_phone_only_goes_to_the_team_manager_alone():
    found = go(kind(phone_only=True, concerns_child=True))
    assert found.hears == (TIA.id,)
    assert not found.social_worker_task


def test_on_call_is_paged_in_turn():
    assert filled(Filler.FIRST_ON_CALL) == ["Ona"]
    assert filled(Filler.SECOND_ON_CALL) == ["Tom"]


def test_a_third_on_call_is_not_paged_in_the_place_of_the_second():
    third = replace(TWO, id=UUID(int=9), name="Una", turn=3)
    assert filled(Filler.SECOND_ON_CALL, roster=(*ROSTER, third)) == ["Tom"]


def test_when_the_first_is_away_the_second_moves_up():
    roster = roster_with(replace(ONA, absences=absence()))
    assert filled(Filler.FIRST_ON_CALL, roster=roster) == ["Tom"]
    assert filled(Filler.SECOND_ON_CALL, roster=roster) == []


def test_cover_takes_the_turn_of_who_is_away():
    roster = roster_with(replace(ONA, absences=absence(cover=MEG.id)))
    assert filled(Filler.FIRST_ON_CALL, Filler.SECOND_ON_CALL, roster=roster) == ["Meg", "Tom"]


def test_one_person_is_paged_once_for_a_step():
    roster = roster_with(replace(ONA, absences=absence(cover=TWO.id)))
    assert [p.name for p in on_call(roster, POLICY, MONDAY_NIGHT)] == ["Tom"]


def test_the_households_worker_and_duty_are_paged_together():
    both = (Filler.SUPERVISING_SOCIAL_WORKER, Filler.DUTY_WORKER)
    assert filled(*both) == ["Sam", "Dee"]
    assert filled(*both, household=None) == ["Dee"]


def test_unlinked_inactive_and_excluded_staff_are_not_paged():
    assert filled(Filler.DUTY_WORKER, roster=roster_with(replace(DEE, linked=False))) == []
    assert filled(Filler.DUTY_WORKER, roster=roster_with(replace(DEE, active=False))) == []
    assert filled(Filler.DUTY_WORKER, excluded=frozenset({DEE.id})) == []


def test_cover_that_goes_in_a_ring_finds_nobody():
    sam = replace(SAM, absences=absence(cover=DEE.id))
    dee = replace(DEE, absences=absence(cover=SAM.id))
    assert stand_in(SAM.id, roster_with(sam, dee), DAY) is None


def test_cover_of_cover_is_followed():
    sam = replace(SAM, absences=absence(cover=DEE.id))
    dee = replace(DEE, absences=absence(cover=TIA.id))
    assert stand_in(SAM.id, roster_with(sam, dee), DAY) == TIA


def test_cover_does_not_bring_in_who_is_excluded():
    sam = replace(SAM, absences=absence(cover=DEE.id))
    assert stand_in(SAM.id, roster_with(sam), DAY, frozenset({DEE.id})) is None


def test_of_two_absences_the_one_with_cover_counts():
    days = (*absence(), Absence(first=DAY, last=DAY, cover=TIA.id))
    assert stand_in(SAM.id, roster_with(replace(SAM, absences=days)), DAY) == TIA


def test_a_specialist_answers_where_there_is_one_and_the_households_worker_where_there_is_none():
    money = kind(owner=Role.FINANCE)
    fay = replace(SVEN, id=UUID(int=77), name="Fay", roles=frozenset({Role.FINANCE}))
    assert go(money, roster=roster_with(fay)).owner == fay.id
    assert go(money).owner == SAM.id
    assert go(money, household=None).owner == DEE.id


def test_what_is_about_the_carers_approval_is_owned_by_nobody_on_duty():
    assert go(None, of_approval=True).owner == SAM.id
    assert go(None, of_approval=True, excluded=frozenset({SAM.id})).owner == TIA.id
    assert go(None, of_approval=True, roster=(DEE,)).owner is None


def test_who_covers_for_whom_on_that_day():
    sam = replace(SAM, absences=absence(DEE.id))
    everybody = [person.id for person in ROSTER]
    assert covered_by(DEE.id, everybody, roster_with(sam), DAY) == {SAM.id}
    assert covered_by(DEE.id, everybody, ROSTER, DAY) == frozenset()
    assert covered_by(DEE.id, [SAM.id], roster_with(sam), DAY, frozenset({DEE.id})) == frozenset()
