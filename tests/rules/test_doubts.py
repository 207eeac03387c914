"""Reminders in doubt: who settles one, and what is written down when it is settled."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from fostering.doubts import Doubt, hears_of, open_doubts, settle
from fostering.events import DoubtSettled
from fostering.people import Absence
from fostering.private_home_states import PrivateHome
from tests.rules.cast import CARER, CLEO, DEE, HOME, MONDAY_NOON, ROSTER, SAM, SVEN, TIA, YOUNG

DAY = date(2026, 11, 2)
DOUBT = Doubt(id=UUID(int=90), to=CARER.id, card="supervision", at=MONDAY_NOON)
LINKED_YOUNG = replace(YOUNG, linked=True)


def those_who_hear(person=CARER, home=HOME, roster=ROSTER):
    return {w.name for w in roster if hears_of(w, person, home, roster, DAY)}


def test_of_a_carers_reminder_their_worker_and_the_managers_hear():
    assert those_who_hear() == {"Sam", "Tia", "Sven"}


def test_while_the_worker_is_away_who_covers_hears():
    away = replace(SAM, absences=(Absence(first=DAY, last=DAY, cover=DEE.id),))
    roster = tuple(away if w.id == SAM.id else w for w in ROSTER)
    assert those_who_hear(roster=roster) == {"Dee", "Tia", "Sven"}


def test_without_a_household_or_anybody_to_hear_the_managers_are_left():
    assert those_who_hear(home=None) == {"Tia", "Sven"}
    assert those_who_hear(roster=(CLEO,)) == set()


def test_who_is_kept_from_the_household_never_hears():
    assert those_who_hear(home=replace(HOME, kept_from=frozenset({SAM.id, TIA.id}))) == {"Sven"}


def test_in_private_process_nobody_is_reminded_by_hand_either():
    process = PrivateHome(id=HOME.id, since=MONDAY_NOON, by=TIA.id)
    assert those_who_hear(home=replace(HOME, process=process)) == set()


def test_of_a_colleagues_reminder_the_managers_hear_and_of_their_own_nobody():
    assert those_who_hear(SAM, None) == {"Tia", "Sven"}
    assert those_who_hear(TIA, None) == {"Sven"}


def test_of_a_young_persons_nobody_hears():
    assert those_who_hear(LINKED_YOUNG) == set()


def test_who_has_left_or_has_no_chat_cannot_be_told_again():
    assert those_who_hear(replace(CARER, active=False)) == set()
    assert those_who_hear(replace(CARER, linked=False)) == set()
    assert not hears_of(replace(SVEN, active=False), CARER, HOME, ROSTER, DAY)


def test_a_list_holds_what_is_theirs_the_oldest_first():
    later = replace(DOUBT, id=UUID(int=91), at=MONDAY_NOON + timedelta(hours=1))
    of_young = replace(DOUBT, id=UUID(int=92), to=YOUNG.id)
    gone = replace(DOUBT, id=UUID(int=93), to=UUID(int=999))
    every, people = (later, of_young, gone, DOUBT), (CARER, LINKED_YOUNG)
    assert open_doubts(SAM, every, people, {CARER.id: HOME}, ROSTER, DAY) == (DOUBT, later)
    assert open_doubts(DEE, every, people, {CARER.id: HOME}, ROSTER, DAY) == ()


def test_what_is_settled_is_written_down_without_a_word():
    [told] = settle(DOUBT, SAM, MONDAY_NOON, again=True)
    assert told == DoubtSettled(
        at=MONDAY_NOON,
        subject=CARER.id,
        actor=SAM.id,
        message=DOUBT.id,
        what="supervision",
        again=True,
    )
    [known] = settle(replace(DOUBT, card=f"start:{CARER.id.hex}"), SAM, MONDAY_NOON, again=False)
    assert (known.what, known.again) == ("start", False)
