"""Long lists are shown a page at a time; each page says which it is and leads to its neighbours."""

import pytest

from conversations.pager import page_of, place_lines, turning_rows
from locales import language

MANY = tuple(range(19))
ENGLISH = language("en")


def test_ten_stand_on_one_page_without_any_way_to_turn():
    page = page_of(MANY[:10])
    assert page.entries == MANY[:10]
    assert turning_rows(ENGLISH, page, "waiting") == []
    assert place_lines(ENGLISH, page) == []


def test_every_entry_is_met_once_by_going_on_and_every_page_leads_back():
    met: list[int] = []
    page = page_of(MANY)
    while True:
        met += page.entries
        if not page.later:
            break
        following = page_of(MANY, page.later)
        assert following.earlier == str(page.number)
        page = following
    assert met == [*MANY]


def test_a_page_in_the_middle_has_both_ways_and_says_which_it_is():
    page = page_of(MANY, "1")
    [row] = turning_rows(ENGLISH, page, "waiting")
    assert [(b.label, b.press and b.press.token()) for b in row] == [
        ("Earlier", "waiting:0"),
        ("Later", "waiting:2"),
    ]
    assert [line.text for line in place_lines(ENGLISH, page)] == ["Page 2 of 3"]


@pytest.mark.parametrize("asked", ["3", "-1", "²", "nonsense", ""])
def test_what_is_no_page_shows_the_first(asked: str):
    assert page_of(MANY, asked).number == 0
