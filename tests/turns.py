"""Whose turn it is when the tests run in several processes: the longest first, each by itself.

A file of tests goes to one process as a whole, because its tests share what is dear to begin; so
do all files that need a browser. A test marked `long` goes alone and before all others; else the
last process would work through a file of kills while the others had ended.
"""

from pathlib import Path

import pytest


def in_turn(items: list[pytest.Item]) -> None:
    """Put the long tests first and say which tests stay together."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    for item in items:
        alone = item.get_closest_marker("long") is not None
        item.add_marker(pytest.mark.xdist_group(item.nodeid if alone else _file_of(item)))


def _file_of(item: pytest.Item) -> str:
    file = Path(item.location[0])
    shared = file.parent if file.parent.name == "browser" else file.with_suffix("")
    return str(shared).replace("/", ".")
