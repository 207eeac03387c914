"""A unit: what is thrown away is gone at once, and what is decided is known at once."""

from desk.facts import facts_for
from desk.say import tongue
from fostering.private_homes import start_home
from tests.desk.at_the_desk import POLICY, draft_of, unit_of
from tests.rules.cast import CARER, HOME, MONDAY_NOON, SVEN


def test_answers_that_are_thrown_away_are_no_longer_there_for_what_comes_after() -> None:
    draft = draft_of(CARER, "household_change")
    unit = unit_of(CARER, household=HOME, drafts={draft.id: draft})
    unit.drop(draft)
    assert unit.scene.drafts == {}
    assert [*unit.dropped] == [draft.id]


def test_answers_that_were_kept_first_in_this_unit_leave_nothing_to_throw_away() -> None:
    draft = draft_of(CARER, "household_change")
    unit = unit_of(CARER, household=HOME)
    unit.keep(draft)
    unit.drop(draft)
    assert (unit.kept, unit.dropped, unit.scene.drafts) == ({}, {}, {})


def test_what_forms_may_know_is_asked_anew_once_something_is_decided() -> None:
    unit = unit_of(SVEN, household=HOME, at=MONDAY_NOON)
    before = facts_for(unit, tongue(unit))
    assert facts_for(unit, tongue(unit)) is before
    unit.decide(*start_home(HOME, SVEN, [], "It was said", POLICY, MONDAY_NOON))
    assert facts_for(unit, tongue(unit)) is not before
