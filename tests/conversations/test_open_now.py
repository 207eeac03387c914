"""The list of all that is open: eight on a page, urgent first as given, and a way on and back."""

from dataclasses import replace
from uuid import UUID

from conversations.open_now import open_now
from locales import language
from tests.rules.requests_told import raised

REQUESTS = [
    (replace(raised(), id=UUID(int=n), reference=f"R-{n}"), "Ona" if n % 2 else "")
    for n in range(17)
]


def words(page: str, requests=REQUESTS) -> tuple[str, list[str]]:
    """All lines of that page, and its buttons."""
    screen = open_now(language("en"), requests, page=page)
    labels = [button.label for row in screen.rows for button in row]
    return "\n".join(line.text for line in screen.lines), labels


def test_a_page_says_who_has_what_and_where_it_stands() -> None:
    text, labels = words("")
    assert "Open now (17)" in text
    assert "1 of 3" in text
    assert "R-0 · P1 · nobody has it" in text
    assert "R-1 · P1 · with Ona" in text
    assert labels[:8] == [f"R-{n} · P1" for n in range(8)]
    assert labels[8:] == ["Later", "Back to your desk"]


def test_there_is_a_way_on_and_back_and_a_page_that_is_none_is_the_first() -> None:
    assert {"Earlier", "Later"} <= {*words("1")[1]}
    text, labels = words("2")
    assert "3 of 3" in text
    assert labels == ["R-16 · P1", "Earlier", "Back to your desk"]
    assert words("99") == words("x") == words("")


def test_one_page_needs_no_number_and_none_says_so() -> None:
    assert "of" not in words("", REQUESTS[:8])[0]
    assert "Nothing here." in words("", [])[0]
