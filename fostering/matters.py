"""Matters of the clock: what can fall due, and one thing that has."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Rule(StrEnum):
    """Why something is due."""

    CLIMB = "climb"
    RING_PASSED = "ring_passed"
    TASK_REMINDER = "task_reminder"
    TASK_OVERDUE_MANAGER = "task_overdue_manager"
    DRAFT_NUDGE = "draft_nudge"
    DRAFT_EXPIRY = "draft_expiry"
    SUPERVISION_REMINDER = "supervision_reminder"
    SUPERVISION_TO_PLAN = "supervision_to_plan"
    SUPERVISION_OVERDUE = "supervision_overdue"
    SUPERVISION_OVERDUE_MANAGER = "supervision_overdue_manager"
    SUPERVISION_HELD = "supervision_held"


SUPERVISION_RULES = frozenset(
    {
        Rule.SUPERVISION_REMINDER,
        Rule.SUPERVISION_TO_PLAN,
        Rule.SUPERVISION_OVERDUE,
        Rule.SUPERVISION_OVERDUE_MANAGER,
    }
)
"""What is told about a supervision, as the rule of a ReminderTold."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something that fell due at an aware UTC instant; told once per rule, subject, occurrence.

    `subject` is the id of the request or draft, or of the carer whose supervision it is.
    """

    rule: Rule
    subject: UUID
    occurrence: str
    at: datetime
