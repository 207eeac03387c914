"""Fixed replies: which are offered to whom, and in whose language they are said."""

from dataclasses import replace

import pytest

from conversations.duty_replies import FIXED, OWN, TO_YOUNG, names_number, offered, reply_words
from conversations.forms.words import STAFF_REPLY
from conversations.journey import Journey
from conversations.rehearsal import fresh_draft, rehearsal_facts
from locales import language

FACTS = rehearsal_facts()
OFFERED = ["ringing", "ring_soon", "stay", "hospital", "ring_999", "enough", OWN]
TO_WRITE_TO = ["stay", "hospital_write", "ring_999", "enough_write", OWN]


def codes(**more: object) -> list[str]:
    """What is offered where the facts are so."""
    return [option.value for option in offered({}, replace(FACTS, **more))]  # type: ignore[arg-type]


def test_who_may_be_rung_is_offered_a_call_first() -> None:
    assert codes() == OFFERED


def test_who_is_not_to_be_rung_is_promised_no_call() -> None:
    assert codes(writes_only=True) == TO_WRITE_TO
    for option in offered({}, replace(FACTS, writes_only=True)):
        assert "ring you" not in option.label
        assert "We will ring" not in option.label


def test_a_sentence_with_a_number_is_offered_only_where_there_is_one() -> None:
    assert codes(number="") == [code for code in OFFERED if code != "ring_soon"]


def test_every_sentence_is_offered_to_somebody() -> None:
    assert {*OFFERED, *TO_WRITE_TO} == {*FIXED, OWN}
    assert {*TO_YOUNG} == {*FIXED}


@pytest.mark.parametrize("tag", ["ar", "cy"])
@pytest.mark.parametrize("code", FIXED)
def test_a_sentence_is_said_in_the_language_of_the_reader(code: str, tag: str) -> None:
    number = "020 7946 0123" if names_number(code) else ""
    kept = {"words": "", "code": code, "number": number}
    english, theirs = (reply_words(language(one), kept) for one in ("en", tag))
    assert english != theirs
    assert number in english
    assert number in theirs
    assert "{" not in english + theirs
    young = reply_words(language(tag), kept, young=True)
    assert young != english
    assert young != theirs or tag == "ar"
    assert reply_words(language("en"), kept, young=True) == english


def test_own_words_and_old_replies_stay_as_they_are() -> None:
    for kept in ({"words": "I am here"}, {"words": "I am here", "code": "", "number": ""}):
        assert reply_words(language("ar"), kept) == "I am here"
    assert reply_words(language("en"), {"words": "", "code": "from another year"}) == ""


def test_only_own_words_are_asked_for() -> None:
    def asked(reply: str) -> str:
        draft = fresh_draft(STAFF_REPLY, FACTS, {"reply": reply})
        return Journey.of(STAFF_REPLY, draft, FACTS).state

    assert asked("ringing") == "review"
    assert asked(OWN) == "words"
    assert asked("hospital_write") == "reply"
