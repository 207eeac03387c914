"""Steps: whom an escalation policy pages in which order, and how far one request has climbed."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Filler(StrEnum):
    """Who fills a step of the policy; the person is looked up when the step fires (practice 6)."""

    SUPERVISING_SOCIAL_WORKER = "supervising_social_worker"
    DUTY_WORKER = "duty_worker"
    FIRST_ON_CALL = "first_on_call"
    SECOND_ON_CALL = "second_on_call"
    ON_CALL_MANAGER = "on_call_manager"
    TEAM_MANAGER = "team_manager"
    SERVICE_MANAGER = "service_manager"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of an escalation policy: whom to page, and how long to wait for them."""

    fillers: tuple[Filler, ...]
    wait_minutes: int


@dataclass(frozen=True, kw_only=True)
class Escalation:
    """The policy's steps as they stood when the request was raised, and how far it has climbed.

    `steps` are the ladder it climbs now, `in_office` whether that is the office's; `other_steps`
    the ladder of the other hours, frozen with it. What was raised before both were frozen has no
    other, and goes on as it began. `first` are who was paged first; None where that was not kept.
    `step` is the index of the step paged last, `round` counts from 1 (after the last step it goes
    round again, without end). `next_at` (aware UTC) is when it climbs next; None when someone has
    it and has spoken to the person. `paged` are the workers who hold a copy of the page: all who
    were paged so far, but for those who passed it on or must not see it.
    """

    steps: tuple[Step, ...]
    contact_minutes: int
    step: int = 0
    round: int = 1
    next_at: datetime | None = None
    paged: tuple[UUID, ...] = ()
    other_steps: tuple[Step, ...] = ()
    in_office: bool = False
    first: tuple[UUID, ...] | None = None

    @property
    def told_since(self) -> frozenset[UUID]:
        """Who holds the page and was not among the first to be paged."""
        return frozenset(self.paged) - frozenset(self.paged if self.first is None else self.first)

    def at_hour(self, *, in_office: bool) -> "Escalation":
        """The same on the ladder of that hour; where it climbed stays to be said by the page."""
        if in_office is self.in_office or not self.other_steps:
            return self
        return replace(self, steps=self.other_steps, other_steps=self.steps, in_office=in_office)
