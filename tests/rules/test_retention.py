"""Nobody is forgotten while something of theirs is open, not filed, or held by the law."""

from dataclasses import replace
from datetime import timedelta

from fostering import people
from fostering.events import LegalHoldLifted, LegalHoldPlaced
from fostering.filing import file_request
from fostering.retention import Keeps, days_kept, days_over_at, may_be_set_aside, what_keeps
from tests.rules.cast import CARER, MONDAY_NIGHT, ONA, POLICY, YOUNG
from tests.rules.requests_told import follow
from tests.rules.test_requests import closed, taken

LATER = MONDAY_NIGHT + timedelta(hours=1)
AT_LAST = LATER + timedelta(days=POLICY.keep_days)
FILED = follow(closed(), file_request(closed(), ONA, POLICY, LATER))


def keeps(person=CARER, *requests, at=AT_LAST):
    """Why they cannot be forgotten."""
    return [reason.keeps for reason in what_keeps(person, requests, POLICY, at)]


def test_who_told_us_nothing_may_be_forgotten():
    assert keeps() == []


def test_what_is_open_or_not_filed_keeps_them():
    assert keeps(CARER, taken()) == [Keeps.OPEN]
    assert keeps(CARER, closed()) == [Keeps.NOT_FILED]
    reasons = what_keeps(CARER, (taken(), closed()), POLICY, AT_LAST)
    assert [reason.references for reason in reasons] == [("R-22222F",), ("R-22222F",)]


def test_what_is_filed_is_kept_for_the_days_of_the_policy():
    (reason,) = what_keeps(CARER, (FILED,), POLICY, AT_LAST - timedelta(minutes=1))
    assert (reason.keeps, reason.until) == (Keeps.TOO_EARLY, AT_LAST)
    assert may_be_set_aside(reason)
    assert keeps(CARER, FILED) == []


def test_a_young_persons_words_go_sooner():
    assert (days_kept(CARER, POLICY), days_kept(YOUNG, POLICY)) == (90, 30)


def test_the_days_of_who_has_left_run_from_the_later_of_leaving_and_filing():
    gone, days = replace(CARER, active=False), timedelta(days=POLICY.keep_days)
    assert days_over_at(gone, LATER - days, (FILED,), POLICY) == LATER + days
    assert days_over_at(gone, LATER + days, (FILED,), POLICY) == LATER + 2 * days
    assert days_over_at(gone, LATER, (), POLICY) == LATER + days
    young = replace(YOUNG, active=False)
    assert days_over_at(young, LATER, (), POLICY) == LATER + timedelta(days=POLICY.keep_days_young)


def test_nobody_who_is_still_here_is_ever_forgotten_by_itself():
    gone = replace(CARER, active=False)
    assert days_over_at(CARER, LATER, (FILED,), POLICY) is None
    assert days_over_at(replace(ONA, active=False), LATER, (), POLICY) is None
    assert days_over_at(replace(gone, held=True), LATER, (FILED,), POLICY) is None
    assert days_over_at(gone, LATER, (FILED, closed()), POLICY) is None
    assert days_over_at(gone, LATER, (taken(),), POLICY) is None


def test_a_legal_hold_outlasts_everything_until_it_is_lifted():
    held = people.after(CARER, LegalHoldPlaced(at=LATER, subject=CARER.id, why="court"))
    (reason,) = what_keeps(held, (FILED,), POLICY, AT_LAST)
    assert reason.keeps is Keeps.HELD
    assert not may_be_set_aside(reason)
    lifted = people.after(held, LegalHoldLifted(at=LATER, subject=CARER.id))
    assert lifted == replace(CARER, held=False)
