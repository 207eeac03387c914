"""Whose numbers a screen shows: those of who placed the child it is about, else of the home."""

from dataclasses import replace
from uuid import UUID

from desk.help import numbers
from fostering.people import Household, Person, Placement
from fostering.policy import TelephoneNumber
from tests.desk.a_full_desk import ARI, PLACED
from tests.desk.at_the_desk import POLICY, unit_of
from tests.rules.cast import CARER, HOME, MONDAY_NIGHT, SAM

LEEDS, WIGAN = (
    TelephoneNumber(name=name, number="020 7946 0009", checked=PLACED.first, authority=name)
    for name in ("Leeds", "Wigan")
)
OTHER = Placement(
    id=UUID(int=44),
    household=HOME.id,
    young_person=UUID(int=34),
    label="B. Badger",
    first=PLACED.first,
    authority="Wigan",
)
TWO_PLACED = replace(HOME, placements=(replace(PLACED, authority="Leeds"), OTHER))
ELSEWHERE = replace(HOME, id=UUID(int=45), placements=(OTHER,))


def shown(
    person: Person, own: Household | None, home: Household | None = None, child: str | None = None
) -> set[str]:
    """The authorities whose own numbers are shown."""
    policy = replace(POLICY, out_of_hours_numbers=(LEEDS, WIGAN))
    unit = unit_of(person, at=MONDAY_NIGHT, policy=policy, household=own)
    return {each.authority for each in numbers(unit, home, child)}


def test_the_numbers_are_those_of_whoever_placed_a_child_in_the_home_it_is_about() -> None:
    assert shown(CARER, TWO_PLACED) == {"Leeds", "Wigan"}
    assert shown(SAM, None, ELSEWHERE) == {"Wigan"}
    assert shown(CARER, TWO_PLACED, ELSEWHERE) == {"Wigan"}


def test_where_it_is_about_one_child_only_their_own_authority_is_rung() -> None:
    assert shown(CARER, TWO_PLACED, child=PLACED.id.hex) == {"Leeds"}
    assert shown(CARER, TWO_PLACED, child="all") == {"Leeds", "Wigan"}
    assert shown(ARI, TWO_PLACED) == {"Leeds"}
