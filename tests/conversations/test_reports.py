"""What the reports ask, in which order, and what they raise before they are finished."""

from collections.abc import Mapping

import pytest

from conversations.card import shown_answers
from conversations.catalogue import FORMS
from conversations.forms.kind_questions import kind_question
from conversations.kinds import KINDS, QUESTIONS, Asking, QuestionText
from conversations.questions import Number, Telephone, Text, Time
from conversations.readers import next_step_of
from conversations.rehearsal import PRIYA
from fostering.drafts import Answer
from fostering.priority import Priority
from tests.reported import path, reported
from tests.robots import Robot

CHANGE = FORMS["household_change"]
DIFFICULTY = FORMS["difficulty"]
MISSING = FORMS["missing_child"]
PHONE_ONLY = sorted(code for code, kind in KINDS.items() if kind.phone_only)


@pytest.mark.parametrize("code", sorted(KINDS))
def test_every_kind_can_be_reported_and_asks_its_own_questions_in_order(code: str) -> None:
    robot = reported(code)
    asks = [key for key in path(robot) if key in QUESTIONS]
    assert asks == ([] if KINDS[code].phone_only else list(KINDS[code].asks))
    robot.finish(lambda key: None)
    assert robot.journey.complete
    assert next_step_of(robot.facts.language, KINDS[code]) in robot.text


@pytest.mark.parametrize("code", PHONE_ONLY)
def test_a_matter_for_the_telephone_asks_no_child_place_or_words(code: str) -> None:
    robot = reported(code)
    assert not {"child", "whereabouts", "words", "who_knows"} & set(path(robot))
    assert not any(isinstance(question, Text) for question in robot.journey.path)
    robot.finish(lambda key: None)
    assert "Ask them to ring me" in robot.labels
    assert "This goes to a manager." in robot.text


def test_what_is_for_the_telephone_says_not_to_write_it() -> None:
    assert "Don't write here what happened." in reported("CH11").text


def test_after_the_death_of_a_child_nothing_more_is_asked() -> None:
    robot = reported("D29")
    assert robot.journey.complete
    assert "Don't write here what happened." not in robot.text


def test_difficulties_ask_about_danger_first() -> None:
    robot = Robot(form=DIFFICULTY)
    assert robot.journey.state == "danger"
    robot.answer("danger", "yes")
    assert "Ring 999 now" in robot.text
    unsure = Robot(form=DIFFICULTY).answer("danger", "not_sure")
    assert "If anyone may be in danger, ring 999 now." in unsure.text


def test_a_difficulty_asks_what_a_duty_worker_needs_in_their_order() -> None:
    robot = reported("D13")
    assert [key for key in path(robot) if key not in QUESTIONS] == [
        *("danger", "group", "kind", "child", "since", "whereabouts", "everyone_safe"),
        *("can_wait", "who_knows", "need", "ring_back", "awake_until", "words", "must_not_see"),
    ]


def test_the_next_step_is_shown_as_soon_as_the_kind_is_known() -> None:
    assert KINDS["D05"].next_step in reported("D05").text


def test_where_the_child_is_matters_only_when_it_is_about_one() -> None:
    robot = reported("D19").fill({"child": "nobody"})
    assert "whereabouts" not in path(robot)


def test_only_what_is_not_urgent_is_asked_whether_it_can_wait() -> None:
    assert "can_wait" in path(reported("D13"))
    assert "can_wait" not in path(reported("D09"))
    worried = reported("D13").fill({"everyone_safe": "no"})
    assert "can_wait" not in path(worried)


def test_the_police_log_is_asked_when_the_police_know() -> None:
    assert "police_log" not in path(reported("D13").fill({"who_knows": "nobody"}))
    told = reported("D13").fill({"who_knows": "101"})
    assert "police_log" in path(told)


@pytest.mark.parametrize(
    ("answers", "raised"),
    [
        ({}, None),
        ({"danger": "no"}, None),
        ({"danger": "yes"}, Priority.P0),
        ({"danger": "not_sure"}, Priority.P1),
        ({"kind": "D13"}, None),
        ({"kind": "D02"}, Priority.P1),
        ({"kind": "D06"}, Priority.P1),
        ({"kind": "D02", "missing_risk": ("ill", "taken")}, Priority.P0),
        ({"kind": "D02", "missing_risk": ("none",)}, Priority.P1),
        ({"kind": "D13", "everyone_safe": "not_sure"}, Priority.P1),
        ({"kind": "D13", "whereabouts": "not_known"}, Priority.P1),
        ({"kind": "D13", "whereabouts": "home"}, None),
        ({"kind": "D13", "can_wait": "no"}, Priority.P1),
        ({"kind": "D13", "can_wait": "yes"}, None),
        ({"kind": "D05", "self_harm_now": "about_to"}, Priority.P0),
        ({"kind": "D13", "self_harm_now": "about_to"}, None),
        ({"kind": "unknown"}, None),
    ],
)
def test_danger_and_urgent_kinds_are_raised_at_once(
    answers: Mapping[str, Answer], raised: Priority | None
) -> None:
    assert DIFFICULTY.raises(answers, KINDS) == raised


