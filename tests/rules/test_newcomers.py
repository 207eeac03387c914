"""A worker says whose chat it is; until then nothing is taken from the young person."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering import people
from fostering.due import Rule, due, next_due_at
from fostering.events import NewcomerConfirmed, NewcomerJoined, NewcomerUnconfirmed, PersonUnlinked
from fostering.newcomers import (
    confirm,
    confirms,
    join,
    may_confirm,
    say_phone_use,
    say_unconfirmed,
    turn_away,
)
from fostering.people import Absence, Person
from fostering.phone_use import PhoneUse
from fostering.refusals import NotYours, OutOfDate
from tests.rules.cast import (
    CARER,
    CLEO,
    HOME,
    MONDAY_NIGHT,
    MONDAY_NOON,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    YOUNG,
)

WEEK = timedelta(days=7)
TODAY = MONDAY_NOON.date()


def joined() -> Person:
    """Ari, who has joined at noon."""
    linked = replace(YOUNG, linked=True)
    return people.after(linked, join(linked, POLICY, MONDAY_NOON)[0])


def test_a_young_person_who_joins_is_to_be_confirmed_within_a_week() -> None:
    (event,) = join(YOUNG, POLICY, MONDAY_NOON)
    assert event == NewcomerJoined(
        at=MONDAY_NOON, subject=YOUNG.id, actor=YOUNG.id, confirm_by=MONDAY_NOON + WEEK
    )


def test_nobody_is_asked_at_night() -> None:
    (event,) = join(YOUNG, POLICY, MONDAY_NIGHT)
    assert isinstance(event, NewcomerJoined)
    assert event.confirm_by == MONDAY_NIGHT + WEEK + timedelta(hours=10)


def test_of_a_carer_nothing_is_asked() -> None:
    assert join(CARER, POLICY, MONDAY_NOON) == ()
    assert say_phone_use(CARER, PhoneUse.OWN, MONDAY_NOON) == ()


def test_their_own_social_worker_is_asked() -> None:
    assert confirms(YOUNG, HOME, ROSTER, POLICY, MONDAY_NOON) == (CLEO,)
    assert may_confirm(CLEO, YOUNG, HOME, ROSTER, POLICY, MONDAY_NOON)


def test_the_supervising_social_worker_of_the_household_is_never_asked() -> None:
    assert not may_confirm(SAM, YOUNG, HOME, ROSTER, POLICY, MONDAY_NOON)


def test_where_their_worker_is_away_a_manager_is_asked() -> None:
    away = replace(CLEO, absences=(Absence(first=TODAY, last=TODAY),))
    roster = (*[w for w in ROSTER if w is not CLEO], away)
    assert confirms(YOUNG, HOME, roster, POLICY, MONDAY_NOON) == (TIA,)


def test_who_lives_nowhere_yet_is_confirmed_by_a_manager_present() -> None:
    assert confirms(YOUNG, None, ROSTER, POLICY, MONDAY_NOON) == (TIA,)
    assert confirms(YOUNG, None, (SVEN,), POLICY, MONDAY_NOON) == (SVEN,)
    assert confirms(YOUNG, None, (SAM,), POLICY, MONDAY_NOON) == ()


def test_who_is_kept_from_the_household_is_never_asked() -> None:
    home = replace(HOME, kept_from=frozenset({CLEO.id, TIA.id}))
    assert confirms(YOUNG, home, ROSTER, POLICY, MONDAY_NOON) == (SVEN,)
    assert not may_confirm(TIA, YOUNG, home, ROSTER, POLICY, MONDAY_NOON)


def test_that_is_them() -> None:
    (event,) = confirm(joined(), CLEO, MONDAY_NOON, allowed=True)
    assert event == NewcomerConfirmed(at=MONDAY_NOON, subject=YOUNG.id, actor=CLEO.id)
    assert people.after(joined(), event).newcomer is None


def test_that_is_not_them_cuts_the_chat_off() -> None:
    (event,) = turn_away(joined(), CLEO, MONDAY_NOON, allowed=True)
    assert isinstance(event, PersonUnlinked)
    gone = people.after(replace(joined(), phone_use=PhoneUse.OWN), event)
    assert (gone.linked, gone.newcomer, gone.phone_use) == (False, None, PhoneUse.UNKNOWN)


def test_who_may_not_say_so_is_refused() -> None:
    with pytest.raises(NotYours):
        confirm(joined(), SAM, MONDAY_NOON, allowed=False)


@pytest.mark.parametrize(
    "person", [replace(joined(), newcomer=None), replace(joined(), linked=False)]
)
def test_what_was_said_already_is_out_of_date(person: Person) -> None:
    with pytest.raises(OutOfDate):
        turn_away(person, CLEO, MONDAY_NOON, allowed=True)


def test_after_the_days_it_is_said_once_that_nobody_has_confirmed() -> None:
    person = joined()
    assert next_due_at(person, POLICY) == MONDAY_NOON + WEEK
    assert due(person, POLICY, MONDAY_NOON) == ()
    (matter,) = due(person, POLICY, MONDAY_NOON + WEEK)
    assert matter.rule is Rule.NEWCOMER_UNCONFIRMED
    assert say_unconfirmed(person, MONDAY_NOON) == ()
    (event,) = say_unconfirmed(person, MONDAY_NOON + WEEK)
    assert event == NewcomerUnconfirmed(at=MONDAY_NOON + WEEK, subject=YOUNG.id)
    late = people.after(person, event)
    assert next_due_at(late, POLICY) is None
    assert say_unconfirmed(late, MONDAY_NOON + 2 * WEEK) == ()
    assert confirm(late, CLEO, MONDAY_NOON + 2 * WEEK, allowed=True)


def test_of_a_chat_that_is_gone_nothing_falls_due() -> None:
    assert next_due_at(replace(joined(), linked=False), POLICY) is None
    assert say_unconfirmed(YOUNG, MONDAY_NOON) == ()
    stray = NewcomerUnconfirmed(at=MONDAY_NOON, subject=YOUNG.id)
    assert people.after(YOUNG, stray) == YOUNG


def test_they_say_who_uses_the_phone_and_may_change_it() -> None:
    (event,) = say_phone_use(YOUNG, PhoneUse.SHARED, MONDAY_NOON)
    shared = people.after(YOUNG, event)
    assert shared.phone_use is PhoneUse.SHARED
    assert say_phone_use(shared, PhoneUse.SHARED, MONDAY_NOON) == ()
