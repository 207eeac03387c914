"""Priority: how soon a person must act, from the kind and from the answers (practice 3)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fostering.kinds import Kind


class Priority(StrEnum):
    """How soon a person must act; P0 is danger now, P3 is routine. Sorts by urgency."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"

    @property
    def urgent(self) -> bool:
        """Whether it is paged at once and climbs until a person has it (practice 1)."""
        return self in (Priority.P0, Priority.P1)


ORDER = tuple(Priority)
NOT_A_YES = ("no", "not_sure")


def highest(*priorities: Priority) -> Priority:
    """The most urgent of them."""
    return min(priorities)


def lowered(priority: Priority) -> Priority:
    """One less urgent, for a named worker to choose; P3 is the last (practice 3)."""
    return ORDER[min(ORDER.index(priority) + 1, len(ORDER) - 1)]


def priority_of(
    kind: Kind | None,
    *,
    danger: str = "",
    everyone_safe: str = "",
    whereabouts_known: str = "",
    can_wait: str = "",
    happened: bool = False,
    asked_for: Priority | None = None,
) -> Priority:
    """The highest of the kind and of the answers so far (practice 3).

    Answers are the codes "yes", "no" and "not_sure"; "" means not asked or not answered yet.
    Danger now is P0, and not being sure about it P1. Everyone safe or whereabouts known: no or not
    sure is P1. Can it wait until 9 in the morning: no is P1. `happened`: the change is not only
    planned; where the agreement asks to be told *before*, that is P1 (practice 4). `asked_for` is
    what the person chose themselves; it can raise, never lower. `kind` None: not chosen yet.
    """
    found = [Priority.P3 if kind is None else kind.priority]
    if asked_for is not None:
        found.append(asked_for)
    if danger == "yes":
        found.append(Priority.P0)
    worries = (
        danger == "not_sure",
        everyone_safe in NOT_A_YES,
        whereabouts_known in NOT_A_YES,
        can_wait == "no",
        kind is not None and kind.told_before and happened,
    )
    if any(worries):
        found.append(Priority.P1)
    return highest(*found)
