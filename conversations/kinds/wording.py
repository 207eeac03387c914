"""The words around the kinds: groups, questions and help lines, in English."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fostering.people import Role
from fostering.priority import Priority


class Asking(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    SEVERAL = "several"
    YES_NO = "yes_no"
    DATE = "date"
    TEXT = "text"
    NUMBER = "number"
    TIME = "time"
    TELEPHONE = "telephone"


class Audience(StrEnum):
    """Who may be shown a help line."""

    CARERS = "carers"
    YOUNG_PEOPLE = "young_people"
    BOTH = "both"


@dataclass(frozen=True, kw_only=True)
class Group:
    """A button that opens a list of at most eight kinds."""

    key: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Option:
    """One button of a choice."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class QuestionText:
    """A question that some kinds ask, as one tap or a few words.

    `raises` gives, by answer, the priority that this answer lifts the request to (practice 3);
    an answer never lowers it. `owners` gives, by answer, who owns the request instead of the kind's
    owner. The answers of a yes-or-no question are "yes", "no", "not_sure".
    """

    key: str
    type: Asking
    text: str
    hint: str = ""
    optional: bool = False
    options: tuple[Option, ...] = ()
    raises: Mapping[str, Priority] = field(default_factory=dict)
    owners: Mapping[str, Role] = field(default_factory=dict)

    @property
    def values(self) -> tuple[str, ...]:
        """The answers that a press may give; none where the answer is typed."""
        if self.type is Asking.YES_NO:
            return ("yes", "no", "not_sure")
        return tuple(option.value for option in self.options)


@dataclass(frozen=True, kw_only=True)
class HelpLine:
    """A number outside the service. `number` has its digits grouped for reading.

    `checked` is the day on which the number was last read at its source. A line with `confirm`
    is shown to nobody before the service has checked it (practice 10).
    """

    key: str
    name: str
    number: str
    purpose: str
    hours: str
    audience: Audience
    source: str
    checked: date | None = None
    confirm: bool = False
