"""A wrong list of kinds is refused, with its place and the reason."""

import copy
import tomllib
from importlib.resources import files

import pytest

from conversations.kinds import (
    KindsError,
)
from conversations.kinds.clock_words import read_clock
from conversations.kinds.reading import read_lists
from fostering.kinds import Clock, Span
from fostering.priority import Priority

Fields = dict[str, object]
GOOD: dict[str, Fields] = {
    "difficulty": {
        "group": [{"key": "danger", "title": "Danger now"}],
        "kind": [
            {
                "code": "D01",
                "group": "danger",
                "title": "Life in danger now",
                "priority": "P0",
                "answer_within": "30 minutes",
                "owner": "duty_worker",
                "asks": ["who_helps"],
                "next_step": "Ring 999 now.",
                "source": "Practice knowledge",
                "numbers": ["999"],
            }
        ],
        "question": [
            {
                "key": "who_helps",
                "type": "choice",
                "text": "Who is helping?",
                "options": [{"value": "nobody", "label": "Nobody"}],
                "raises": {"nobody": "P0"},
            }
        ],
    },
    "numbers": {
        "number": [
            {
                "key": "999",
                "name": "Emergency",
                "number": "999",
                "purpose": "Danger now.",
                "hours": "Day and night",
                "audience": "both",
                "source": "Known to all",
                "confirm": True,
            }
        ]
    },
}


def entry(lists: dict[str, Fields], file: str, name: str) -> Fields:
    """The first table of that name in a file."""
    tables = lists[file][name]
    assert isinstance(tables, list)
    first = tables[0]
    assert isinstance(first, dict)
    return first


def second(lists: dict[str, Fields], file: str, name: str, **other: object) -> None:
    """Add a second table like the first, with other fields."""
    tables = lists[file][name]
    assert isinstance(tables, list)
    tables.append({**tables[0], **other})


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("30 minutes", Clock(count=30, span=Span.MINUTES)),
        ("1 hour", Clock(count=1, span=Span.HOURS)),
        ("same day", Clock(count=0, span=Span.WORKING_DAYS)),
        ("2 working days", Clock(count=2, span=Span.WORKING_DAYS)),
        ("soon", None),
        ("0 hours", None),
    ],
)
def test_a_clock_is_read_from_its_words(words: str, clock: Clock | None) -> None:
    assert read_clock(words) == clock


def test_a_good_list_is_read() -> None:
    lists = read_lists(copy.deepcopy(GOOD))
    assert lists.kinds["D01"].numbers == ("999",)
    assert lists.questions["who_helps"].raises == {"nobody": Priority.P0}


