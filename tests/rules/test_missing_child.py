"""A missing child is back: by when a talk with someone independent should be offered."""

from dataclasses import replace
from datetime import timedelta

from fostering.missing_child import return_talk_by
from fostering.requests import say_back_safe
from locales import language
from tests.rules.cast import CARER, POLICY, utc
from tests.rules.requests_told import follow, raised


def back_at(at):
    """A request about a child who came back at this instant."""
    request = raised(at=at - timedelta(hours=5))
    return follow(request, say_back_safe(request, CARER, at))


def test_the_talk_is_due_seventy_two_hours_after_back_safe():
    saturday = utc(2026, 11, 21, 2, 15)
    assert return_talk_by(back_at(saturday), POLICY) == utc(2026, 11, 24, 2, 15)


def test_the_hours_are_counted_and_not_the_days_when_the_clocks_change():
    by = return_talk_by(back_at(utc(2026, 10, 24, 11)), POLICY)
    assert by is not None
    assert language("en").moment(by) == "Tuesday 27 October, 11:00"


def test_the_service_may_offer_it_sooner():
    at = utc(2026, 11, 21, 2)
    assert return_talk_by(back_at(at), replace(POLICY, return_talk_within_hours=48)) == utc(
        2026, 11, 23, 2
    )


def test_nothing_is_promised_while_the_child_is_away():
    assert return_talk_by(raised(), POLICY) is None
    back = back_at(utc(2026, 11, 21, 2))
    undone = follow(back, say_back_safe(back, CARER, utc(2026, 11, 21, 3), undone=True))
    assert return_talk_by(undone, POLICY) is None
