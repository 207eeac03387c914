"""Modules are small enough to be read in one sitting."""

import warnings

import pytest

from tests.house.sources import WITH_TESTS, sources

LONG, TOO_LONG = 200, 300


@pytest.mark.filterwarnings("default")
def test_no_module_is_too_long() -> None:
    places = {*sources(*WITH_TESTS), *sources()}
    lines = {source.place: len(source.text.splitlines()) for source in places}
    if long := sorted(place for place, count in lines.items() if count > LONG):
        warnings.warn(f"over {LONG} lines, split soon: {', '.join(long)}", stacklevel=1)
    assert not {place: count for place, count in lines.items() if count > TOO_LONG}
