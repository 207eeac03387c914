"""A robot reports every kind of change and difficulty in every language, to the receipt."""

from collections.abc import Iterator

import pytest

from conversations.catalogue import FORMS
from conversations.journey import REVIEW
from conversations.kinds import FORMS as LISTS
from conversations.kinds import KINDS, QUESTIONS
from conversations.readers import next_step_of
from conversations.rehearsal import rehearsal_facts
from conversations.screen import Press
from fostering.kinds import Kind
from locales import languages
from tests.robots import Robot
from tests.urgent_answers import CALM, URGENT, should_page

LONGEST_TEXT = 4096


@pytest.fixture(params=languages())
def tag(request: pytest.FixtureRequest) -> str:
    """Each whole language."""
    return str(request.param)


def begun(kind: Kind, tag: str) -> Robot:
    """The robot has just chosen this kind."""
    robot = Robot(form=FORMS[kind.form], facts=rehearsal_facts(tag))
    if robot.journey.state == "danger":
        robot.answer("danger", "no")
    return robot.answer("group", kind.group).answer("kind", kind.code)


def watched(robot: Robot) -> Iterator[None]:
    """Answer to the review in the calmest way, and stand still at every screen."""
    while robot.journey.state != REVIEW:
        yield
        key = robot.journey.state
        labels = [b.press.args[2] for b in robot.buttons("a") if b.press is not None]
        if CALM.get(key) in labels:
            robot.answer(key, CALM[key])
        else:
            robot.step(None)
    yield


def test_every_kind_is_reported_to_its_end_and_urgent_ones_page_at_once(tag: str) -> None:
    for kind in KINDS.values():
        robot = begun(kind, tag)
        paged = False
        for _ in watched(robot):
            held = robot.journey.held
            paged = paged or should_page(held)
            raised = robot.form.raises(held, robot.facts.policy.kinds)
            assert (raised is not None) is should_page(held), f"{kind.code}: {dict(held)}"
            assert len(robot.text) <= LONGEST_TEXT, kind.code
            assert "{" not in robot.text, kind.code
        assert paged or kind.priority not in URGENT
        assert next_step_of(robot.facts.language, kind) in robot.text, kind.code
        asked = {question.key for question in robot.journey.path}
        assert set(kind.asks) <= asked
        if kind.phone_only:
            assert not asked & {"child", "whereabouts", "words", "since"}, kind.code
        robot.press(Press(verb="send", args=(robot.draft.tag,)))
        assert robot.sent, kind.code


def test_each_answer_that_the_lists_call_urgent_raises_and_no_other_does() -> None:
    for kind in KINDS.values():
        for key in kind.asks:
            for option in QUESTIONS[key].values:
                answers = {**begun(kind, "en").journey.held, **{k: CALM[k] for k in CALM}}
                answers |= {key: (option,) if QUESTIONS[key].type == "several" else option}
                raised = FORMS[kind.form].raises(answers, KINDS)
                assert (raised is not None) is should_page(answers), f"{kind.code} {key} {option}"


def test_a_change_told_too_late_is_urgent_and_in_time_it_is_not() -> None:
    before = [kind for kind in KINDS.values() if kind.told_before and not kind.phone_only]
    assert before
    for kind in before:
        robot = begun(kind, "en")
        assert robot.form.raises(robot.journey.held, KINDS) is None or kind.priority in URGENT
        robot.answer("happened", "happened")
        assert robot.form.raises(robot.journey.held, KINDS) in URGENT, kind.code


def test_both_lists_have_kinds_and_each_kind_can_be_found_by_its_group() -> None:
    assert {kind.form for kind in KINDS.values()} == set(LISTS)
    for kind in KINDS.values():
        assert begun(kind, "en").journey.held["kind"] == kind.code
