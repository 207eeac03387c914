"""Supervision: at least every six weeks, counted from the last one held; it is a meeting."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from fostering import meeting
from fostering.events import (
    AnotherTimeAsked,
    Event,
    ReminderTold,
    SupervisionConfirmed,
    SupervisionDisputed,
    SupervisionHeld,
    SupervisionPlanned,
    SupervisionSaidHeld,
)
from fostering.matters import SUPERVISION_RULES
from fostering.meeting import Happenings, Meeting
from fostering.policy import Policy


@dataclass(frozen=True, kw_only=True)
class Supervision(Meeting):
    """The supervision of one carer. Source: NMS 21; SOU-16 (at least six-weekly)."""

    events: ClassVar[Happenings] = Happenings(
        planned=SupervisionPlanned,
        confirmed=SupervisionConfirmed,
        time_asked=AnotherTimeAsked,
        said_held=SupervisionSaidHeld,
        held=SupervisionHeld,
        disputed=SupervisionDisputed,
    )

    def due_day(self, policy: Policy) -> date | None:
        """The local day by which the next one should be held, counted from the last one held.

        None before the first one is known. Source: SOU-16; the days are the policy's.
        """
        if self.last_held is None:
            return None
        return self.last_held + timedelta(days=policy.supervision_every_days)

    def days_to_dispute(self, policy: Policy) -> int:
        """In how many working days the carer may say that it was not held."""
        return policy.supervision_dispute_working_days


def after(supervision: Supervision, event: Event) -> Supervision:
    """The supervision as it stands after the event; the only place that says so."""
    match event:
        case ReminderTold() if event.rule in SUPERVISION_RULES:
            return replace(supervision, told_until=event.at)
        case _:
            return meeting.after(supervision, event)