@pytest.mark.parametrize(
    ("answers", "raised"),
    [
        ({"kind": "CH11"}, Priority.P1),
        ({"kind": "CH01"}, None),
        ({"kind": "CH01", "happened": "planned"}, None),
        ({"kind": "CH01", "happened": "happened"}, Priority.P1),
        ({"kind": "CH02", "happened": "happened"}, None),
        ({"kind": "CH17", "pet_hurt": "yes"}, Priority.P1),
    ],
)
def test_changes_that_must_be_told_at_once_are_raised_at_once(
    answers: Mapping[str, Answer], raised: Priority | None
) -> None:
    assert CHANGE.raises(answers, KINDS) == raised


def test_an_answer_may_lift_a_report_without_raising_it_at_once() -> None:
    assert DIFFICULTY.priority({"kind": "D19"}, KINDS) is Priority.P3
    assert DIFFICULTY.priority({"kind": "D19", "enough_food": "no"}, KINDS) is Priority.P2


def test_a_missing_child_is_raised_from_the_first_press() -> None:
    assert MISSING.raises({}, KINDS) is Priority.P1
    assert MISSING.raises({"missing_risk": ("very_young",)}, KINDS) is Priority.P0
    assert MISSING.kind_code({}) == "D02"


def test_a_missing_child_shows_first_what_to_do() -> None:
    text = Robot(form=MISSING).text
    assert "Ring 999 now." in text
    assert "101 is slow and you are worried? Ring 999." in text


def test_a_form_that_raises_nothing_says_so() -> None:
    assert FORMS["add_words"].raises({"words": "x"}, KINDS) is None
    assert FORMS["add_words"].kind_of({}, KINDS) is None


def test_the_kind_of_a_report_is_the_one_chosen() -> None:
    assert CHANGE.kind_of({"kind": "CH01"}, KINDS) is KINDS["CH01"]


def test_every_report_asks_who_must_not_see_it() -> None:
    for form in (CHANGE, DIFFICULTY, MISSING):
        assert form.question("must_not_see") is not None
    robot = reported("CH02").finish(lambda key: {"must_not_see": PRIYA.id.hex}.get(key))
    assert robot.journey.held["must_not_see"] == (PRIYA.id.hex,)
    assert "Priya" in robot.text


def test_a_kind_may_ask_for_a_number_a_time_or_a_telephone() -> None:
    made = [
        type(kind_question(QuestionText(key="q", type=asking, text="?")))
        for asking in (Asking.NUMBER, Asking.TIME, Asking.TELEPHONE)
    ]
    assert made == [Number, Time, Telephone]


def test_words_are_asked_only_once() -> None:
    assert "words" not in path(reported("CH99").finish(lambda key: None))


def test_urgent_help_asks_for_a_number_only_if_a_call_is_welcome() -> None:
    robot = Robot(form=FORMS["urgent_help"]).answer("happening", "hurt")
    assert "ring_back" not in path(robot.answer("can_ring", "text_only"))
    welcome = Robot(form=FORMS["talk_tonight"]).answer("can_ring", "yes")
    assert path(welcome) == ["can_ring", "ring_back", "awake_until", "words"]


def test_a_phone_call_is_added_with_a_typed_name_and_a_few_taps() -> None:
    robot = Robot(form=FORMS["phone_call"]).write("mei")
    robot.answer("danger", "no").tap("Later").answer("group", "h_people").answer("kind", "CH01")
    robot.tap("Skip").answer("ring_back", "own").answer("write_here", "no")
    robot.answer("must_not_see", "nobody")
    assert robot.journey.held["family"] == "f7"
    assert robot.tap("Send").sent


def test_a_supervision_is_planned_by_carer_day_and_time() -> None:
    robot = Robot(form=FORMS["plan_supervision"], answers={"family": "e5"})
    assert robot.journey.state == "day"
    robot.write("next tuesday").write("10:15")
    assert dict(robot.journey.held) == {"family": "e5", "day": "2026-11-24", "time": "10:15"}


def test_staff_read_the_answers_in_their_own_language() -> None:
    robot = reported("CH02", happened="planned", who_leaves="lodger")
    shown = shown_answers(CHANGE, robot.draft.answers, robot.facts)
    assert ("What it is", "Someone is moving out") in shown
    assert ("Happened or planned", "It is planned") in shown


def test_later_answers_raise_it_only_where_they_are_more_urgent_than_before() -> None:
    danger = {"danger": "not_sure"}
    assert DIFFICULTY.raises_more({}, danger, KINDS) is Priority.P1
    assert DIFFICULTY.raises_more(danger, {**danger, "kind": "D13"}, KINDS) is None
    assert DIFFICULTY.raises_more(danger, {"danger": "yes"}, KINDS) is Priority.P0
    assert DIFFICULTY.raises_more({}, {}, KINDS) is None
