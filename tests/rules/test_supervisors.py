"""Who hears of a supervision: its worker, who stands in for them, else a manager (practice 5)."""

from dataclasses import replace
from datetime import date

from fostering.people import Absence
from fostering.supervisors import stands_in_for, team_managers, who_hears
from tests.rules.cast import DEE, HOME, ROSTER, SAM, SVEN, TIA

DAY = date(2026, 11, 2)
AWAY = replace(SAM, absences=(Absence(first=DAY, last=DAY, cover=DEE.id),))
ALONE = replace(SAM, absences=(Absence(first=DAY, last=DAY),))
UNLINKED = replace(SAM, linked=False)


def roster(sam):
    """The roster with another Sam."""
    return tuple(sam if worker.id == SAM.id else worker for worker in ROSTER)


def test_the_worker_hears_and_while_away_who_covers_for_them():
    assert who_hears(SAM.id, HOME, ROSTER, DAY) == SAM
    assert who_hears(SAM.id, HOME, roster(AWAY), DAY) == DEE


def test_without_cover_or_without_a_chat_a_team_manager_hears():
    assert who_hears(SAM.id, HOME, roster(ALONE), DAY) == TIA
    assert who_hears(SAM.id, HOME, roster(UNLINKED), DAY) == TIA
    assert who_hears(None, None, ROSTER, DAY) == TIA


def test_who_is_kept_from_the_household_never_hears():
    apart = replace(HOME, kept_from=frozenset({SAM.id, TIA.id}))
    assert who_hears(SAM.id, apart, ROSTER, DAY) == SVEN
    assert team_managers(apart, ROSTER, DAY) == ()
    assert team_managers(HOME, ROSTER, DAY) == team_managers(None, ROSTER, DAY) == (TIA,)


def test_nobody_hears_where_nobody_can_be_reached():
    assert who_hears(SAM.id, HOME, (UNLINKED,), DAY) is None


def test_a_worker_stands_in_for_whom_they_hear_of():
    assert stands_in_for(DEE, roster(AWAY), DAY) == {DEE.id, SAM.id}
    assert stands_in_for(DEE, ROSTER, DAY) == {DEE.id}
    assert stands_in_for(TIA, roster(UNLINKED), DAY) == {TIA.id, SAM.id}
