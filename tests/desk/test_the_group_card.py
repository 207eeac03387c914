"""The out-of-hours group: a card for each that waits, and above five one card for all of them."""

from uuid import UUID

import pytest

from desk.room_telling import tell_rooms, waiting_now
from desk.unit import Unit
from fostering.priority import Priority
from fostering.requests import Request
from tests.desk.at_the_desk import unit_of
from tests.rules.cast import DEE
from tests.rules.requests_told import raised, raising


def test_the_group_counts_what_is_urgent_and_not_what_waits_for_the_day() -> None:
    urgent = raised()
    routine = raised(request=DEE.id, reference="R-ROUTINE", priority=Priority.P3)
    assert waiting_now(unit_of(DEE, urgent, routine)) == [urgent]


def loud_cards(before: int, *, anew: bool) -> list[str]:
    """The cards that come into the group by themselves where so many wait and one more is told."""
    waiting = [
        raised(request=UUID(int=200 + number), reference=f"R-{number}") for number in range(before)
    ]
    last = raised()
    unit = unit_of(None, *waiting, last, rooms=("out_of_hours",))
    tell_rooms(unit, last, list(raising()) if anew else [])
    return [said.card for said in unit.said if not said.edit_only]


@pytest.mark.parametrize(
    ("before", "card"), [(0, f"room:{UUID(int=99).hex}"), (4, f"room:{UUID(int=99).hex}")]
)
def test_up_to_five_that_wait_have_a_card_each(before: int, card: str) -> None:
    assert loud_cards(before, anew=True) == [card]
    assert loud_cards(before, anew=False) == []


def test_the_sixth_that_waits_brings_one_card_for_all() -> None:
    assert loud_cards(5, anew=True) == ["waiting"]
    assert loud_cards(5, anew=False) == []


def cards_of(request: Request, *rooms: str) -> list[tuple[str, str]]:
    unit: Unit = unit_of(None, request, rooms=rooms)
    tell_rooms(unit, request, list(raising()))
    return [(said.address.key, said.card) for said in unit.said]


def test_only_a_group_that_is_connected_reads_a_card_and_only_of_what_climbs() -> None:
    urgent = raised()
    assert cards_of(urgent) == []
    assert cards_of(urgent, "out_of_hours") == [
        ("out_of_hours", f"room:{urgent.id.hex}"),
        ("out_of_hours", "waiting"),
    ]
    assert cards_of(raised(priority=Priority.P3), "out_of_hours") == []
