"""Every threat has something that stops it, and a test that is there."""

import re

from tests.house.sources import HOUSE

LINE = re.compile(r"^\| ([STRIDE, ]+) \|(.*)\|(.*)\|(.*)\|$", re.MULTILINE)
TABLE = LINE.findall((HOUSE / "docs" / "threats.md").read_text(encoding="utf-8"))
NAMED = re.compile(r"`(tests/[\w/]+\.py)`")


def test_every_threat_is_stopped_and_every_test_named_is_there() -> None:
    assert len(TABLE) > 15
    for _, threat, control, shown_by in TABLE:
        assert control.strip(), threat
        assert NAMED.findall(shown_by), threat
        for path in NAMED.findall(shown_by):
            assert (HOUSE / path).exists(), path
