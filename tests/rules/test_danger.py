"""Danger words only ever add the offer of help (practice 2)."""

import pytest

from fostering.danger import danger_words


@pytest.mark.parametrize(
    "text",
    [
        *("I want to DIE", "she took an overdose.", "He HITS me!", "وضربني اليوم", "أنا خائفة"),
        *("Dwi eisiau marw", "Mae e'n fy mrifo i", "Dydw i DDIM yn ddiogel", "hunan-niwed"),
    ],
)
def test_danger_is_heard_however_it_is_written(text):
    assert danger_words(text)


@pytest.mark.parametrize(
    "text", ["", "The meeting is on Tuesday", "a white meadow", "نعم", "Mae'r cyfarfod yfory"]
)
def test_other_words_add_nothing(text):
    assert not danger_words(text)
