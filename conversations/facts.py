"""What a form may know besides the answers: the hour, the language, and who there is to choose."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from fostering.people import Household, Person
from fostering.policy import Policy
from locales import Language

T = TypeVar("T")

Choosable = tuple[str, str]
"""A key that a button can carry (at most 32 characters, no ":") and the label a person sees."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything outside the answers that a question may look at. `at` is an aware UTC instant.

    `children` are the ones placed with the household, by key and label; `workers` those who may be
    kept away from a report (practice 15), by key and name; `families` the ones a worker may choose,
    `phones` the people whose chat they may cut off, `findable` the carers whose family they may
    look up, `answerers` whom a young person may choose to see what they say. `their_words` is what
    a young person said, for the worker who answers it.
    `own_number_known`: the service holds a number on which the person can be rung; a worker who
    writes down a call may always choose the family's own. `listener` is the name of the worker who
    has what a young person sent; "" while nobody has. `number` is the service's own to ring now;
    for a worker who writes a reply, that of the person they write to, and `writes_only`: no call
    may be promised to that person. `form_owed`: the request that is being closed still needs the
    written notice form. `household` and `roster` say who would see a report. `new_starts`: the
    children, by key, of whose placement nobody has said yet whether it is an emergency.
    `side_by_letter`: the advocacy provider has no chat here and is written to.
    """

    at: datetime
    language: Language
    policy: Policy
    children: tuple[Choosable, ...] = ()
    workers: tuple[Choosable, ...] = ()
    families: tuple[Choosable, ...] = ()
    phones: tuple[Choosable, ...] = ()
    answerers: tuple[Choosable, ...] = ()
    their_words: tuple[str, ...] = ()
    findable: tuple[Choosable, ...] = ()
    own_number_known: bool = False
    listener: str = ""
    number: str = ""
    form_owed: bool = False
    household: Household | None = None
    roster: tuple[Person, ...] = ()
    office_open: bool = True
    writes_only: bool = False
    new_starts: frozenset[str] = frozenset()
    side_by_letter: bool = False
    found: dict[Hashable, object] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out from these facts already."""

    def once(self, question: Hashable, work_out: Callable[[], T]) -> T:
        """The answer to a question about these facts, worked out the first time it is asked."""
        if question not in self.found:
            self.found[question] = work_out()
        return cast(T, self.found[question])

    @property
    def today(self) -> date:
        """The local day of the service."""
        return self.at.astimezone(ZoneInfo(self.policy.office_hours.time_zone)).date()
