"""Kinds: what a carer can report, with its clock, its owner, its questions and its next step."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fostering.people import Role
from fostering.priority import Priority

MISSING_CHILD = "D02"
"""The code of a missing child, in whatever form it was told."""
SAFE_TO_RING = "safe_to_ring"
"""The question "Is it safe for us to ring you?"."""


class Tier(StrEnum):
    """When a household change must be told (the words of the foster care agreement)."""

    BEFORE = "before"
    IMMEDIATELY = "immediately"
    AS_SOON_AS_KNOWN = "as_soon_as_known"


class Span(StrEnum):
    """In what a clock counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_DAYS = "working_days"


@dataclass(frozen=True, kw_only=True)
class Clock:
    """How long the service gives itself to answer; 0 working days means the same day."""

    count: int
    span: Span


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of report. Texts are English and the key of their translation.

    `code` is stable ("CH01", "D02"). `title` is the button. `group` is the key of the group it is
    listed under. `next_step` says what happens next; `follows` names the form or check that
    follows, if any. `asks` are the keys of this kind's own questions, in order. `phone_only`: no
    child, place or free text is asked (practice 13). `concerns_child`: the child's social worker
    is told as well. `source` says where the rule was seen; `proposed` marks a clock that is ours.
    `numbers` are the keys of help lines to show with it; `card` names a special card, if any.
    """

    code: str
    form: str
    title: str
    group: str
    priority: Priority
    answer_within: Clock
    owner: Role
    next_step: str
    source: str
    follows: str = ""
    tier: Tier | None = None
    asks: tuple[str, ...] = ()
    phone_only: bool = False
    concerns_child: bool = False
    proposed: bool = True
    offered: bool = True
    numbers: tuple[str, ...] = ()
    card: str = ""

    @property
    def told_before(self) -> bool:
        """Whether the agreement asks to be told before it happens."""
        return self.tier is Tier.BEFORE

    @property
    def discreet(self) -> bool:
        """Whether its title must never stand on a carer's card: somebody else may read that phone.

        Matters for the telephone (practice 13), and those that ask whether ringing is safe.
        """
        return self.phone_only or SAFE_TO_RING in self.asks


Kinds = Mapping[str, Kind]
