"""`hearthline check` names the placements for which nobody has written down who decides."""

from dataclasses import replace
from datetime import date

from commands.missing_lists import without_authority
from fostering.decisions import Decider, Decision, Say
from fostering.delegated_authority import Agreed, DelegatedAuthority
from tests.rules.cast import HOME

DAY = date(2026, 11, 2)
PLACED = HOME.placements[0]


def listed(*agreed: Agreed) -> list[str]:
    """What is said where this is set."""
    known = DelegatedAuthority(placement=PLACED.id, young_person=PLACED.young_person, agreed=agreed)
    return list(without_authority((HOME,), {PLACED.id: known}, DAY))


def test_a_placement_without_a_list_is_named_by_its_label() -> None:
    (line,) = without_authority((HOME,), {}, DAY)
    assert "who decides for A. Otter" in line


def test_a_list_of_the_childs_own_say_alone_is_no_list_of_who_decides() -> None:
    assert listed(Agreed(decision=Decision.HAIR, own=Say.SELF))
    assert listed(Agreed(decision=Decision.HAIR, decider=Decider.ASK)) == []


def test_an_ended_placement_is_not_named() -> None:
    ended = replace(HOME, placements=(replace(PLACED, last=DAY),))
    assert list(without_authority((ended,), {}, DAY)) == []
