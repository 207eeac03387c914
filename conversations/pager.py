"""The pager: a long list a page at a time, with Earlier and Later, so that none ends in nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from conversations.screen import Button, Line, button, quiet
from locales import Language, mark

T = TypeVar("T")

PER_PAGE = 8
ONE_PAGE = 10
"""So many still stand on one page; a second page for one or two would hide them."""
EARLIER = mark("Earlier")
LATER = mark("Later")


@dataclass(frozen=True, kw_only=True)
class Page(Generic[T]):
    """What stands on one page of a list; `number` is counted from 0, `count` is of all pages."""

    entries: tuple[T, ...]
    number: int
    count: int

    @property
    def earlier(self) -> str:
        """The page before this one as a button carries it; "" where there is none."""
        return str(self.number - 1) if self.number else ""

    @property
    def later(self) -> str:
        """The page after this one as a button carries it; "" where there is none."""
        return str(self.number + 1) if self.number + 1 < self.count else ""


def page_of(entries: Sequence[T], asked: str = "") -> Page[T]:
    """The asked page; the first where what was asked is no page of this list (any more)."""
    if len(entries) <= ONE_PAGE:
        return Page(entries=tuple(entries), number=0, count=1)
    count = -(-len(entries) // PER_PAGE)
    number = int(asked) if asked.isascii() and asked.isdigit() else 0
    if number >= count:
        number = 0
    here = entries[number * PER_PAGE : (number + 1) * PER_PAGE]
    return Page(entries=tuple(here), number=number, count=count)


def turning_rows(
    language: Language, page: Page[T], verb: str, *about: str
) -> list[tuple[Button, ...]]:
    """Earlier and Later, each where there is such a page.

    `verb` shows the list at a page, `about` is what else its button carries.
    """
    row = []
    if page.earlier:
        row.append(button(language.say(EARLIER), verb, *about, page.earlier))
    if page.later:
        row.append(button(language.say(LATER), verb, *about, page.later))
    return [tuple(row)] if row else []


def place_lines(language: Language, page: Page[T]) -> list[Line]:
    """Which page this is, where there are several."""
    if page.count == 1:
        return []
    words = mark("Page {here} of {total}")
    return [quiet(language.say(words, here=str(page.number + 1), total=str(page.count)))]
