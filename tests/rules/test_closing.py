"""How a request ends: a no has its reason, and whoever asked says whether it helped."""

from datetime import timedelta

import pytest

from fostering import requests as rules
from fostering.refusals import NotClosed, NotYours, ReasonMissing
from tests.rules.cast import CARER, MONDAY_NIGHT, ONA, OTHER_CARER
from tests.rules.requests_told import follow
from tests.rules.test_requests import closed, taken

LATER = MONDAY_NIGHT + timedelta(minutes=1)


def test_a_no_carries_its_reason():
    with pytest.raises(ReasonMissing):
        rules.close(taken(), ONA, rules.DECLINED, " ", LATER)
    (event,) = rules.close(taken(), ONA, rules.DECLINED, "There is no bus that day", LATER)
    assert (event.outcome, event.words) == (rules.DECLINED, "There is no bus that day")


def test_whoever_asked_says_whether_it_helped():
    request = follow(closed(), rules.judge(closed(), CARER, "partly", LATER))
    assert request.helped == "partly"
    assert rules.judge(request, CARER, "partly", LATER) == ()
    assert follow(request, rules.judge(request, CARER, "no", LATER)).helped == "no"


def test_only_what_is_closed_is_judged_and_only_by_who_asked():
    with pytest.raises(NotClosed):
        rules.judge(taken(), CARER, "yes", LATER)
    with pytest.raises(NotYours):
        rules.judge(closed(), OTHER_CARER, "yes", LATER)
    with pytest.raises(ValueError, match="maybe"):
        rules.judge(closed(), CARER, "maybe", LATER)
