"""Who takes part: absences, placements, languages and links."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from fostering.events import LanguageChosen, PersonLinked, PersonUnlinked, WordsRead
from fostering.people import after
from tests.rules.cast import CARER, HOME, MONDAY_NOON, SAM, absence


def test_both_days_of_an_absence_count():
    away = replace(SAM, absences=absence())
    assert away.away(date(2026, 11, 1))
    assert away.away(date(2026, 11, 30))
    assert not away.away(date(2026, 12, 1))
    assert not SAM.away(date(2026, 11, 1))
    assert away.away_until(date(2026, 11, 1)) == date(2026, 11, 30)
    assert SAM.away_until(date(2026, 11, 1)) is None


def test_an_ended_placement_cuts_access_that_day():
    placement = replace(HOME.placements[0], last=date(2026, 11, 2))
    assert placement.holds(date(2026, 11, 1))
    assert not placement.holds(date(2026, 11, 2))
    assert not placement.holds(placement.first - timedelta(days=1))
    assert HOME.placements[0].holds(date(2036, 1, 1))


def test_a_person_keeps_the_language_they_chose():
    chosen = LanguageChosen(at=MONDAY_NOON, subject=CARER.id, language="ar")
    assert after(CARER, chosen).language == "ar"


def test_a_lost_phone_is_unlinked_and_a_new_one_linked():
    lost = PersonUnlinked(at=MONDAY_NOON, subject=CARER.id, reason="lost")
    unlinked = after(CARER, lost)
    assert not unlinked.linked
    linked = PersonLinked(at=MONDAY_NOON, subject=CARER.id, invitation=UUID(int=1), door="telegram")
    assert after(unlinked, linked).linked


def test_other_events_leave_the_person_as_they_are():
    assert after(CARER, WordsRead(at=MONDAY_NOON, subject=CARER.id)) == CARER
