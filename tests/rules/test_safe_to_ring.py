"""Whether somebody may be rung: where a kind asks it, not before they have said yes."""

from dataclasses import replace

import pytest

from fostering.kinds import SAFE_TO_RING
from fostering.ringing import Ringing, ringing
from tests.rules.cast import kind

WATCHED = replace(kind("D24"), asks=(SAFE_TO_RING,))


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
    assert ringing(WATCHED, {SAFE_TO_RING: answer}) is said


def test_before_they_have_said_it_nobody_knows() -> None:
    assert ringing(WATCHED, {}) is Ringing.UNKNOWN


def test_who_is_not_asked_may_be_rung() -> None:
    assert ringing(kind(), {}) is Ringing.WELCOME
    assert ringing(None, {}) is Ringing.WELCOME


def test_a_matter_that_others_must_not_read_is_discreet() -> None:
    assert WATCHED.discreet
    assert kind("D07", phone_only=True).discreet
    assert not kind().discreet
