"""Who decides what in a placement: set by its workers alone, and kept as it was last set."""

from dataclasses import replace
from datetime import date

import pytest

from fostering.decisions import BY_THEME, Decider, Decision, Say, Theme, theme_of
from fostering.delegated_authority import (
    Agreed,
    DelegatedAuthority,
    after,
    is_asked_for,
    may_note,
    note_decider,
)
from fostering.events import DeciderNoted
from fostering.people import Absence
from tests.rules.cast import CARER, CLEO, DEE, HOME, MONDAY_NOON, ROSTER, SAM, TIA

DAY = date(2026, 11, 2)
PLACED = HOME.placements[0]
NOTHING = DelegatedAuthority(placement=PLACED.id, young_person=PLACED.young_person)


def set_by_sam(authority, decision=Decision.HAIR, **what):
    """The list after Sam has set this."""
    for event in note_decider(authority, SAM, decision, MONDAY_NOON, DAY, **what):
        authority = after(authority, event)
    return authority


def may(worker, home=HOME, placement=PLACED, roster=ROSTER, day=DAY):
    """Whether this worker may set it."""
    return may_note(worker, home, placement, roster, day)


def test_every_decision_stands_under_one_theme():
    listed = [decision for decisions in BY_THEME.values() for decision in decisions]
    assert sorted(listed) == sorted(Decision)
    assert theme_of(Decision.HAIR) is Theme.OTHER


def test_a_decision_that_nobody_has_set_is_asked_for():
    assert NOTHING.about(Decision.HAIR) == Agreed(decision=Decision.HAIR)
    assert is_asked_for(NOTHING.about(Decision.HAIR))


@pytest.mark.parametrize("decider", Decider)
def test_only_what_is_the_carers_own_need_not_be_asked(decider):
    found = set_by_sam(NOTHING, decider=decider).about(Decision.HAIR)
    assert found == Agreed(decision=Decision.HAIR, decider=decider, since=DAY)
    assert is_asked_for(found) is (decider is not Decider.CARER)


def test_setting_the_young_persons_say_leaves_who_decides_as_it_was():
    before = set_by_sam(NOTHING, decider=Decider.ASK)
    found = set_by_sam(before, own=Say.TOGETHER).about(Decision.HAIR)
    assert (found.decider, found.own) == (Decider.ASK, Say.TOGETHER)
    only_own = set_by_sam(NOTHING, own=Say.SELF).about(Decision.HAIR)
    assert (only_own.decider, only_own.own) == (None, Say.SELF)


def test_setting_the_same_again_is_nothing_new():
    before = set_by_sam(NOTHING, decider=Decider.ASK)
    again = note_decider(before, CLEO, Decision.HAIR, MONDAY_NOON, DAY, decider=Decider.ASK)
    assert again == ()


def test_the_list_keeps_the_order_of_the_themes_and_one_line_for_each():
    listed = set_by_sam(NOTHING, decider=Decider.ASK)
    listed = set_by_sam(listed, Decision.CHECK_UP, decider=Decider.CARER)
    listed = set_by_sam(listed, decider=Decider.CARER)
    assert [each.decision for each in listed.agreed] == [Decision.CHECK_UP, Decision.HAIR]


def test_what_happens_in_another_placement_changes_nothing():
    other = DelegatedAuthority(placement=CARER.id, young_person=CARER.id)
    (event,) = note_decider(other, SAM, Decision.HAIR, MONDAY_NOON, DAY, decider=Decider.ASK)
    assert isinstance(event, DeciderNoted)
    assert after(NOTHING, event) == NOTHING


def test_the_carers_worker_and_the_childs_worker_may_set_it_and_nobody_else():
    assert may(SAM)
    assert may(CLEO)
    assert not may(TIA)
    assert not may(CARER)


def test_who_covers_may_set_it_while_the_worker_is_away():
    away = replace(SAM, absences=(Absence(first=DAY, last=DAY, cover=DEE.id),))
    roster = tuple(away if worker.id == SAM.id else worker for worker in ROSTER)
    assert may(DEE, roster=roster)
    assert not may(DEE)
    assert not may(away, roster=roster)


def test_who_is_kept_from_the_household_and_a_worker_of_an_ended_placement_may_not():
    assert not may(SAM, home=replace(HOME, kept_from=frozenset({SAM.id})))
    assert not may(CLEO, placement=replace(PLACED, last=DAY))
    assert may(CLEO, placement=replace(PLACED, last=date(2026, 11, 3)))


def test_a_child_without_a_known_worker_is_set_by_the_carers_worker():
    placement = replace(PLACED, childs_social_worker=None)
    assert may(SAM, placement=placement)
    assert not may(CLEO, placement=placement)
