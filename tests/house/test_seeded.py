"""Each seeded slip still fits the code, and names tests that are there; `make seeded` runs all."""

import ast
from pathlib import Path

import pytest

from tests.house.sources import HOUSE, ROWS
from tests.seeded.seeding import run, unnoticed
from tests.seeded.slip import NotThere, Slip, slips

SLIPS = slips()


def named(slip: Slip) -> str:
    return slip.name


def test_there_are_twenty_at_least_and_some_in_every_row() -> None:
    assert len(SLIPS) >= 20
    assert {slip.file.split("/")[0] for slip in SLIPS} == set(ROWS)


@pytest.mark.parametrize("slip", SLIPS, ids=named)
def test_a_slip_still_fits_the_code(slip: Slip) -> None:
    right = (HOUSE / slip.file).read_text(encoding="utf-8")
    wrong = slip.made_in(right)
    assert wrong != right
    if slip.file.endswith(".py"):
        ast.parse(wrong)


@pytest.mark.parametrize("slip", SLIPS, ids=named)
def test_a_slip_says_what_it_breaks_and_names_tests_that_are_there(slip: Slip) -> None:
    assert slip.breaks.endswith(".")
    assert slip.must_turn_red
    for test in slip.must_turn_red:
        file, name = test.split("::")
        assert f"def {name}(" in (HOUSE / file).read_text(encoding="utf-8")


def test_a_slip_whose_words_have_gone_or_stand_twice_does_not_fit() -> None:
    slip = SLIPS[0]
    for text in ("", slip.before * 2):
        with pytest.raises(NotThere):
            slip.made_in(text)


def test_a_test_that_stays_green_is_a_gap_and_so_is_one_that_could_not_run(tmp_path: Path) -> None:
    tests = "def test_b():\n    assert True\n\n\ndef test_c():\n    assert False\n"
    (tmp_path / "test_a.py").write_text(tests)
    slip = Slip(
        name="", breaks="", file="", before="", after="", must_turn_red=("test_a.py::test_b",)
    )
    assert unnoticed(slip, run(["test_a.py"], tmp_path)) == {"test_a.py::test_b"}
    assert unnoticed(slip, run(["test_none.py"], tmp_path)) == {"test_a.py::test_b"}
