"""A form that could not be carried is refused when it is made."""

from dataclasses import replace

import pytest

from conversations.catalogue import FORMS
from conversations.form import Form, FormError
from conversations.questions import Question, Text, YesNo
from conversations.screen import Press
from fostering.people import Standing
from tests.robots import Robot


def form_of(*questions: Question, key: str = "sample") -> Form:
    """A small form."""
    return Form(
        key=key, version=1, audience=Standing.CARER, title="Sample", questions=tuple(questions)
    )


def test_a_question_may_not_be_asked_twice() -> None:
    with pytest.raises(FormError, match="asked twice: danger"):
        form_of(YesNo(key="danger", text="A?"), YesNo(key="danger", text="B?"))


@pytest.mark.parametrize("key", ["Danger", "a" * 21, "with:colon", "", "9lives"])
def test_a_key_that_no_button_could_carry_is_refused(key: str) -> None:
    with pytest.raises(FormError, match="too long or has other letters"):
        form_of(Text(key=key, text="A?"))


def test_a_form_without_questions_is_refused() -> None:
    with pytest.raises(FormError, match="asks nothing"):
        form_of()


def test_the_longest_key_and_value_still_fit_a_button() -> None:
    press = Press(verb="a", args=("0" * 8, "q" * 20, "v" * 32))
    assert len(press.token().encode()) == 64


def test_a_young_person_finds_hide_this_below_the_help_button() -> None:
    form = replace(form_of(YesNo(key="fine", text="Fine?")), audience=Standing.YOUNG_PERSON)
    assert Robot(form=form).labels[-2:] == ["I'm not safe right now", "Hide this"]


def test_every_form_is_listed_under_its_own_key() -> None:
    assert all(key == form.key for key, form in FORMS.items())
    assert "household_change" in FORMS


def test_a_form_finds_its_question_by_key() -> None:
    form = form_of(YesNo(key="danger", text="A?"))
    assert form.question("danger") is form.questions[0]
    assert form.question("other") is None
