"""What presses and typed words do to a draft."""

from dataclasses import replace

import pytest

from conversations.answering import (
    Answered,
    CancelConfirmed,
    CancelPressed,
    Misunderstood,
    OutOfDate,
    Resumed,
    SavePressed,
    SendPressed,
    Turned,
    press,
)
from conversations.catalogue import FORMS
from conversations.questions import Several
from conversations.screen import Press
from tests.robots import Robot

TAG = "12345678"


def at_review() -> Robot:
    """A household change with every question answered."""
    return Robot(form=FORMS["household_change"]).fill(
        {"group": "people", "kind": "CH02", "happened": "planned", "who_leaves": "lodger"}
    )


def at_kind() -> Robot:
    """A household change at its second question."""
    return Robot(form=FORMS["household_change"]).answer("group", "people")


def test_an_answer_moves_on_to_the_next_question() -> None:
    robot = at_kind()
    assert isinstance(robot.outcome, Answered)
    assert robot.draft.answers == {"group": "people"}
    assert robot.journey.state == "kind"


def test_the_second_tap_of_a_double_tap_changes_nothing() -> None:
    robot = at_kind()
    before = robot.draft
    robot.answer("group", "health")
    assert isinstance(robot.outcome, OutOfDate)
    assert robot.draft == before


@pytest.mark.parametrize(
    "forged",
    [
        Press(verb="a", args=("ffffffff", "kind", "CH01")),
        Press(verb="a", args=()),
        Press(verb="a", args=(TAG,)),
        Press(verb="a", args=(TAG, "kind")),
        Press(verb="a", args=(TAG, "kind", "CH01", "more")),
        Press(verb="shout", args=(TAG,)),
        Press(verb="shout", args=(TAG, "kind")),
        Press(verb="page", args=(TAG, "words", "2")),
        Press(verb="skip", args=(TAG, "kind")),
        Press(verb="skip", args=(TAG, "words")),
        Press(verb="change", args=(TAG, "nowhere")),
    ],
    ids=lambda forged: forged.token(),
)
def test_a_forged_or_old_press_is_out_of_date(forged: Press) -> None:
    robot = at_kind()
    before = robot.draft
    robot.press(forged)
    assert isinstance(robot.outcome, OutOfDate)
    assert robot.draft == before


def test_a_press_for_another_form_is_out_of_date() -> None:
    robot = at_kind()
    outcome = press(FORMS["difficulty"], robot.draft, Press(verb="back", args=(TAG,)), robot.facts)
    assert isinstance(outcome, OutOfDate)


def test_a_value_that_is_no_option_is_misunderstood() -> None:
    robot = at_kind().answer("kind", "D01")
    assert isinstance(robot.outcome, Misunderstood)
    assert "Tap one of the buttons." in robot.text


def test_back_shows_the_question_before_with_its_old_answer_to_keep() -> None:
    robot = at_kind().tap("Back")
    assert robot.journey.state == "group"
    assert "Keep: Who lives here or visits" in robot.labels
    robot.tap("Keep: Who lives here or visits")
    assert robot.journey.state == "kind"
    assert robot.draft.answers == {"group": "people"}


def test_back_twice_goes_two_questions_back() -> None:
    robot = at_kind().answer("kind", "CH02").tap("Back").tap("Back")
    assert robot.journey.state == "group"
    assert "Back" not in robot.labels


def test_back_at_the_first_question_stays_there() -> None:
    robot = Robot(form=FORMS["household_change"]).press(Press(verb="back", args=(TAG,)))
    assert robot.journey.state == "group"


def test_back_from_the_review_asks_the_last_question_again() -> None:
    assert at_review().tap("Back").journey.state == "must_not_see"


def test_another_kind_keeps_the_answers_that_still_apply() -> None:
    robot = at_review().tap("Change: What it is").answer("kind", "CH01")
    assert robot.draft.answers["happened"] == "planned"
    assert robot.journey.state == "who_joins"
    assert "who_leaves" in robot.draft.answers
    assert "who_leaves" not in robot.journey.held


