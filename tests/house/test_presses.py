"""Every button fits into the 64 bytes that Telegram carries, and every verb has an answer."""

import ast
from collections.abc import Iterator
from uuid import UUID

import pytest

from bot.form_handlers import OF_DRAFTS, OPEN
from bot.presses import VERBS
from conversations.catalogue import FORMS
from conversations.form import Form
from conversations.kinds import GROUPS, KINDS, QUESTIONS
from conversations.questions import Choice, Several
from conversations.questions.question import KEY_LENGTH, VALUE_LENGTH
from conversations.screen import Press
from tests.house.sources import sources

CARRIED = 64
TAG = "0" * 8
REQUEST = UUID(int=0).hex
BY_THE_FORM = OF_DRAFTS | {OPEN}


def literal_verbs() -> Iterator[tuple[str, str]]:
    """Every verb that a screen's source gives to a button, with its place."""
    for source in sources("conversations", "desk"):
        for node in ast.walk(source.tree):
            match node:
                case ast.Call(
                    func=ast.Name(id="button"), args=[_, ast.Constant(value=str(verb)), *_]
                ):
                    yield verb, f"{source.place}:{node.lineno}"
                case ast.Call(
                    func=ast.Name(id="Press"),
                    keywords=[ast.keyword(arg="verb", value=ast.Constant(value=str(verb))), *_],
                ):
                    yield verb, f"{source.place}:{node.lineno}"


def test_every_verb_on_a_button_has_an_answer() -> None:
    answered = {verb for verb, _ in VERBS} | BY_THE_FORM
    assert not {place for verb, place in literal_verbs() if verb not in answered}


def test_no_answer_waits_for_a_verb_that_no_button_has() -> None:
    shown = {verb for verb, _ in literal_verbs()}
    assert not {verb for verb, _ in VERBS} - shown


@pytest.mark.parametrize("verb", sorted(BY_THE_FORM))
def test_a_button_of_a_form_fits_at_its_longest(verb: str) -> None:
    longest = Press(verb=verb, args=(TAG, "k" * KEY_LENGTH))
    answer = Press(verb="a", args=(TAG, "k" * KEY_LENGTH, "v" * VALUE_LENGTH))
    assert len(longest.token().encode()) <= CARRIED
    assert len(answer.token().encode()) <= CARRIED


@pytest.mark.parametrize(("verb", "count"), sorted(VERBS))
def test_a_button_with_a_request_fits(verb: str, count: int) -> None:
    widest = Press(verb=verb, args=(REQUEST, *("w" * 20 for _ in range(count - 1)))[:count])
    assert len(widest.token().encode()) <= CARRIED


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.key)
def test_keys_and_fixed_options_of_a_form_are_short_enough(form: Form) -> None:
    assert len(form.key) <= KEY_LENGTH
    for question in form.questions:
        assert len(question.key) <= KEY_LENGTH
        if isinstance(question, Choice | Several) and not callable(question.options):
            assert all(len(option.value) <= VALUE_LENGTH for option in question.options)
            assert all(":" not in option.value for option in question.options)


def test_kinds_groups_and_questions_of_the_lists_are_short_enough() -> None:
    assert all(len(code) <= VALUE_LENGTH for code in KINDS)
    assert all(len(group.key) <= VALUE_LENGTH for groups in GROUPS.values() for group in groups)
    for key, question in QUESTIONS.items():
        assert len(key) <= KEY_LENGTH
        assert all(len(option.value) <= VALUE_LENGTH for option in question.options)
