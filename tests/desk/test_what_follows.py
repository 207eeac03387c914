"""What follows from each press stands written; what is not theirs draws their own screen."""

from tests.desk.a_full_desk import AT_THE_DESK
from tests.desk.at_the_desk import changed
from tests.desk.what_follows import PLACE, SILENT, Followed, followed_by, written
from tests.stories.presses_decided import DECIDED

OPENS_TO = {
    f"{verb}/{count}": decision.opens_to for decision in DECIDED for verb, count in decision.verbs()
}


def test_every_press_is_answered_and_what_follows_from_it_is_what_stands_written() -> None:
    for name, (_, kind) in AT_THE_DESK.items():
        for one in followed_by(name):
            assert_answered(name, kind, one)
    assert not changed(written(), PLACE), "make transcripts, and read what has changed"


def assert_answered(name: str, kind: str, one: Followed) -> None:
    """Something is drawn; for whom it is not, their own first screen, and nothing is changed."""
    if one.verb.partition("/")[0] in SILENT:
        return
    assert one.unit.said, f"{name} presses {one.verb} ({one.about}) and sees nothing"
    if kind not in OPENS_TO[one.verb]:
        assert not one.changes, f"{name} presses {one.verb} ({one.about})"
        assert not one.opens, f"{name} presses {one.verb} ({one.about})"
