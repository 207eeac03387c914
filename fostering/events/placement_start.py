"""Events of the start of a placement, and of the quarterly question to a household."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fostering.events.event import Event, personal


@dataclass(frozen=True, kw_only=True)
class InformationTicked(Event):
    """A carer ticked what they were not told about a child, and what is out of date.

    `day` is the local day. `not_told` and `out_of_date` hold codes with spaces between them.
    """

    placement: UUID
    day: date
    emergency: bool | None
    not_told: str = personal()
    out_of_date: str = personal()


@dataclass(frozen=True, kw_only=True)
class PlanTicked(Event):
    """A carer ticked that the placement plan was discussed, agreed or signed, or took it back."""

    placement: UUID
    day: date
    what: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class StartReminded(Event):
    """What was due about the start of a placement was told once: the rule and its occurrence."""

    placement: UUID
    rule: str
    occurrence: str


@dataclass(frozen=True, kw_only=True)
class HomeChecked(Event):
    """A carer answered whether anything has changed at home; `day` is the local day."""

    household: UUID
    day: date
    changed: bool


@dataclass(frozen=True, kw_only=True)
class HomeCheckTurned(Event):
    """A carer turned the quarterly question of their household on or off."""

    household: UUID
    on: bool


@dataclass(frozen=True, kw_only=True)
class HomeCheckTold(Event):
    """A household was asked whether anything has changed at home."""

    household: UUID
