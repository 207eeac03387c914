"""Who is told of what: one line of the desk decides it, so each line has its own answer here."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from conversations.kinds import KINDS
from desk.private_matters import _start
from desk.telling import note_read, say_nobody, tell_chased, tell_workers, withdraw
from desk.unit import Lane
from desk.unreached import _told
from desk.watchers import hearers, watchers
from fostering.events import AnswerChased, AnswersAdded, RequestRaised, WordsAdded, WordsRead
from fostering.matters import Rule
from fostering.people import Person, Placement, Role, Standing
from fostering.priority import Priority
from fostering.refusals import NotYours
from fostering.requests import Request, RequestState
from fostering.steps import Escalation
from tests.desk.at_the_desk import line, told, unit_of
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    HOME,
    MEG,
    MONDAY_NIGHT,
    MONDAY_NOON,
    ONA,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    TWO,
    YOUNG,
)

KEY = UUID(int=99)
ASKED = Request(
    id=KEY,
    reference="R-22222F",
    form="difficulty",
    kind="D12",
    author=CARER.id,
    household=HOME.id,
    state=RequestState.RAISED,
    priority=Priority.P2,
    language="en",
    raised_at=MONDAY_NIGHT,
    owner=SAM.id,
)
PAGED = replace(
    ASKED,
    priority=Priority.P1,
    escalation=Escalation(steps=(), contact_minutes=30, paged=(ONA.id, TWO.id)),
)
TAKEN: dict[str, Any] = {"state": RequestState.ACKNOWLEDGED, "acknowledged_by": DEE.id}
BY_YOUNG = replace(PAGED, author=YOUNG.id, form="not_safe", kind="")
ABOUT_A_CHILD = next(
    code for code, kind in KINDS.items() if kind.concerns_child and not kind.phone_only
)
BY_TELEPHONE = next(code for code, kind in KINDS.items() if kind.phone_only)
ABOUT_NO_CHILD = next(
    code for code, kind in KINDS.items() if not kind.concerns_child and not kind.phone_only
)
OTHER_CHILD = Placement(
    id=UUID(int=42),
    household=HOME.id,
    young_person=UUID(int=31),
    label="B. Badger",
    first=HOME.placements[0].first,
    childs_social_worker=DEE.id,
)
TWO_CHILDREN = replace(HOME, placements=(*HOME.placements, OTHER_CHILD))
ALL = frozenset(worker.id for worker in ROSTER)


def names(ids: object) -> set[str]:
    known = {person.id: person.name for person in (*ROSTER, CARER, YOUNG)}
    return {known[id] for id in ids}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("request_", "by_day", "hears"),
    [
        (replace(PAGED, **TAKEN), False, {"Dee"}),
        (replace(ASKED, **TAKEN), False, {"Dee"}),
        (PAGED, False, {"Ona", "Tom"}),
        (PAGED, True, {"Ona", "Tom"}),
        (replace(PAGED, priority=Priority.P2), False, set()),
        (replace(PAGED, priority=Priority.P2), True, {"Sam"}),
        (replace(PAGED, escalation=None), False, {"Sam"}),
        (ASKED, True, {"Sam"}),
        (ASKED, False, set()),
    ],
)
def test_what_is_added_is_heard_by_who_has_it_was_paged_or_owns_it(
    request_: Request, by_day: bool, hears: set[str]
) -> None:
    unit = unit_of(CARER, at=MONDAY_NOON if by_day else MONDAY_NIGHT)
    assert names(hearers(unit, request_)) == hears


@pytest.mark.parametrize(
    ("kind", "child", "finished", "watch"),
    [
        (ABOUT_A_CHILD, HOME.placements[0].id.hex, True, {"Cleo"}),
        (ABOUT_A_CHILD, OTHER_CHILD.id.hex, True, {"Dee"}),
        (ABOUT_A_CHILD, "all", True, {"Cleo", "Dee"}),
        (ABOUT_A_CHILD, "nobody", True, set()),
        (ABOUT_A_CHILD, None, True, {"Cleo", "Dee"}),
        (ABOUT_A_CHILD, None, False, set()),
        (ABOUT_NO_CHILD, "all", True, set()),
        (BY_TELEPHONE, "all", True, set()),
        ("", "all", True, set()),
    ],
)
def test_the_social_worker_of_the_child_it_is_about_watches_and_no_other(
    kind: str, child: str | None, finished: bool, watch: set[str]
) -> None:
    asked = replace(ASKED, kind=kind, finished=finished)
    words = "{}" if child is None else f'{{"child": "{child}"}}'
    lines = (line("RequestRaised", words, kind=kind), line("AnswersAdded"))
    unit = unit_of(CARER, asked, households={HOME.id: TWO_CHILDREN}, written={KEY: lines})
    assert names(watchers(unit, asked)) == watch
    assert names(watchers(unit, asked, before=1)) == watch
    assert watchers(unit, asked, before=2) == set()


def test_where_it_can_only_be_one_worker_they_watch_before_the_child_is_named() -> None:
    asked = replace(ASKED, kind=ABOUT_A_CHILD, finished=False)
    written = {KEY: (line("RequestRaised", "{}", kind=ABOUT_A_CHILD),)}
    assert names(watchers(unit_of(CARER, asked, written=written), asked)) == {"Cleo"}
    nowhere = unit_of(CARER, asked, written=written, households={})
    assert watchers(nowhere, asked) == set()
    ended = replace(HOME.placements[0], last=MONDAY_NIGHT.date().replace(month=10))
    moved = {HOME.id: replace(HOME, placements=(ended,))}
    assert watchers(unit_of(CARER, asked, written=written, households=moved), asked) == set()


def test_who_is_not_safe_is_watched_by_their_own_social_worker_alone() -> None:
    written = {KEY: (line("RequestRaised", '{"safe_way": "call"}'),)}
    unit = unit_of(YOUNG, BY_YOUNG, households={HOME.id: TWO_CHILDREN}, written=written)
    assert names(watchers(unit, BY_YOUNG)) == {"Cleo"}


@pytest.mark.parametrize(
    ("person", "requests", "tells"),
    [
        (CARER, [], {"Meg", "Tia"}),
        (MEG, [], {"Tia"}),
        (YOUNG, [], {"Meg", "Tia"}),
        (YOUNG, [BY_YOUNG], {"Meg", "Tia", "Ona", "Tom"}),
        (YOUNG, [replace(BY_YOUNG, **TAKEN)], {"Meg", "Tia", "Dee"}),
        (YOUNG, [replace(BY_YOUNG, owner=DEE.id)], {"Meg", "Tia", "Ona", "Tom", "Dee"}),
        (YOUNG, [replace(BY_YOUNG, excluded=frozenset({TIA.id, ONA.id}))], {"Meg", "Tom"}),
        (YOUNG, [replace(BY_YOUNG, owner=SAM.id)], {"Meg", "Tia", "Ona", "Tom"}),
    ],
)
def test_of_a_chat_that_cannot_be_reached_managers_hear_and_of_a_young_person_who_has_it(
    person: Person, requests: list[Request], tells: set[str]
) -> None:
    unit = unit_of(None, *requests, household=HOME if person is YOUNG else None)
    assert {worker.name for worker in _told(unit, person, requests)} == tells
    gone = tuple(replace(worker, linked=worker.id != MEG.id) for worker in ROSTER)
    unit.scene.roster = gone
    assert {worker.name for worker in _told(unit, person, requests)} == tells - {"Meg"}


def test_of_an_advocate_only_the_others_of_the_provider_hear() -> None:
    ours, other, away = (
        Person(
            id=UUID(int=60 + n), standing=Standing.ADVOCATE, name=name, language="en", linked=n < 2
        )
        for n, name in enumerate(("Nadia", "Gwen", "Ivo"))
    )
    unit = unit_of(None, advocates=(ours, other, away))
    assert _told(unit, ours, []) == [other]


def test_each_read_of_a_young_persons_words_is_written_down_and_no_other() -> None:
    for request, read in ((BY_YOUNG, True), (PAGED, False), (replace(BY_YOUNG, form="ask"), False)):
        unit = unit_of(ONA, request)
        note_read(unit, ONA, request)
        found = [(e.subject, e.actor, e.request) for e in unit.events if isinstance(e, WordsRead)]
        assert found == ([(YOUNG.id, ONA.id, KEY)] if read else [])
    unknown = unit_of(ONA, BY_YOUNG, people={})
    note_read(unknown, ONA, BY_YOUNG)
    assert unknown.events == []


def test_a_private_process_of_somebody_unknown_cannot_be_begun() -> None:
    unit = unit_of(TIA, ASKED, people={})
    with pytest.raises(NotYours):
        _start(unit, TIA, ASKED)


RAISED = RequestRaised(
    at=MONDAY_NIGHT,
    subject=CARER.id,
    request=KEY,
    reference="R-22222F",
    form="difficulty",
    household=HOME.id,
    priority=Priority.P2,
    language="en",
    finished=True,
    owner=SAM.id,
    answer_by=None,
    kind="D12",
)


def test_a_page_reaches_neither_who_is_left_out_nor_who_has_no_chat_nor_who_pressed() -> None:
    without_chat = tuple(replace(w, linked=w.id != TWO.id) for w in ROSTER)
    request = replace(PAGED, owner=SAM.id, excluded=frozenset({SAM.id}), offered_to=DEE.id)
    unit = unit_of(DEE, request, roster=without_chat)
    tell_workers(unit, request, [RAISED])
    assert [*told(unit)] == [ONA.id.hex]
    unit = unit_of(None, request, roster=without_chat)
    tell_workers(unit, request, [RAISED])
    assert {*told(unit)} == {ONA.id.hex, DEE.id.hex}


def test_what_is_added_makes_a_sound_for_who_hears_of_it_and_changes_the_card_of_others() -> None:
    added = WordsAdded(at=MONDAY_NIGHT, subject=CARER.id, actor=CARER.id, request=KEY, words="More")
    request = replace(PAGED, **TAKEN)
    unit = unit_of(CARER, request)
    tell_workers(unit, request, [added])
    assert {s.address.key: s.edit_only for s in unit.said} == {
        DEE.id.hex: False,
        SAM.id.hex: True,
        ONA.id.hex: True,
        TWO.id.hex: True,
    }
    assert {said.lane for said in unit.said} == {Lane.URGENT}


def test_where_nobody_is_paged_all_who_may_deal_with_it_are_asked_and_else_all() -> None:
    linked = tuple(replace(w, linked=w.id != MEG.id) for w in ROSTER)
    urgent = replace(PAGED, escalation=None, excluded=frozenset({TIA.id}))
    unit = unit_of(CARER, urgent, roster=linked)
    say_nobody(unit, urgent)
    assert {*told(unit)} == {w.id.hex for w in (SAM, DEE, ONA, TWO, SVEN, CLEO)}
    assert {said.lane for said in unit.said} == {Lane.URGENT}
    only = tuple(w for w in linked if w.id in (ONA.id, CLEO.id))
    routine = replace(ASKED, household=None, owner=None)
    unit = unit_of(CARER, routine, roster=only)
    say_nobody(unit, routine)
    assert {*told(unit)} == {ONA.id.hex, CLEO.id.hex}
    chosen = replace(routine, readers=frozenset({SAM.id}))
    unit = unit_of(CARER, chosen, roster=only)
    say_nobody(unit, chosen)
    assert unit.said == []


def test_that_an_answer_is_late_is_heard_by_whom_the_rule_names_and_who_has_a_chat() -> None:
    late = AnswerChased(
        at=MONDAY_NIGHT,
        subject=CARER.id,
        request=KEY,
        rule=Rule.ANSWER_OVERDUE,
        occurrence="1",
        workers=(SAM.id, TIA.id, MEG.id),
        manager=TIA.id,
    )
    unit = unit_of(None, ASKED, roster=tuple(replace(w, linked=w.id != MEG.id) for w in ROSTER))
    tell_chased(unit, ASKED, [late, RAISED])
    words = told(unit)
    assert {*words} == {SAM.id.hex, TIA.id.hex}
    assert words[SAM.id.hex] != words[TIA.id.hex]
    assert "Sam" in words[TIA.id.hex]


def test_who_is_left_out_later_keeps_no_copy() -> None:
    request = replace(PAGED, excluded=frozenset({ONA.id, MEG.id}))
    added = AnswersAdded(
        at=MONDAY_NIGHT,
        subject=CARER.id,
        actor=CARER.id,
        request=KEY,
        priority=Priority.P1,
        finished=True,
        owner=SAM.id,
        answer_by=None,
        excluded=frozenset({ONA.id, MEG.id}),
        answers="{}",
    )
    unit = unit_of(CARER, request, roster=tuple(replace(w, linked=w.id != MEG.id) for w in ROSTER))
    withdraw(unit, request, [added])
    assert [(s.address.key, s.card, s.edit_only) for s in unit.said] == [
        (ONA.id.hex, f"page:{KEY.hex}", True)
    ]


def test_the_service_manager_deals_with_all_but_is_not_told_of_every_closed_chat() -> None:
    assert Role.SERVICE_MANAGER in SVEN.roles
    assert SVEN not in _told(unit_of(None), CARER, [])
