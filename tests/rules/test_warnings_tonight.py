"""Alerts for tonight: which run, and who may see them (practice 5, 14, 20, 27)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from fostering.permission import may_see_warnings
from fostering.warnings_tonight import Warned, ends_at, night_of, running
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    HOME,
    MEG,
    ONA,
    OTHER_CARER,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    YOUNG,
    utc,
)
from tests.rules.test_private_homes import BEGUN

TONIGHT = date(2026, 11, 2)
PLACED = replace(HOME.placements[0], alert="Nut allergy", alert_until=TONIGHT)
WARNED = replace(HOME, placements=(PLACED,))


def test_only_duty_on_call_and_managers_see_them():
    seen = {worker.id for worker in ROSTER if may_see_warnings(worker)}
    assert seen == {DEE.id, ONA.id, UUID(int=4), MEG.id, TIA.id, SVEN.id}
    for person in (SAM, CLEO, CARER, YOUNG):
        assert running(person, [WARNED], TONIGHT, TONIGHT) == ()
    carer_by_mistake = replace(CARER, roles=DEE.roles)
    assert not may_see_warnings(carer_by_mistake)
    assert not may_see_warnings(replace(DEE, active=False))


@pytest.mark.parametrize("worker", [DEE, ONA, MEG, TIA, SVEN])
def test_an_alert_runs_with_the_household_it_is_in(worker):
    found = running(worker, [HOME, WARNED], TONIGHT, TONIGHT)
    assert found == (Warned(placement=PLACED, household=WARNED),)


def test_it_ends_after_its_last_day_and_with_its_placement():
    assert running(DEE, [WARNED], date(2026, 11, 3), date(2026, 11, 3)) == ()
    ended = replace(WARNED, placements=(replace(PLACED, last=TONIGHT),))
    assert running(DEE, [ended], TONIGHT, TONIGHT) == ()
    to_come = replace(WARNED, placements=(replace(PLACED, first=date(2026, 11, 3)),))
    assert running(DEE, [to_come], TONIGHT, TONIGHT) == ()


def test_only_the_child_of_whom_an_alert_runs_is_on_it():
    other = replace(PLACED, id=UUID(int=42), young_person=OTHER_CARER.id, alert="", label="B. Bear")
    (found,) = running(DEE, [replace(WARNED, placements=(other, PLACED))], TONIGHT, TONIGHT)
    assert found.placement == PLACED


def test_who_is_kept_from_a_household_never_meets_it_here():
    apart = replace(WARNED, kept_from=frozenset({DEE.id}))
    assert running(DEE, [apart], TONIGHT, TONIGHT) == ()
    assert len(running(ONA, [apart], TONIGHT, TONIGHT)) == 1


@pytest.mark.parametrize("worker", [DEE, ONA, MEG, TIA, SVEN])
def test_a_household_in_a_private_process_is_on_it_like_every_other(worker):
    private = replace(WARNED, process=BEGUN)
    assert len(running(worker, [private], TONIGHT, TONIGHT)) == 1


def test_they_stand_in_the_order_of_the_labels():
    second = replace(PLACED, id=UUID(int=43), label="Z. Zebra")
    first = replace(PLACED, id=UUID(int=44), label="B. Bear")
    other = replace(WARNED, id=UUID(int=45), placements=(second, first))
    found = running(DEE, [other, WARNED], TONIGHT, TONIGHT)
    assert [each.placement.label for each in found] == ["A. Otter", "B. Bear", "Z. Zebra"]


def test_an_alert_holds_the_whole_night_after_its_last_day():
    last = date(2026, 11, 2)
    assert night_of(POLICY, utc(2026, 11, 2, 9)) == last
    assert night_of(POLICY, utc(2026, 11, 3, 8, 59)) == last
    assert night_of(POLICY, utc(2026, 11, 3, 9)) == date(2026, 11, 3)
    assert ends_at(last, POLICY) == utc(2026, 11, 3, 9)
    assert ends_at(date(2026, 7, 1), POLICY) == utc(2026, 7, 2, 8), "by the local clock"
    assert running(DEE, [WARNED], date(2026, 11, 3), last) != ()
