"""An event that nobody follows is a failure: it changes something, or is listed as record-only."""

import dataclasses
from collections.abc import Iterator

import pytest

from fostering import events
from fostering.events import Event
from fostering.subjects import AFTER, RECORD_ONLY


def kinds_of(parent: type[Event]) -> Iterator[type[Event]]:
    """Every event there is."""
    for child in parent.__subclasses__():
        yield child
        yield from kinds_of(child)


ALL = sorted(
    {kind for kind in kinds_of(Event) if kind.__module__.startswith(events.__name__)}, key=str
)


def test_all_events_are_listed_in_one_place() -> None:
    listed = {kind for kind in vars(events).values() if isinstance(kind, type)} - {Event}
    assert set(ALL) == set(kinds_of(Event)) == listed


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_an_event_changes_something_or_is_only_recorded(kind: type[Event]) -> None:
    assert (kind in AFTER) != (kind in RECORD_ONLY)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_an_event_is_frozen_and_says_what_it_means(kind: type[Event]) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert kind.__doc__
    assert kind.__doc__.strip().endswith(".")


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_free_words_in_an_event_are_marked_personal(kind: type[Event]) -> None:
    codes = {
        "chain",
        "door",
        "earlier",
        "form",
        "helped",
        "language",
        "occurrence",
        "old",
        "outcome",
        "reason",
        "reference",
        "room",
        "rule",
        "switch",
        "uid",
        "what",
    }
    words = {
        field.name
        for field in dataclasses.fields(kind)
        if field.type is str and field.name not in kind.personal_fields()
    }
    assert words <= codes
