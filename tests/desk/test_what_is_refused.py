"""A form that is finished when it may no longer be sent: why not, and a way on, and no change."""

from dataclasses import replace

from conversations.catalogue import FORMS
from desk.check_in import send_check_in
from desk.outcomes import add_words
from desk.unit import Unit
from fostering.people import Person
from tests.desk.a_full_desk import ARI
from tests.desk.at_the_desk import POLICY, draft_of, unit_of
from tests.rules.cast import CARER, HOME, MONDAY_NOON, OTHER_CARER
from tests.rules.requests_told import raised


def is_the_first_screen_of(unit: Unit, person: Person) -> bool:
    """Whether one screen is said, to this person, in the place of what they had."""
    return [(said.address.key, said.card) for said in unit.said] == [(person.id.hex, "live")]


def test_words_to_what_somebody_else_asked_are_refused_with_a_sentence() -> None:
    request = raised()
    unit = unit_of(OTHER_CARER, request, household=HOME)
    draft = draft_of(OTHER_CARER, "add_words", request.id)
    add_words(unit, FORMS["add_words"], draft, {"words": "More"})
    assert (unit.events, bool(unit.toast)) == ([], True)
    assert is_the_first_screen_of(unit, OTHER_CARER)


def test_words_to_nothing_that_is_there_lead_to_the_first_screen() -> None:
    unit = unit_of(CARER, household=HOME)
    add_words(unit, FORMS["add_words"], draft_of(CARER, "add_words"), {"words": "More"})
    assert (unit.events, unit.toast) == ([], "")
    assert is_the_first_screen_of(unit, CARER)


def test_where_no_views_are_taken_what_was_said_is_not_sent_and_the_first_screen_comes() -> None:
    draft = draft_of(ARI, "check_in")
    unit = unit_of(
        ARI, household=HOME, policy=replace(POLICY, views=False), at=MONDAY_NOON, rooms=("x",)
    )
    send_check_in(unit, FORMS["check_in"], draft, {"topic": "talk"})
    assert unit.events == []
    assert is_the_first_screen_of(unit, ARI)
