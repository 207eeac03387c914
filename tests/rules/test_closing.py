"""How a request ends: a no has its reason, and whoever asked says whether it helped."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from fostering import requests as rules
from fostering.closing import Return
from fostering.priority import Priority
from fostering.refusals import (
    ChildNotBack,
    ContactMissing,
    NotClosed,
    NotYours,
    PoliceNotTold,
    ReasonMissing,
)
from fostering.unsettled import raise_unsettled
from tests.rules.cast import (
    CARER,
    HOME,
    MONDAY_NIGHT,
    ONA,
    OTHER_CARER,
    POLICY,
    ROSTER,
    TIA,
    TWO,
)
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import closed, spoken, taken

LATER = MONDAY_NIGHT + timedelta(minutes=1)


def test_a_no_carries_its_reason():
    with pytest.raises(ReasonMissing):
        rules.close(spoken(), ONA, rules.DECLINED, " ", LATER)
    (event,) = rules.close(spoken(), ONA, rules.DECLINED, "There is no bus that day", LATER)
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


@pytest.mark.parametrize("outcome", ["nothing_needed", rules.MISTAKE])
def test_what_is_urgent_is_closed_only_after_contact_was_noted(outcome):
    request = follow(taken(), rules.say_mistake(taken(), CARER, LATER))
    with pytest.raises(ContactMissing):
        rules.close(request, ONA, outcome, "", LATER)
    request = follow(request, rules.record_contact(request, ONA, LATER))
    assert not follow(request, rules.close(request, ONA, outcome, "", LATER)).open


BACK = Return(back=True, seen_by="police", told=True)


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        (None, ChildNotBack),
        (Return(back=False, seen_by="", told=False), ChildNotBack),
        (Return(back=True, seen_by="", told=True), ChildNotBack),
        (Return(back=True, seen_by="carer", told=False), PoliceNotTold),
    ],
)
@pytest.mark.parametrize("how", [{"form": "missing_child"}, {"code": "D02"}], ids=["form", "kind"])
def test_a_missing_child_must_be_back_seen_and_known_to_be_back(how, said, refused):
    request = spoken(**how)
    with pytest.raises(refused):
        rules.close(request, ONA, "spoke", "", LATER, child=said)
    (event,) = rules.close(request, ONA, "spoke", "", LATER, child=BACK)
    assert event.seen_by == "police"


def test_a_child_who_was_never_missing_needs_not_be_back():
    request = spoken(form="missing_child")
    request = follow(request, rules.say_mistake(request, CARER, LATER))
    assert rules.close(request, ONA, rules.MISTAKE, "", LATER)


def unsettled(before, person=CARER, answers="{}"):
    """The events by which a person says that it is not settled."""
    return raise_unsettled(
        before,
        person,
        request=UUID(int=100),
        reference="R-33333G",
        household=HOME,
        roster=ROSTER,
        policy=POLICY,
        at=LATER,
        answers=answers,
    )


def test_what_is_not_settled_is_raised_anew_and_paged_if_it_was_urgent():
    again = follow(None, unsettled(closed()))
    assert (again.form, again.earlier, again.still_climbs) == ("urgent_help", "R-22222F", True)
    assert again.escalation.paged == (ONA.id,)
    routine = raised(priority=Priority.P3)
    routine = follow(routine, rules.close(routine, TIA, "", "", LATER))
    assert follow(None, unsettled(routine)).escalation is None


def test_only_who_asked_says_that_it_is_not_settled_and_only_once_it_is_closed():
    with pytest.raises(NotYours):
        unsettled(closed(), OTHER_CARER)
    with pytest.raises(NotClosed):
        unsettled(taken())


def test_who_must_not_see_it_is_left_out_again():
    before = replace(closed(), excluded=frozenset({ONA.id}))
    again = follow(None, unsettled(before))
    assert again.escalation.paged == (TWO.id,)
