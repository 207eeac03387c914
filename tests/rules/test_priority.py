"""How soon a person must act (practice 3 and 4)."""

import pytest

from fostering.kinds import Tier
from fostering.priority import Priority, lowered, priority_of
from tests.rules.cast import kind

ROUTINE = kind(priority=Priority.P3)


def test_without_worries_it_is_as_urgent_as_its_kind():
    found = priority_of(
        ROUTINE, danger="no", everyone_safe="yes", whereabouts_known="yes", can_wait="yes"
    )
    assert found is Priority.P3


def test_an_urgent_kind_stays_urgent_whatever_is_answered():
    urgent = kind(priority=Priority.P1)
    assert priority_of(urgent, danger="no", everyone_safe="yes") is Priority.P1


def test_danger_now_is_first_of_all_even_before_the_kind_is_chosen():
    assert priority_of(None, danger="yes") is Priority.P0


@pytest.mark.parametrize(
    "answers",
    [
        {"danger": "not_sure"},
        {"everyone_safe": "no"},
        {"everyone_safe": "not_sure"},
        {"whereabouts_known": "no"},
        {"whereabouts_known": "not_sure"},
        {"can_wait": "no"},
    ],
)
def test_each_worry_makes_it_urgent(answers):
    assert priority_of(ROUTINE, **answers) is Priority.P1


def test_nothing_known_yet_is_routine():
    assert priority_of(None) is Priority.P3


def test_a_change_to_be_told_before_that_has_happened_is_urgent():
    before = kind(priority=Priority.P3, tier=Tier.BEFORE)
    assert priority_of(before, happened=True) is Priority.P1
    assert priority_of(before, happened=False) is Priority.P3


def test_a_change_to_be_told_as_soon_as_known_may_have_happened():
    known = kind(priority=Priority.P3, tier=Tier.AS_SOON_AS_KNOWN)
    assert priority_of(known, happened=True) is Priority.P3


def test_the_person_may_raise_it_but_never_lower_it():
    assert priority_of(ROUTINE, asked_for=Priority.P1) is Priority.P1
    assert priority_of(kind(priority=Priority.P1), asked_for=Priority.P3) is Priority.P1


def test_lowering_goes_one_step_and_ends_at_routine():
    assert [lowered(p) for p in Priority] == [
        Priority.P1,
        Priority.P2,
        Priority.P3,
        Priority.P3,
    ]


def test_only_the_first_two_are_urgent():
    assert [p.urgent for p in Priority] == [True, True, False, False]
