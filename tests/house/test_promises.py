"""The register of promises is true: what it calls upheld is shown by a story, and counted."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from conversations.catalogue import FORMS
from conversations.expectations import EXPECTATIONS
from conversations.promises import PROMISES

HOUSE = Path(__file__).parents[2]
ROWS = ("conversations", "desk", "fostering")
COUNTED = re.compile(r"\*\*(\d+) of (\d+)\*\* promises")


def claims() -> Counter[str]:
    """How many stories say that they uphold each promise."""
    found: Counter[str] = Counter()
    for story in sorted((HOUSE / "tests" / "stories").glob("test_*.py")):
        for node in ast.parse(story.read_text(encoding="utf-8")).body:
            match node:
                case ast.Assign(targets=[ast.Name(id="UPHOLDS")], value=value):
                    found.update(set(ast.literal_eval(value)))
                case _:
                    continue
    return found


def within_reach() -> list[str]:
    """The promises that a messaging assistant can uphold, whole or in part."""
    return [id for id, promise in PROMISES.items() if not promise.why_not]


def test_all_two_hundred_and_one_stand_in_the_register_in_order_of_their_charters() -> None:
    assert len(PROMISES) == 201
    charters = [id.partition("-")[0] for id in PROMISES]
    assert list(dict.fromkeys(charters)) == ["SWK", "SOU", "DMR", "OFS", "PERM"]
    assert sorted(set(charters), key=charters.index) == list(dict.fromkeys(charters))


@pytest.mark.parametrize("id", PROMISES)
def test_each_is_upheld_or_planned_or_says_why_it_cannot_be(id: str) -> None:
    promise = PROMISES[id]
    said = [bool(promise.upheld_by), bool(promise.planned), bool(promise.why_not)]
    assert sum(said) == 1
    assert promise.says.endswith(".")
    assert promise.giver
    assert promise.receiver


def test_what_upholds_a_promise_is_a_conversation_or_a_rule_of_the_house() -> None:
    modules = {path.stem for row in ROWS for path in (HOUSE / row).rglob("*.py")}
    named = {name for promise in PROMISES.values() for name in promise.upheld_by}
    assert not named - modules - set(FORMS)
    still_to_come = {promise.planned for promise in PROMISES.values() if promise.planned}
    assert not still_to_come & set(FORMS)


def test_every_promise_that_is_upheld_is_shown_by_a_story_and_no_other_is_claimed() -> None:
    upheld = {id for id, promise in PROMISES.items() if promise.upheld_by}
    assert upheld == set(claims())


def test_the_readme_counts_what_is_upheld() -> None:
    counted = COUNTED.search((HOUSE / "README.md").read_text(encoding="utf-8"))
    assert counted is not None
    assert counted.groups() == (str(len(claims())), str(len(within_reach())))


def test_what_a_carer_can_expect_rests_on_promises_of_the_register() -> None:
    assert all(each.promises for each in EXPECTATIONS)
    assert not {id for each in EXPECTATIONS for id in each.promises} - set(PROMISES)
