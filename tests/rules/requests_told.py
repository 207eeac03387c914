"""Requests for the rules' tests: raised and followed through their events."""

from collections.abc import Iterable
from uuid import UUID

from fostering.events import Event
from fostering.priority import Priority
from fostering.raising import raise_request
from fostering.requests import Request, after
from tests.rules.cast import CARER, HOME, MONDAY_NIGHT, POLICY, ROSTER


def raising(at=MONDAY_NIGHT, priority=Priority.P1, roster=ROSTER, **more) -> tuple[Event, ...]:
    """The events by which Rosa raises a request."""
    given = {
        "request": UUID(int=99),
        "reference": "R-22222F",
        "form": "urgent_help",
        "author": CARER,
        "household": HOME,
        "policy": POLICY,
    }
    return raise_request(**{**given, **more}, roster=roster, at=at, priority=priority)


def follow(request: Request | None, events: Iterable[Event]) -> Request:
    """The request after all of the events."""
    for event in events:
        request = after(request, event)
    assert request is not None
    return request


def raised(**how) -> Request:
    """A request as it stands just after it was raised."""
    return follow(None, raising(**how))
