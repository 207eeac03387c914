"""What the desk knows before it asks, draws or counts: numbers, dates, what was begun or said."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from conversations.catalogue import FORMS
from conversations.kinds import KINDS
from desk.drafts import _banner
from desk.facts import facts_for
from desk.home import has_said
from desk.home_checks import check_due
from desk.my_dates import show_my_dates
from desk.raising import add_report, raise_early
from desk.year_held import _heading
from fostering.annual_review import AnnualReview
from fostering.events import AnswersAdded, RequestRaised
from fostering.home_check import HomeCheck
from fostering.people import Person
from locales import language
from tests.desk.a_full_desk import ARI, REQUESTS
from tests.desk.at_the_desk import draft_of, told, unit_of
from tests.rules.cast import CARER, HOME, MONDAY_NOON, SAM
from tests.rules.requests_told import raised

HELP = raised()


@pytest.mark.parametrize(
    ("person", "known"),
    [(SAM, True), (CARER, False), (replace(CARER, telephone="07700 900123"), True), (None, False)],
)
def test_a_number_is_known_of_staff_and_of_whoever_has_given_one(
    person: Person | None, known: bool
) -> None:
    assert facts_for(unit_of(person), language("en")).own_number_known is known


def test_above_the_questions_stands_what_is_sent_and_the_number_while_it_climbs() -> None:
    for request, rings in (
        (HELP, True),
        (replace(HELP, spoken_at=MONDAY_NOON), False),
    ):
        unit = unit_of(CARER, request, household=HOME)
        words = _banner(unit, FORMS["urgent_help"], draft_of(CARER, "urgent_help", request.id))
        assert request.reference in words
        assert ("\n" in words) is rings
    elsewhere = draft_of(CARER, "urgent_help", HELP.id)
    assert _banner(unit_of(CARER), FORMS["urgent_help"], elsewhere) == ""


def test_my_dates_tell_of_the_annual_review_where_there_is_one() -> None:
    review = AnnualReview(
        carer=CARER.id, worker=None, last_held=date(2026, 5, 7), approved=date(2024, 6, 6)
    )
    for reviews, tells in (({CARER.id: review}, True), ({}, False)):
        unit = unit_of(CARER, annual_reviews=reviews, at=MONDAY_NOON)
        show_my_dates(unit)
        assert ("annual review" in "".join(told(unit).values()).lower()) is tells


def test_what_somebody_else_said_is_nothing_that_they_said() -> None:
    said = REQUESTS["said"]
    assert has_said(unit_of(ARI, said), ARI)
    assert not has_said(unit_of(ARI, replace(said, author=UUID(int=5))), ARI)
    assert not has_said(unit_of(ARI, replace(HELP, author=ARI.id)), ARI)
    assert has_said(unit_of(ARI, said, replace(HELP, author=ARI.id)), ARI)


def test_who_says_danger_again_adds_to_what_was_begun_and_raises_nothing_anew() -> None:
    begun = raised(form="difficulty", finished=False)
    for request, adds in ((begun, True), (replace(begun, finished=True), False)):
        unit = unit_of(CARER, request, household=HOME)
        draft = draft_of(CARER, "difficulty")
        now = raise_early(unit, FORMS["difficulty"], draft, {"danger": "yes"})
        kinds = {type(event) for event in unit.events}
        assert (AnswersAdded in kinds, RequestRaised in kinds) == (adds, not adds)
        assert (now.request == begun.id) is adds


def test_the_year_is_counted_under_headings_and_what_is_discreet_under_none() -> None:
    discreet = next(code for code, kind in KINDS.items() if kind.discreet)
    unit = unit_of(SAM)
    assert _heading(unit, replace(HELP, form="child_question", kind="")) == (
        FORMS["child_question"].title
    )
    assert _heading(unit, replace(HELP, form="of no such name", kind="")) == ""
    assert _heading(unit, replace(HELP, form="difficulty", kind=discreet)) == ""
    assert _heading(unit, replace(HELP, form="support", kind="S22"))


def test_only_carers_who_are_there_and_have_a_chat_are_asked_whether_anything_has_changed() -> None:
    check = HomeCheck(id=HOME.id, since=date(2026, 7, 1))
    away = (replace(CARER, linked=False), replace(CARER, active=False))
    for carers, asked in (((CARER,), [CARER.id.hex]), (away[:1], []), (away[1:], []), ((), [])):
        people = {carer.id: carer for carer in carers}
        unit = unit_of(None, home_checks={HOME.id: check}, people=people, at=MONDAY_NOON)
        check_due(unit, HOME.id)
        assert [*told(unit)] == asked
        assert len(unit.events) == 1


def test_what_is_added_to_a_report_that_was_sent_is_finished() -> None:
    begun = raised(form="difficulty", finished=False)
    unit = unit_of(CARER, begun, household=HOME)
    add_report(unit, FORMS["difficulty"], begun, {"danger": "yes"})
    assert unit.scene.requests[begun.id].finished
