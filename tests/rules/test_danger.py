"""Danger words only ever add the offer of help (practice 2)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fostering.danger import PHRASES, danger_words


@pytest.mark.parametrize(
    "text",
    [
        *("I want to DIE", "she took an overdose.", "He HITS me!", "وضربني اليوم", "أنا خائفة"),
        *(
            "I am s\u200bca\u00adred",
            "I am scaaaared",
            "he is misssssing",
            "اقتل نفسى",
            "انتحـــار",
        ),
        *("Dwi eisiau marw", "Mae e'n fy mrifo i", "Dydw i DDIM yn ddiogel", "hunan-niwed"),
    ],
)
def test_danger_is_heard_however_it_is_written(text):
    assert danger_words(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "The meeting is on Tuesday",
            "a white meadow",
            "I am sacred of nothing",
            "a hit song",
        ),
        *("نعم", "الاجتماع غدا", "Mae'r cyfarfod yfory", "Gwych!"),
    ],
)
def test_other_words_add_nothing(text):
    assert not danger_words(text)


@settings(max_examples=40)
@given(
    phrase=st.sampled_from(PHRASES),
    before=st.text(max_size=40),
    after=st.text(max_size=40),
    between=st.sampled_from([" ", "  ", "\n", " - ", "…"]),
)
def test_nothing_that_is_written_around_them_takes_the_offer_away(phrase, before, after, between):
    spelt = between.join(phrase.upper().split())
    assert danger_words(f"{before} {spelt} {after}")