def test_save_and_cancel_are_told_apart_and_cancel_asks_once() -> None:
    robot = at_kind().tap("Save for later")
    assert isinstance(robot.outcome, SavePressed)
    assert robot.outcome.draft.saved
    robot.tap("Cancel")
    assert isinstance(robot.outcome, CancelPressed)
    assert "Throw these answers away?" in robot.text
    robot.tap("No, go back")
    assert isinstance(robot.outcome, Resumed)
    assert robot.journey.state == "kind"
    robot.tap("Cancel").tap("Yes, throw them away")
    assert isinstance(robot.outcome, CancelConfirmed)


def test_an_answer_after_saving_opens_the_draft_again() -> None:
    robot = at_kind().tap("Save for later").answer("kind", "CH02")
    assert not robot.draft.saved


@pytest.mark.parametrize(
    "late",
    [
        Press(verb="back", args=(TAG,)),
        Press(verb="keep", args=(TAG,)),
        Press(verb="review", args=(TAG,)),
        Press(verb="resume", args=(TAG,)),
        Press(verb="send", args=(TAG,)),
        Press(verb="change", args=(TAG, "group")),
        Press(verb="page", args=(TAG, "kind", "2")),
    ],
    ids=lambda late: late.verb,
)
def test_a_press_after_saving_takes_the_draft_up_and_words_answer_it_again(late: Press) -> None:
    robot = at_kind().tap("Save for later")
    kept = robot.draft.answers
    robot.press(late)
    assert not robot.draft.saved
    assert robot.draft.answers == kept


def test_a_tick_after_saving_takes_the_draft_up() -> None:
    robot = Robot(form=FORMS["difficulty"])
    while not isinstance(robot.journey.present, Several):
        robot.step(None)
    robot.tap("Save for later").press(robot.buttons("a")[0].press or Press(verb="a"))
    assert robot.draft.picked
    assert not robot.draft.saved


def test_saving_twice_and_asking_to_cancel_leave_it_saved() -> None:
    robot = at_kind().tap("Save for later").tap("Save for later").tap("Cancel")
    assert robot.draft.saved


def test_no_go_back_returns_to_the_answer_that_was_being_changed() -> None:
    robot = at_review().tap("Change: What it is").tap("Cancel").tap("No, go back")
    assert robot.journey.state == "kind"
    assert isinstance(robot.outcome, Resumed)


def test_cancelling_what_is_sent_already_only_stops_the_questions() -> None:
    robot = at_kind()
    robot.draft = replace(robot.draft, request=robot.draft.id)
    robot.press(Press(verb="cancel", args=(TAG,)))
    assert "What you sent already stays sent." in robot.text
    assert "Yes, stop asking" in robot.labels


def test_send_before_the_end_shows_the_question_that_is_open() -> None:
    robot = at_kind().press(Press(verb="send", args=(TAG,)))
    assert isinstance(robot.outcome, Turned)
    assert robot.journey.state == "kind"


def test_send_at_the_review_sends() -> None:
    assert isinstance(at_review().tap("Send").outcome, SendPressed)


def test_what_is_raised_already_is_only_finished_by_sending() -> None:
    robot = at_review()
    robot.raised(robot.draft.id)
    assert "Send the rest" in robot.labels
    assert robot.tap("Send the rest").sent


def test_words_at_the_review_point_to_the_buttons() -> None:
    robot = at_review().write("send it")
    assert isinstance(robot.outcome, Misunderstood)
    assert "Tap one of the buttons below." in robot.text


def test_skip_passes_over_an_optional_question() -> None:
    robot = at_review().tap("Change: In your words").tap("Skip")
    assert isinstance(robot.outcome, Answered)
    assert "Skipped" in robot.text


def test_a_form_without_review_is_sent_by_its_last_answer() -> None:
    robot = Robot(form=FORMS["urgent_help"])
    robot.answer("happening", "hurt").answer("can_ring", "text_only")
    assert not robot.sent
    robot.tap("Skip")
    assert robot.sent
