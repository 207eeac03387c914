"""The desk looks twice: at the order of a list, at who is linked, at what must not be named."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from conversations.catalogue import FORMS
from desk.answers import frozen_readers, read_answers, write_answers
from desk.earlier import reference_before
from desk.filing import show_not_filed
from desk.home import show_home, waiting_for
from desk.languages import choose_language
from desk.morning import show_morning
from desk.newcomers import newcomer_due
from desk.outcomes import add_words
from desk.page_views import page_view
from desk.phone_calls import send_phone_call
from desk.private_homes import show_household
from desk.reports import say_helped
from desk.scene import Token
from desk.supervisions import SUPERVISIONS
from desk.unit import Unit
from desk.who_is_this import offer
from fostering.events import WordsAdded
from fostering.meeting import MeetingState
from fostering.people import Newcomer
from fostering.private_home_states import PrivateHome
from fostering.requests import Request, RequestState
from fostering.safe_choices import HowOften, SafeTimes
from fostering.supervision import Supervision
from locales import language
from tests.desk.a_full_desk import ARI
from tests.desk.at_the_desk import POLICY, draft_of, line, told, unit_of
from tests.rules.cast import CARER, DEE, HOME, MONDAY_NIGHT, MONDAY_NOON, ONA, SAM, SVEN, TIA, YOUNG
from tests.rules.requests_told import raised

HOUR = timedelta(hours=1)
CHOSEN = SafeTimes(how_often=HowOften.WEEKLY)


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


def test_what_a_colleague_has_waits_for_whom_they_asked_to_take_it_while_it_is_open() -> None:
    taken = numbered(1, state=RequestState.ACKNOWLEDGED, acknowledged_by=SAM.id)
    offered = numbered(2, state=RequestState.ACKNOWLEDGED, offered_to=DEE.id)
    closed = numbered(3, state=RequestState.CLOSED, closed_at=MONDAY_NOON, offered_to=DEE.id)
    waiting = waiting_for(unit_of(DEE, taken, offered, closed, numbered(4)), DEE)
    assert {request.reference[-1] for request in waiting} == {"2", "4"}


def test_a_household_that_is_private_shows_what_is_open_and_not_what_is_closed() -> None:
    spoken = {"escalation": None, "private_since": MONDAY_NOON}
    closed = numbered(1, state=RequestState.CLOSED, closed_at=MONDAY_NOON, **spoken)
    process = PrivateHome(id=HOME.id, since=MONDAY_NIGHT, by=SVEN.id)
    homes = {HOME.id: replace(HOME, process=process)}
    unit = unit_of(SVEN, closed, numbered(2, **spoken), households=homes)
    show_household(unit, HOME.id.hex)
    assert in_order(unit) == [2]


def test_who_is_this_is_refused_on_the_page_while_nobody_has_it() -> None:
    request = raised()
    unit = unit_of(ONA, request, token=Token(words="x" * 43, hash=b"x"))
    offer(unit, request.id.hex)
    assert unit.toast
    assert unit.events == []
    assert [said.card for said in unit.said] == [f"page:{request.id.hex}"]


def test_who_may_see_this_is_offered_to_who_chose_safe_times_where_views_are_taken() -> None:
    for times, views, offered in (
        (CHOSEN, True, True),
        (None, True, False),
        (CHOSEN, False, False),
    ):
        person = replace(ARI, safe_times=times)
        policy = replace(POLICY, views=views)
        unit = unit_of(person, rooms=("out_of_hours",), policy=policy, roster=())
        show_home(unit)
        pressed = [
            b.press.verb for said in unit.said for row in said.screen.rows for b in row if b.press
        ]
        assert ("whosees" in pressed) is offered
