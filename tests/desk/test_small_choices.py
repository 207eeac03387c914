"""Choices of the desk that hang on one word: who is meant, what is late, what begins anew."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from conversations.catalogue import FORMS
from desk.annual_reviews import ANNUAL_REVIEWS
from desk.child_forms import ask_question
from desk.concern_views import stage_of
from desk.drafts import answer_the_rest, open_form
from desk.pages import ask_when
from desk.rooms import keeper_of, move, welcome
from desk.scene import Where
from desk.start_forms import send_support
from desk.telling import tell_author
from desk.unit import Lane, Unit
from desk.unreached import _notice
from fostering.annual_review import AnnualReview
from fostering.concern import FIRST, ask_until
from fostering.drafts import Answer
from fostering.events import RoomMoved
from fostering.people import Person
from fostering.priority import Priority
from fostering.requests import RequestState, acknowledge
from locales import language
from tests.desk.a_full_desk import ARI, PLACED
from tests.desk.at_the_desk import POLICY, PRIVATE, draft_of, line, told, unit_of
from tests.rules.cast import (
    CARER,
    DEE,
    HOME,
    MONDAY_NIGHT,
    MONDAY_NOON,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    YOUNG,
)
from tests.rules.requests_told import raised


def words_of(unit: Unit) -> str:
    return "\n".join(told(unit).values())


def test_when_to_ring_is_told_only_to_somebody_who_has_a_chat() -> None:
    request = raised()
    for linked, is_told in ((True, True), (False, False)):
        people = {CARER.id: replace(CARER, linked=linked), ARI.id: replace(ARI, linked=not linked)}
        unit = unit_of(DEE, request, people=people)
        ask_when(unit, request.id.hex)
        assert ("they will be told this time" in words_of(unit)) is is_told


def newcomer_in_group(person: Person | None, **more: object) -> Unit:
    """Somebody came into the out-of-hours group at night."""
    sender = replace(PRIVATE, where=Where.ROOM, chat="-5")
    facts: dict[str, object] = {"sender": sender, "room": "out_of_hours", **more}
    return unit_of(person, at=MONDAY_NIGHT, **facts)


def test_a_stranger_in_the_group_is_told_to_who_is_on_call_and_the_manager_on_call() -> None:
    for person, alarms in ((None, True), (CARER, True), (DEE, False)):
        unit = newcomer_in_group(person)
        welcome(unit)
        names = {worker.name for worker in ROSTER if worker.id.hex in told(unit)}
        assert names == ({"Ona", "Meg"} if alarms else set())
        assert {said.lane for said in unit.said} == ({Lane.URGENT} if alarms else set())
    elsewhere = newcomer_in_group(None, room="")
    welcome(elsewhere)
    assert elsewhere.said == []


def test_a_group_that_moves_is_kept_under_the_service_managers_name_or_any_workers() -> None:
    for roster, keeper in ((ROSTER, SVEN), ((SAM, TIA), SAM)):
        unit = newcomer_in_group(None, roster=roster)
        assert keeper_of(unit.scene) == keeper
        move(unit, "-9")
        [moved] = unit.events
        assert isinstance(moved, RoomMoved)
        assert (moved.subject, moved.old, moved.room) == (keeper.id, "-5", "-9")
    for unit in (newcomer_in_group(None, room=""), newcomer_in_group(None, roster=())):
        move(unit, "-9")
        assert unit.events == []


def test_an_annual_review_is_called_late_only_once_its_day_is_over() -> None:
    for last_held, late in ((date(2025, 10, 1), True), (date(2026, 10, 1), False), (None, False)):
        review = AnnualReview(carer=CARER.id, worker=None, last_held=last_held, approved=None)
        unit = unit_of(SAM, at=MONDAY_NOON, annual_reviews={CARER.id: review})
        ANNUAL_REVIEWS.show_one(unit, CARER.id.hex)
        assert ("is late" in words_of(unit)) is late, words_of(unit)


def test_a_question_about_a_child_begins_anew_and_does_not_carry_on_with_another_child() -> None:
    unit = unit_of(CARER, household=HOME)
    open_form(unit, "child_question", answers={"child": UUID(int=5).hex})
    [before] = unit.kept.values()
    ask_question(unit, PLACED.id.hex)
    [now] = unit.kept.values()
    assert now.id != before.id
    assert now.answers["child"] == PLACED.id.hex


def test_of_a_young_persons_closed_chat_staff_read_the_safe_way_and_of_others_the_name() -> None:
    request = raised(author=ARI, form="not_safe", not_safe=True, child=ARI.id)
    written = {request.id: (line("RequestRaised", '{"safe_way": "message"}'),)}
    unit = unit_of(None, request, written=written)
    young, others = (
        "\n".join(each.text for each in _notice(unit, DEE, person, [request]).lines)
        for person in (YOUNG, CARER)
    )
    assert "message only" in young
    assert "message only" not in others
    assert CARER.name in others
    nothing = unit_of(None, request, written={request.id: (line("RequestRaised", "{}"),)})
    assert "message only" not in "\n".join(
        each.text for each in _notice(nothing, DEE, YOUNG, [request]).lines
    )


def test_at_night_only_news_of_what_climbed_makes_a_sound_for_who_asked() -> None:
    urgent = raised(at=MONDAY_NIGHT)
    routine = raised(at=MONDAY_NIGHT, priority=Priority.P2)
    lowered = replace(urgent, priority=Priority.P2)
    for request, silent in ((urgent, False), (lowered, False), (routine, True)):
        unit = unit_of(DEE, request, at=MONDAY_NIGHT)
        unit.decide(*acknowledge(request, DEE, MONDAY_NIGHT))
        tell_author(unit, unit.scene.requests[request.id], unit.events)
        [said] = unit.said
        assert (said.screen.silent, said.screen.fresh, said.edit_only) == (silent, True, False)


def test_the_rest_of_a_report_is_added_in_words_while_another_of_its_kind_is_not_sent_yet() -> None:
    request = raised(form="household_change", finished=False)
    for others, opens in ((("household_change", None),), "add_words"), ((), "household_change"):
        unit = unit_of(CARER, request, household=HOME)
        for form, of in others:
            draft = draft_of(CARER, form, of)
            unit.scene.drafts[draft.id] = draft
        answer_the_rest(unit, request.id.hex)
        assert [draft.form for draft in unit.kept.values()] == [opens]
        assert not unit.dropped


def test_a_concern_is_taken_further_once_and_within_its_days_whatever_else_was_asked() -> None:
    first = replace(
        raised(form="concern", priority=Priority.P2, code=FIRST),
        state=RequestState.CLOSED,
        closed_at=MONDAY_NOON,
    )
    other = raised(request=UUID(int=8), reference="R-OTHER")
    again = replace(other, id=UUID(int=9), earlier=first.reference)
    until = ask_until(MONDAY_NOON, POLICY)
    for requests, at, open_until in (
        ((first, other), MONDAY_NOON, until),
        ((first, other, again), MONDAY_NOON, None),
        ((first,), until, None),
    ):
        unit = unit_of(CARER, *requests, at=at)
        assert stage_of(unit, first, language("en")).ask_until == open_until


def test_each_kind_of_support_that_is_ticked_keeps_the_child_and_who_must_not_see_it() -> None:
    child, not_see = PLACED.id.hex, (TIA.id.hex,)
    draft = draft_of(CARER, "first_support")
    answers: dict[str, Answer] = {
        "kinds": ("S22", "S23", "none"),
        "child": child,
        "must_not_see": not_see,
    }
    unit = unit_of(CARER, household=HOME, at=MONDAY_NOON)
    send_support(unit, FORMS["first_support"], draft, answers)
    made = [*unit.scene.requests.values()]
    assert [request.kind for request in made] == ["S22", "S23"]
    assert all(request.excluded == {TIA.id} for request in made)
    assert all(f'"child": "{child}"' in str(event) for event in unit.events)
    unit = unit_of(CARER, household=HOME, at=MONDAY_NOON)
    send_support(unit, FORMS["first_support"], draft, {"kinds": ("S22",)})
    assert [request.excluded for request in unit.scene.requests.values()] == [frozenset()]
