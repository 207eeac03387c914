"""A drawn state diagram shows exactly the states that the code has."""

import re
from enum import StrEnum

import pytest

from fostering.meeting import MeetingState
from fostering.requests import RequestState
from storage.outgoing import DeliveryState
from tests.house.sources import HOUSE

PAGE = HOUSE / "docs" / "architecture.md"
DRAWN = re.compile(
    r"^An? ([a-z]+):\s*```mermaid\s*stateDiagram-v2\n(.*?)```", re.DOTALL | re.MULTILINE
)
ARROW = re.compile(r"^\s*(\S+)\s*-->\s*([^\s:]+)", re.MULTILINE)
HAVE_STATES: dict[str, type[StrEnum]] = {
    "request": RequestState,
    "delivery": DeliveryState,
    "meeting": MeetingState,
}


def diagrams() -> dict[str, set[str]]:
    """Each thing whose states are drawn, with the states."""
    page = PAGE.read_text(encoding="utf-8")
    return {
        noun: {state for arrow in ARROW.findall(body) for state in arrow} - {"[*]"}
        for noun, body in DRAWN.findall(page)
    }


def test_each_thing_with_states_is_drawn() -> None:
    assert set(diagrams()) == set(HAVE_STATES)
    assert PAGE.read_text(encoding="utf-8").count("stateDiagram") == len(HAVE_STATES)


@pytest.mark.parametrize("noun", HAVE_STATES)
def test_a_diagram_draws_the_states_that_the_code_has(noun: str) -> None:
    assert diagrams()[noun] == {state.value for state in HAVE_STATES[noun]}
