"""There is one clock: what the time is comes from storage/clock.py, or as `at`."""

import ast

from tests.house.sources import Source, sources

WALLS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
}
KEEPERS = {"storage/clock.py"}


def looks_at_the_wall(source: Source) -> list[int]:
    """Lines of a file that ask the machine what time it is."""
    return [
        node.lineno
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and ((node.value.id if isinstance(node.value, ast.Name) else node.value.attr), node.attr)
        in WALLS
    ]


def test_nothing_but_the_clock_looks_at_the_wall() -> None:
    looking = {
        source.place: lines
        for source in sources()
        if source.row != "simulator" and source.place not in KEEPERS
        if (lines := looks_at_the_wall(source))
    }
    assert not looking


def test_the_rules_of_time_take_it_as_an_argument() -> None:
    assert not [
        source.place
        for source in sources("fostering", "conversations", "desk")
        if {"time", "time_machine"} & set(source.imports())
    ]
