"""The desk looks twice: at the order of a list, at who is linked, at what must not be named."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from conversations.catalogue import FORMS
from desk.answers import frozen_readers, read_answers, write_answers
from desk.earlier import reference_before
from desk.filing import show_not_filed
from desk.languages import choose_language
from desk.morning import show_morning
from desk.newcomers import newcomer_due
from desk.outcomes import add_words
from desk.page_views import page_view
from desk.phone_calls import send_phone_call
from desk.reports import say_helped
from desk.supervisions import SUPERVISIONS
from desk.unit import Unit
from fostering.events import WordsAdded
from fostering.meeting import MeetingState
from fostering.people import Newcomer
from fostering.requests import Request, RequestState
from fostering.supervision import Supervision
from locales import language
from tests.desk.a_full_desk import ARI
from tests.desk.at_the_desk import draft_of, line, told, unit_of
from tests.rules.cast import CARER, DEE, HOME, MONDAY_NIGHT, MONDAY_NOON, SAM, SVEN, TIA, YOUNG
from tests.rules.requests_told import raised

HOUR = timedelta(hours=1)


def numbered(number: int, **facts: object) -> Request:
    """A request with this number at the end of its reference."""
    made = raised(request=UUID(int=100 + number), reference=f"R-22222{number}")
    return replace(made, **facts)  # type: ignore[arg-type]


def in_order(unit: Unit) -> list[int]:
    """The numbers of the requests that stand on the screen and its buttons, as they come."""
    labels = [b.label for said in unit.said for row in said.screen.rows for b in row]
    words = "\n".join([*told(unit).values(), *labels])
    return [int(part[0]) for part in words.split("R-22222")[1:]]


@pytest.mark.parametrize("readers", [(), ("own_worker", "reviewing_officer")])
def test_who_was_said_to_see_it_stays_with_the_answers_and_is_no_answer(
    readers: tuple[str, ...],
) -> None:
    request = raised()
    kept = write_answers({"how": "fine"}, readers)
    unit = unit_of(None, request, written={request.id: (line("RequestRaised", kept),)})
    assert read_answers(kept) == {"how": "fine"}
    assert frozen_readers(unit, request) == readers


def test_an_earlier_call_is_named_unless_it_is_a_private_process_or_left_somebody_out() -> None:
    for facts, named in (
        ({}, "R-222221"),
        ({"private_since": MONDAY_NOON}, ""),
        ({"excluded": frozenset({SAM.id})}, ""),
    ):
        unit = unit_of(CARER, numbered(1, **facts))
        assert reference_before(unit, ["urgent_help"]) == named


def test_what_is_not_filed_stands_in_the_order_in_which_it_was_closed_then_by_reference() -> None:
    closed = {"state": RequestState.CLOSED, "closed_by": DEE.id}
    late = numbered(1, closed_at=MONDAY_NIGHT, **closed)
    same = [numbered(number, closed_at=MONDAY_NOON, **closed) for number in (3, 2)]
    unit = unit_of(DEE, late, *same)
    show_not_filed(unit)
    assert in_order(unit) == [2, 3, 1]


def test_in_the_morning_what_is_open_stands_before_what_is_closed() -> None:
    closed = numbered(1, state=RequestState.CLOSED, closed_at=MONDAY_NIGHT, closed_by=DEE.id)
    unit = unit_of(DEE, closed, numbered(2), at=MONDAY_NIGHT + HOUR)
    show_morning(unit)
    assert in_order(unit)[:2] == [2, 1]


def test_of_a_newcomer_whose_chat_is_gone_nobody_is_asked_again() -> None:
    for linked in (True, False):
        waits = replace(ARI, linked=linked, newcomer=Newcomer(confirm_by=MONDAY_NOON))
        unit = unit_of(None, people={ARI.id: waits}, at=MONDAY_NOON + HOUR)
        newcomer_due(unit, ARI.id)
        assert bool(unit.events) is linked
        assert (TIA.id.hex in told(unit)) is linked


def test_an_answer_to_did_this_help_that_no_button_has_shows_the_first_screen() -> None:
    unit = unit_of(CARER, raised(), household=HOME)
    say_helped(unit, raised().id.hex, "perhaps")
    assert unit.events == []
    assert [said.address.key for said in unit.said] == [CARER.id.hex]


@pytest.mark.parametrize(("asked", "hears"), [(None, False), (MONDAY_NOON, True)])
def test_who_confirms_tells_the_worker_only_where_another_time_was_asked(
    asked: object, hears: bool
) -> None:
    meeting = Supervision(
        carer=CARER.id,
        worker=SAM.id,
        last_held=None,
        state=MeetingState.PLANNED,
        planned_for=MONDAY_NIGHT,
        uid="x",
        another_time_at=asked,  # type: ignore[arg-type]
    )
    unit = unit_of(
        CARER,
        at=MONDAY_NOON,
        household=HOME,
        people={SAM.id: SAM},
        supervisions={CARER.id: meeting},
    )
    SUPERVISIONS.confirm(unit, "0")
    assert unit.scene.supervisions[CARER.id].state is MeetingState.CONFIRMED
    assert (SAM.id.hex in told(unit)) is hears


def test_the_switch_for_a_private_process_stands_on_what_is_private_or_climbs_no_more() -> None:
    climbs = raised()
    spoken = replace(climbs, escalation=None)
    closed = replace(spoken, state=RequestState.CLOSED, closed_at=MONDAY_NOON)
    private = replace(closed, private_since=MONDAY_NOON)
    for request, stands in ((climbs, False), (spoken, True), (closed, False), (private, True)):
        unit = unit_of(SVEN, request)
        assert page_view(unit, request, SVEN, language("en")).turns_private is stands


def test_a_phone_call_is_added_for_a_carer_and_for_nobody_else() -> None:
    form = FORMS["phone_call"]
    for person, adds in ((CARER, True), (YOUNG, False)):
        unit = unit_of(DEE, at=MONDAY_NOON)
        send_phone_call(
            unit, form, draft_of(DEE, form.key), {"family": person.id.hex, "kind": "CH01"}
        )
        assert bool(unit.scene.requests) is adds


def test_a_correction_is_kept_as_one_and_further_words_are_not() -> None:
    request = raised()
    for form, correction in (("correction", True), ("add_words", False)):
        unit = unit_of(CARER, request, household=HOME)
        draft = draft_of(CARER, form, request.id)
        add_words(unit, FORMS[form], draft, {"words": "It was Tuesday."})
        [event] = [each for each in unit.events if isinstance(each, WordsAdded)]
        assert event.correction is correction


def test_whoever_chooses_a_language_reads_it_at_once() -> None:
    unit = unit_of(CARER, household=HOME)
    choose_language(unit, "cy")
    assert unit.scene.person is not None
    assert unit.scene.person.language == "cy"
    assert [said.screen.language for said in unit.said] == ["cy"]
