"""A phone call that duty wrote down is joined to what the person told, and no climb ends by it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from fostering.duplicates import JOINED, join_duplicate, may_join
from fostering.events import RequestClosed, WordsAdded
from fostering.priority import Priority
from fostering.refusals import AlreadyClosed, MoreUrgent, NotYours
from fostering.requests import RequestState, acknowledge, record_contact
from tests.rules.cast import MONDAY_NIGHT, ONA, OTHER_CARER
from tests.rules.requests_told import follow, raised

LATER = MONDAY_NIGHT + timedelta(minutes=1)
TOLD = raised()
CALL = replace(raised(request=UUID(int=98), entered_by=ONA.id), reference="R-33333G")


def joined(added=CALL, other=TOLD, words="He is back at the door"):
    """The events by which Ona joins them."""
    return join_duplicate(added, other, ONA, words, LATER)


def test_its_words_are_added_and_it_closes_with_the_other_reference():
    told, closed = joined()
    assert isinstance(told, WordsAdded)
    assert (told.request, told.words) == (TOLD.id, "He is back at the door")
    assert isinstance(closed, RequestClosed)
    assert (closed.request, closed.outcome, closed.words) == (CALL.id, JOINED, TOLD.reference)
    assert follow(CALL, [closed]).state is RequestState.CLOSED


def test_without_words_it_only_closes():
    assert [type(event) for event in joined(words="")] == [RequestClosed]


def test_what_climbs_joins_only_what_climbs():
    spoken = follow(TOLD, acknowledge(TOLD, ONA, MONDAY_NIGHT))
    spoken = follow(spoken, record_contact(spoken, ONA, LATER))
    assert not may_join(CALL, spoken)
    with pytest.raises(MoreUrgent):
        joined(other=spoken)
    routine = replace(raised(priority=Priority.P3), id=UUID(int=97), entered_by=ONA.id)
    assert may_join(routine, spoken)


def test_what_is_more_urgent_joins_nothing_less_urgent():
    assert not may_join(replace(CALL, priority=Priority.P0), TOLD)


def test_only_a_call_of_the_same_person_is_joined_and_only_while_both_are_open():
    with pytest.raises(NotYours):
        joined(other=replace(TOLD, author=OTHER_CARER.id))
    with pytest.raises(NotYours):
        joined(added=replace(CALL, entered_by=None))
    assert not may_join(CALL, CALL)
    over = replace(TOLD, state=RequestState.CLOSED)
    with pytest.raises(AlreadyClosed):
        joined(other=over)
    with pytest.raises(AlreadyClosed):
        joined(added=replace(CALL, state=RequestState.CLOSED))
