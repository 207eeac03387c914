"""Help counts as told only while it climbs: after a call it is asked for anew (practice 1)."""

from datetime import timedelta

from fostering import requests as rules
from fostering.priority import Priority
from tests.rules.cast import CARER, MONDAY_NIGHT, ONA
from tests.rules.requests_told import follow, raised

LATER = MONDAY_NIGHT + timedelta(minutes=1)


def test_an_urgent_request_climbs_until_somebody_has_spoken():
    request = raised()
    assert request.still_climbs
    request = follow(request, rules.acknowledge(request, ONA, LATER))
    request = follow(request, rules.reply(request, ONA, "On my way.", LATER))
    assert request.still_climbs
    assert not follow(request, rules.record_contact(request, ONA, LATER)).still_climbs


def test_what_was_lowered_is_routine_or_is_closed_does_not_climb():
    request = follow(raised(), rules.acknowledge(raised(), ONA, LATER))
    assert not follow(request, rules.lower(request, ONA, Priority.P2, LATER)).still_climbs
    spoken = follow(request, rules.record_contact(request, ONA, LATER))
    assert not follow(spoken, rules.close(spoken, ONA, "spoke", "", LATER)).still_climbs
    assert not raised(priority=Priority.P3).still_climbs


def test_a_new_request_names_the_one_before_it():
    assert raised(earlier="R-33333G").earlier == "R-33333G"


def test_what_happens_after_a_call_or_after_back_safe_is_a_matter_of_its_own():
    request = raised(form="missing_child")
    assert request.same_matter
    back = follow(request, rules.say_back_safe(request, CARER, LATER))
    assert (back.still_climbs, back.same_matter) == (True, False)
    request = follow(request, rules.acknowledge(request, ONA, LATER))
    assert not follow(request, rules.record_contact(request, ONA, LATER)).same_matter
