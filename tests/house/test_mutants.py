"""Mutants are found and made as the command says; `make mutants` tries a sample of them."""

import ast

import pytest

from tests.mutants.changes import changes_in
from tests.mutants.mutant import equivalent, mutants_of
from tests.mutants.reach import PARTS


def changed(text: str) -> list[str]:
    """The text with each of its changes in turn."""
    made = []
    for number in range(len([*changes_in(ast.parse(text))])):
        tree = ast.parse(text)
        [*changes_in(tree)][number].make()
        made.append(ast.unparse(tree))
    return made


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("a < b", ["a <= b"]),
        ("a and (not b)", ["a or not b", "a and b"]),
        ("x = y if z else w", ["x = y if not z else w"]),
        ("wait = 30", ["wait = 31"]),
        ("tell(a)", ["pass"]),
        ("x = any(them)", ["x = all(them)"]),
        ("def f(a: int | None=None) -> int | None:\n    return (a, b)", ["(a,)"]),
        ("match a:\n    case 'b':\n        tell = a", ["case 'b' if False:"]),
        ("assert a < b", []),
        ("zip(a, b, strict=True)", ["pass"]),
    ],
)
def test_a_change_is_one_small_mistake(right: str, wrong: list[str]) -> None:
    made = changed(right)
    assert len(made) == len(wrong)
    assert all(words in text for words, text in zip(wrong, made, strict=True))


def test_every_part_has_its_mutants_and_each_has_a_name_of_its_own() -> None:
    for part in PARTS:
        names = [mutant.name for mutant in mutants_of(part.places())]
        assert len(names) > 100
        assert len(names) == len(set(names))


def test_a_mutant_that_does_the_same_is_still_there_and_says_why() -> None:
    names = {mutant.name for part in PARTS for mutant in mutants_of(part.places())}
    for name, why in equivalent().items():
        assert name in names
        assert why.endswith(".")
