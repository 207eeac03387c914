"""The hazard log can be worked through: each line has its own number, a control and a test."""

import re

from tests.house.sources import HOUSE

LINE = re.compile(r"^\| (\d+\w?) \|(.*)\|(.*)\|(.*)\|(.*)\|(.*)\|$", re.MULTILINE)
LOG = LINE.findall((HOUSE / "docs" / "hazards.md").read_text(encoding="utf-8"))


def test_the_hazards_are_numbered_one_after_the_other() -> None:
    assert [number for number, *_ in LOG] == [str(n) for n in range(1, len(LOG) + 1)]


def test_no_hazard_stands_twice() -> None:
    hazards = [hazard.strip() for _, hazard, *_ in LOG]
    assert len(hazards) == len(set(hazards))


def test_each_hazard_has_a_control_and_a_test_that_shows_it() -> None:
    for number, _, control, shown_by, *_ in LOG:
        assert control.strip(), number
        assert re.search(r"`tests/[\w/]+\.py`", shown_by), number
