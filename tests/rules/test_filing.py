"""Every request ends in the service's own case file, and who closed it is asked until it does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering import requests as rules
from fostering.due import Rule, due, next_due_at
from fostering.filing import falls_to, file_request, may_be_filed, needs_chronology, remind
from fostering.priority import Priority
from fostering.refusals import AlreadyFiled, ChronologyMissing
from tests.rules.cast import CLEO, DEE, MONDAY_NIGHT, ONA, POLICY, SAM, SVEN, TIA, utc
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import closed, spoken, taken

LATER = MONDAY_NIGHT + timedelta(hours=1)
FIRST = utc(2026, 11, 4, 9)
SECOND = utc(2026, 11, 5, 9)


def filed(request, worker=ONA, at=LATER, **more):
    """It is filed by this worker."""
    return follow(request, file_request(request, worker, POLICY, at, **more))


def test_one_press_says_who_filed_it_and_when():
    request = filed(closed())
    assert (request.filed_by, request.filed_at, request.filed_whole) == (ONA.id, LATER, False)
    assert request.filed
    assert file_request(request, ONA, POLICY, LATER) == ()
    with pytest.raises(AlreadyFiled):
        file_request(request, TIA, POLICY, LATER, filer="Ona")


def test_what_was_filed_before_it_was_closed_is_filed_again():
    request = filed(spoken(), at=MONDAY_NIGHT)
    assert request.filed
    ended = follow(request, rules.close(request, ONA, "spoke", "", LATER))
    assert (ended.closed_by, ended.filed) == (ONA.id, False)
    assert filed(ended, TIA, LATER).filed_by == TIA.id


@pytest.mark.parametrize("kind", POLICY.chronology_kinds)
def test_of_a_missing_child_and_the_like_the_whole_chronology_is_filed(kind):
    request = replace(closed(), kind=kind)
    assert needs_chronology(request, POLICY)
    with pytest.raises(ChronologyMissing):
        file_request(request, ONA, POLICY, LATER)
    assert filed(request, whole=True).filed_whole


def test_a_missing_child_is_one_in_whatever_form_it_was_told():
    assert needs_chronology(replace(closed(), form="missing_child"), POLICY)
    assert not needs_chronology(closed(), POLICY)


def test_it_stands_on_the_list_of_its_workers_and_of_managers():
    request = replace(closed(), owner=SAM.id)
    assert [falls_to(request, w) for w in (ONA, SAM, TIA, SVEN)] == [True] * 4
    assert [falls_to(request, w) for w in (DEE, CLEO)] == [False, False]
    assert not falls_to(taken(), ONA)
    assert not falls_to(filed(request), ONA)


def test_who_closed_it_is_reminded_each_working_morning_until_it_is_filed():
    request = closed()
    assert next_due_at(request, POLICY) == FIRST
    assert due(request, POLICY, FIRST - timedelta(minutes=1)) == ()
    assert [matter.rule for matter in due(request, POLICY, FIRST)] == [Rule.FILING_REMINDER]
    request = follow(request, (remind(request, FIRST),))
    assert next_due_at(request, POLICY) == SECOND
    friday = follow(request, (remind(request, utc(2026, 11, 6, 9)),))
    assert next_due_at(friday, POLICY) == utc(2026, 11, 9, 9)
    assert next_due_at(filed(request), POLICY) is None


def test_what_was_closed_before_we_knew_by_whom_reminds_nobody():
    assert next_due_at(replace(closed(), closed_by=None), POLICY) is None


def test_what_is_filed_already_and_an_alarm_that_nobody_has_cannot_be_laid_into_the_file():
    alarm = raised()
    assert alarm.priority.urgent
    assert not may_be_filed(alarm)
    assert may_be_filed(raised(priority=Priority.P3))
    assert may_be_filed(taken())
    assert not may_be_filed(filed(closed()))
