"""A robot fills in every form in every language: no dead end and no lost answer."""

from random import Random

import pytest

from conversations.answering import Answered, Misunderstood, OutOfDate
from conversations.catalogue import FORMS
from conversations.form import Form
from conversations.journey import REVIEW
from conversations.questions import Choice, Setting, Several
from conversations.questions.question import Picking, Understood
from conversations.rehearsal import rehearsal_facts
from conversations.screen import Press, fits
from fostering.people import Standing
from locales import languages
from tests.robots import Robot

WALKS = 10
TELEGRAM_LONGEST = 4096
NOISE = ("", "😀", "<b>&", "x" * 1500, "31/2", "\u202e")


@pytest.fixture(params=FORMS.values(), ids=lambda form: form.key)
def form(request: pytest.FixtureRequest) -> Form:
    """Each form of the catalogue."""
    found = request.param
    assert isinstance(found, Form)
    return found


@pytest.fixture(params=languages())
def tag(request: pytest.FixtureRequest) -> str:
    """Each whole language."""
    return str(request.param)


def look(robot: Robot) -> None:
    """What must be true of every screen."""
    screen = robot.screen
    assert len(robot.text) < TELEGRAM_LONGEST
    assert all(button.label for button in robot.buttons())
    assert not [b.label for b in robot.buttons() if not fits(b.label)]
    tokens = [button.press.token() for button in robot.buttons() if button.press]
    assert all(len(token.encode()) <= 64 for token in tokens)
    assert "help" in tokens[-2 if robot.form.audience is Standing.YOUNG_PERSON else -1]
    assert not any("{" in line.text for line in screen.lines)
    here, total = robot.journey.position
    assert 1 <= here <= total


def test_every_form_comes_to_an_end(form: Form, tag: str) -> None:
    robot = Robot(form=form, facts=rehearsal_facts(tag))
    robot.finish(lambda key: None)
    assert robot.sent or robot.journey.state == REVIEW
    if not robot.sent:
        robot.press(Press(verb="send", args=(robot.draft.tag,)))
    assert robot.sent


def test_wandering_back_and_forth_never_loses_an_answer(form: Form, tag: str) -> None:
    chance = Random(form.key)
    for _ in range(WALKS):
        robot = Robot(form=form, facts=rehearsal_facts(tag))
        for _ in range(60):
            look(robot)
            before = dict(robot.draft.answers)
            wander(robot, chance)
            if not isinstance(robot.outcome, Answered):
                assert robot.draft.answers == before
            if robot.sent:
                break


def wander(robot: Robot, chance: Random) -> None:
    """Do what people do: mostly answer, sometimes turn back, save, look or type nonsense."""
    match chance.randrange(10):
        case 0:
            robot.press(Press(verb="back", args=(robot.draft.tag,)))
        case 1:
            robot.write(chance.choice(NOISE))
        case 2:
            anything = [b.press for b in robot.buttons() if b.press and b.press.verb != "send"]
            robot.press(chance.choice(anything))
        case 3:
            question = chance.choice(robot.journey.path)
            robot.press(Press(verb="change", args=(robot.draft.tag, question.key)))
        case _:
            robot.step(chance)


def test_what_is_left_unfinished_says_that_nobody_has_read_it(form: Form) -> None:
    robot = Robot(form=form)
    assert "Not sent. Nobody has read this." in robot.text
    robot.raised(robot.draft.id)
    unsent = form.about_request and not form.raised_first
    assert ("Not sent. Nobody has read this." in robot.text) is unsent


def test_nonsense_leaves_the_question_and_says_what_to_do(form: Form) -> None:
    robot = Robot(form=form).write("")
    assert isinstance(robot.outcome, Misunderstood)
    assert robot.outcome.hint in robot.text


def test_a_button_of_another_draft_is_out_of_date(form: Form) -> None:
    robot = Robot(form=form).press(Press(verb="save", args=("00000000",)))
    assert isinstance(robot.outcome, OutOfDate)


def test_a_label_that_is_typed_means_its_own_button(form: Form, tag: str) -> None:
    robot = Robot(form=form, facts=rehearsal_facts(tag))
    for _ in range(40):
        question = robot.journey.present
        if question is None or robot.sent:
            break
        if isinstance(question, Choice):
            setting = Setting(answers=robot.journey.earlier(question.key), facts=robot.facts)
            for value, label in question.labels(setting).items():
                wanted = (value,) if isinstance(question, Several) else value
                read = question.read(label, setting)
                if question.accepts(wanted, setting):
                    assert read == Understood(answer=wanted)
                else:
                    # It is ticked, and does not answer alone (a reader is still to be chosen).
                    assert isinstance(read, Picking)
                    assert read.picked == wanted
        robot.step(None)


def test_changing_the_language_keeps_answers_and_place(form: Form, tag: str) -> None:
    robot = Robot(form=form).step(None)
    other = Robot(form=form, facts=rehearsal_facts(tag), answers=robot.draft.answers)
    assert other.journey.state == robot.journey.state
    assert other.screen.language == tag
