"""What is begun again joins what is open; another's, and what is over, is left alone."""

from dataclasses import replace
from uuid import UUID

import pytest

from conversations.catalogue import FORMS
from conversations.screen import Press
from desk import forms
from desk.danger import danger_offer
from desk.discretion import own_requests
from desk.raising import raise_not_safe, raise_urgent
from desk.start_forms import send_information
from desk.unit import Unit
from fostering.drafts import Answer
from fostering.events import AnswersAdded, RequestRaised
from fostering.people import Person
from fostering.priority import Priority
from fostering.requests import Request, RequestState
from tests.desk.a_full_desk import ARI, PLACED
from tests.desk.at_the_desk import draft_of, line, unit_of
from tests.rules.cast import CARER, HOME, MONDAY_NOON, OTHER_CARER, SAM
from tests.rules.requests_told import raised
from tests.rules.test_advocacy import NADIA

CHILD = PLACED.id.hex


def asked_before(**facts: object) -> Request:
    """What Rosa asked of what she was not told about this child, open and not private."""
    request = raised(form="information", priority=Priority.P2, at=MONDAY_NOON)
    return replace(request, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "child", "joins"),
    [
        ({}, CHILD, True),
        ({}, UUID(int=5).hex, False),
        ({"form": "child_question"}, CHILD, False),
        ({"author": OTHER_CARER.id}, CHILD, False),
        ({"private_since": MONDAY_NOON}, CHILD, False),
        ({"state": RequestState.CLOSED, "closed_at": MONDAY_NOON}, CHILD, False),
    ],
)
def test_what_was_not_told_joins_what_the_same_carer_has_open_about_the_same_child(
    facts: dict[str, object], child: str, joins: bool
) -> None:
    request = asked_before(**facts)
    written = {request.id: (line("RequestRaised", f'{{"child": "{child}"}}'),)}
    unit = unit_of(CARER, request, household=HOME, at=MONDAY_NOON, written=written)
    answers: dict[str, Answer] = {"child": CHILD, "story": "not_told", "not_told": ("health",)}
    form = FORMS["information"]
    send_information(unit, form, draft_of(CARER, form.key), answers)
    decided = {type(event) for event in unit.events}
    assert (AnswersAdded in decided, RequestRaised in decided) == (joins, not joins)


def test_a_child_who_is_missing_is_reported_once_while_its_answers_are_not_finished() -> None:
    open_before = replace(raised(form="missing_child", priority=Priority.P0), finished=False)
    for before, joins in (((open_before,), True), ((), False)):
        draft = draft_of(CARER, "missing_child")
        unit = unit_of(CARER, *before, household=HOME, drafts={draft.id: draft})
        form = FORMS["missing_child"]
        question = form.questions[0]
        forms.press(unit, Press(verb="a", args=(draft.tag, question.key, CHILD)))
        decided = [type(event) for event in unit.events]
        assert (RequestRaised in decided) is not joins, decided
        [kept] = unit.kept.values()
        assert (kept.request == open_before.id) is joins


def test_a_call_tonight_is_that_and_a_call_for_help_is_of_no_kind_yet() -> None:
    for form, kind in (("talk_tonight", "S02"), ("urgent_help", "")):
        unit = unit_of(CARER, household=HOME)
        assert raise_urgent(unit, CARER, form=form).kind == kind


def test_a_discreet_call_that_duty_wrote_down_is_not_listed_and_one_they_told_is() -> None:
    discreet = next(
        kind.code for kind in unit_of(None).scene.policy.kinds.values() if kind.discreet
    )
    for kind, entered_by, listed in (
        (discreet, SAM.id, False),
        (discreet, None, True),
        ("D12", SAM.id, True),
    ):
        request = replace(raised(), kind=kind, entered_by=entered_by)
        assert bool(own_requests(unit_of(CARER, request), CARER)) is listed


@pytest.mark.parametrize(
    ("person", "offered"), [(CARER, True), (ARI, True), (SAM, False), (NADIA, False)]
)
def test_words_of_danger_offer_help_to_families_and_not_to_who_works_with_them(
    person: Person, offered: bool
) -> None:
    unit: Unit = unit_of(person, household=HOME)
    form = FORMS["add_words"]
    said = danger_offer(
        unit, form, draft_of(person, form.key), "He has a knife and says he will kill himself"
    )
    assert bool(said) is offered


def test_not_safe_is_whole_as_it_is_sent_and_a_call_for_help_still_has_questions() -> None:
    unit = unit_of(ARI, household=HOME)
    sent = raise_not_safe(unit, "message")
    assert sent is not None
    assert (sent.finished, sent.form) == (True, "not_safe")
    assert not raise_urgent(unit_of(CARER, household=HOME), CARER, form="urgent_help").finished


def test_a_way_to_be_reached_that_no_button_has_raises_nothing() -> None:
    unit = unit_of(ARI, household=HOME)
    assert raise_not_safe(unit, "pigeon") is None
    assert (unit.events, len(unit.said)) == ([], 1)
