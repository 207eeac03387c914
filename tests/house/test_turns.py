"""Which tests go together when several processes share the work."""

from tests.house.sources import HOUSE
from tests.turns import DEAREST, ONE_BY_ONE, together


def test_every_file_that_has_a_turn_of_its_own_is_there() -> None:
    assert [file for file in (*DEAREST, *ONE_BY_ONE) if not (HOUSE / file).is_file()] == []


def test_files_with_long_tests_are_given_out_one_by_one() -> None:
    marked = {
        path.relative_to(HOUSE).as_posix()
        for path in (HOUSE / "tests").rglob("test_*.py")
        if "pytest.mark.lo" + "ng" in path.read_text(encoding="utf-8")
    }
    assert marked <= ONE_BY_ONE


def test_a_file_stays_together_unless_its_tests_share_nothing_dear() -> None:
    one, other = "tests/rules/test_escalation.py::test_a", "tests/rules/test_escalation.py::test_b"
    assert together(one) == together(other)
    kills = "tests/stories/test_killed_at_every_step.py::test_a"
    assert together(f"{kills}[one]") != together(f"{kills}[two]")
