"""What follows from each press stands written; what is not theirs draws their own screen."""

import pytest

from tests.desk.a_full_desk import AT_THE_DESK
from tests.desk.what_follows import PLACE, SILENT, followed_by, written
from tests.stories.presses_decided import DECIDED

OPENS_TO = {
    f"{verb}/{count}": decision.opens_to for decision in DECIDED for verb, count in decision.verbs()
}


@pytest.mark.parametrize("name", AT_THE_DESK)
def test_every_press_is_answered_and_changes_nothing_for_whom_it_is_not(name: str) -> None:
    _, kind = AT_THE_DESK[name]
    for one in followed_by(name):
        if one.verb.partition("/")[0] in SILENT:
            continue
        assert one.unit.said, f"{name} presses {one.verb} ({one.about}) and sees nothing"
        if kind not in OPENS_TO[one.verb]:
            assert not one.changes, f"{name} presses {one.verb} ({one.about})"
            assert not one.opens, f"{name} presses {one.verb} ({one.about})"


def test_what_follows_from_each_press_is_what_stands_written() -> None:
    assert written() == PLACE.read_text(encoding="utf-8"), "make transcripts, and read what changed"
