"""Whether somebody may be rung: where a kind asks it, not before they have said yes."""

from dataclasses import replace

import pytest

from fostering.ringing import ASKED, Ringing, ringing
from tests.rules.cast import kind

WATCHED = replace(kind("D24"), asks=(ASKED,))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("yes", Ringing.WELCOME),
        ("no", Ringing.NEVER),
        ("message_first", Ringing.MESSAGE_FIRST),
        ("not_sure", Ringing.UNKNOWN),
    ],
)
def test_what_they_said_holds(answer: str, said: Ringing) -> None:
    assert ringing(WATCHED, {ASKED: answer}) is said


def test_before_they_have_said_it_nobody_knows() -> None:
    assert ringing(WATCHED, {}) is Ringing.UNKNOWN


def test_who_is_not_asked_may_be_rung() -> None:
    assert ringing(kind(), {}) is Ringing.WELCOME
    assert ringing(None, {}) is Ringing.WELCOME