@pytest.mark.parametrize(
    ("file", "name", "field", "value", "reason"),
    [
        ("difficulty", "kind", "group", "gone", "difficulty.toml D01: there is no group gone"),
        ("difficulty", "kind", "asks", ["gone"], "difficulty.toml D01: there is no question gone"),
        ("difficulty", "kind", "numbers", ["gone"], "difficulty.toml D01: there is no number gone"),
        ("difficulty", "kind", "numbers", "999", "D01: numbers must be a list of texts"),
        ("difficulty", "kind", "owner", "boss", "difficulty.toml D01: owner must be one of"),
        ("difficulty", "kind", "title", "x" * 41, "D01: title has 41 characters, at most 32 fit"),
        ("difficulty", "kind", "title", " x", "D01: title has spaces at its ends"),
        ("difficulty", "kind", "next_step", "", "difficulty.toml D01: next_step is empty"),
        ("difficulty", "kind", "next_step", 7, "difficulty.toml D01: next_step must be a text"),
        ("difficulty", "kind", "answer_within", "soon", "D01: answer_within must be like"),
        ("difficulty", "kind", "phone_only", "yes", "D01: phone_only must be true or false"),
        ("difficulty", "kind", "phone_only", True, "a matter for the phone asks nothing"),
        ("difficulty", "kind", "phone_only", True, "goes to the team manager"),
        ("difficulty", "kind", "tier", "immediately", "what must be told immediately is P1"),
        ("difficulty", "kind", "asks", ["who_helps"] * 4, "asks has 4 questions, at most 3 fit"),
        ("difficulty", "kind", "colour", "red", "difficulty.toml D01: colour is not a field here"),
        ("difficulty", "group", "title", "x" * 33, "title has 33 characters, at most 32 fit"),
        ("difficulty", "group", "key", "Danger", "key may hold only a-z, 0-9 and _"),
        ("difficulty", "question", "options", [], "options belong to choice and several"),
        ("difficulty", "question", "options", "no", "options must be a list of tables"),
        ("difficulty", "question", "type", "yes_no", "options belong to choice and several"),
        ("difficulty", "question", "raises", {"gone": "P0"}, "raises: gone is not a field here"),
        ("difficulty", "question", "raises", "P0", "raises must be a table of answers"),
        ("difficulty", "question", "owners", {"gone": "boss"}, "owners: gone is not a field here"),
        ("difficulty", "question", "owners", "boss", "owners must be a table of answers"),
        ("numbers", "number", "confirm", False, "nobody has checked needs confirm = true"),
        ("numbers", "number", "checked", "today", "numbers.toml number 999: checked must be a day"),
    ],
)
def test_a_wrong_field_is_refused_with_its_place(
    file: str, name: str, field: str, value: object, reason: str
) -> None:
    lists = copy.deepcopy(GOOD)
    entry(lists, file, name)[field] = value
    with pytest.raises(KindsError) as refused:
        read_lists(lists)
    assert reason in str(refused.value)


def test_a_missing_field_is_refused() -> None:
    lists = copy.deepcopy(GOOD)
    del entry(lists, "difficulty", "kind")["source"]
    with pytest.raises(KindsError, match=r"difficulty\.toml D01: source is missing"):
        read_lists(lists)


def test_a_code_that_stands_twice_is_refused() -> None:
    lists = copy.deepcopy(GOOD)
    second(lists, "difficulty", "kind", next_step="Another.")
    with pytest.raises(KindsError, match="code D01: stands there twice"):
        read_lists(lists)


def test_equal_next_steps_are_refused_unless_they_are_meant() -> None:
    lists = copy.deepcopy(GOOD)
    second(lists, "difficulty", "kind", code="D02")
    with pytest.raises(KindsError, match="D02: next_step is the same as that of D01"):
        read_lists(lists)
    lists["difficulty"]["same_next_step"] = [["D01", "D02"]]
    assert set(read_lists(lists).kinds) == {"D01", "D02"}
    lists["difficulty"]["same_next_step"] = ["D01", "D02"]
    with pytest.raises(KindsError, match="same_next_step must be a list of lists of codes"):
        read_lists(lists)


def test_an_empty_or_crowded_group_is_refused() -> None:
    lists = copy.deepcopy(GOOD)
    second(lists, "difficulty", "group", key="empty")
    for number in range(2, 10):
        second(lists, "difficulty", "kind", code=f"D0{number}", next_step=f"Step {number}.")
    with pytest.raises(KindsError) as refused:
        read_lists(lists)
    assert "difficulty.toml group danger: holds 9 kinds, 1 to 8 fit" in refused.value.reasons
    assert "difficulty.toml group empty: holds 0 kinds, 1 to 8 fit" in refused.value.reasons


def test_an_entry_without_a_name_is_named_by_its_number() -> None:
    lists = copy.deepcopy(GOOD)
    lists["difficulty"]["group"] = [{"key": "danger", "title": "Danger"}, {"title": "Lost"}]
    with pytest.raises(KindsError, match="group number 2: key is missing"):
        read_lists(lists)


def test_the_packaged_files_are_toml_without_stray_tables() -> None:
    for name, tables in (("difficulty", {"group", "kind", "question"}), ("numbers", {"number"})):
        source = files("conversations.kinds").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        assert set(tomllib.loads(source)) == tables
