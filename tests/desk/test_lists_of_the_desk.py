"""Who is on a list of the desk, and what stands on a page, where two things must hold at once."""

from dataclasses import replace
from datetime import timedelta

from desk.discretion import at_private_home
from desk.facts import phones
from desk.who_is_this import _child
from fostering.people import Person
from fostering.priority import Priority
from fostering.private_home_states import PrivateHome
from tests.desk.a_full_desk import ARI, PLACED
from tests.desk.at_the_desk import unit_of
from tests.rules.cast import CARER, DEE, HOME, MONDAY_NIGHT, MONDAY_NOON, SVEN
from tests.rules.requests_told import raised


def test_only_a_chat_that_is_there_can_be_cut_off() -> None:
    people: dict[object, Person] = {CARER.id: CARER, ARI.id: replace(ARI, linked=False)}
    assert phones(unit_of(SVEN, people=people)) == (CARER,)


def test_a_household_in_private_process_holds_what_its_carers_asked() -> None:
    request = raised(at=MONDAY_NOON, priority=Priority.P3)
    process = PrivateHome(id=HOME.id, since=MONDAY_NIGHT, by=SVEN.id)
    for home, holds in ((HOME, False), (replace(HOME, process=process), True)):
        unit = unit_of(None, request, households={HOME.id: home})
        assert at_private_home(unit, request) is holds
    assert not at_private_home(unit, replace(request, household=None))


def test_until_when_an_alert_stands_is_said_only_where_one_stands_tonight() -> None:
    tonight = MONDAY_NIGHT.date()
    for until, words in ((tonight, "Runs off at night"), (tonight - timedelta(days=3), "Old")):
        placed = replace(PLACED, alert=words, alert_until=until)
        child = _child(unit_of(DEE, people={ARI.id: ARI}), ARI.id, placed)
        assert (child.alert_until is not None) is (child.alert != "") is (until == tonight)
    without = _child(unit_of(DEE, people={ARI.id: ARI}), ARI.id, None)
    assert (without.alert, without.alert_until) == ("", None)
