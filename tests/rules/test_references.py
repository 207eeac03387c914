"""References that people can say aloud."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fostering.references import ALPHABET, make_reference, read_reference

CHANCE = st.binary(min_size=8, max_size=16)


@given(CHANCE)
def test_a_reference_reads_back_as_itself_however_it_is_typed(chance):
    reference = make_reference(chance)
    assert read_reference(reference) == reference
    assert read_reference(f"  {reference.lower().replace('-', ' ')} ") == reference
    assert read_reference(reference.removeprefix("R-")) == reference


@given(CHANCE, st.integers(2, 7), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_found(chance, place, symbol):
    reference = make_reference(chance)
    assume(reference[place] != symbol)
    assert read_reference(reference[:place] + symbol + reference[place + 1 :]) is None


@given(CHANCE, st.integers(2, 6))
def test_two_neighbours_exchanged_are_found(chance, place):
    reference = make_reference(chance)
    first, second = reference[place], reference[place + 1]
    assume(first != second)
    assert read_reference(reference[:place] + second + first + reference[place + 2 :]) is None


def test_the_letter_o_is_heard_as_zero():
    reference = make_reference(bytes(8))
    assert "0" in reference
    assert read_reference(reference.replace("0", "O")) == reference


@pytest.mark.parametrize("text", ["", "R-", "hello", "R-1AEIOU", "R-22222222"])
def test_other_words_are_no_reference(text):
    assert read_reference(text) is None


def test_a_reference_has_the_length_people_can_keep_in_mind():
    assert len(make_reference(b"12345678")) == 8
