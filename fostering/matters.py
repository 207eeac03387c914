"""Matters of the clock: what can fall due, and one thing that has."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Rule(StrEnum):
    """Why something is due."""

    CLIMB = "climb"
    RING_PASSED = "ring_passed"
    HANDOVER_LAPSED = "handover_lapsed"
    NEWCOMER_UNCONFIRMED = "newcomer_unconfirmed"
    SAFE_TIME = "safe_time"
    SHIFT_UNANSWERED = "shift_unanswered"
    PAGING_TEST = "paging_test"
    PAGING_TEST_MISSED = "paging_test_missed"
    ADVICE_CLIMB = "advice_climb"
    TAKE_OVERDUE = "take_overdue"
    ANSWER_DUE = "answer_due"
    ANSWER_OVERDUE = "answer_overdue"
    ANSWER_OVERDUE_AGAIN = "answer_overdue_again"
    FILING_REMINDER = "filing_reminder"
    TASK_REMINDER = "task_reminder"
    TASK_OVERDUE_MANAGER = "task_overdue_manager"
    DRAFT_NUDGE = "draft_nudge"
    DRAFT_EXPIRY = "draft_expiry"
    SUPERVISION_REMINDER = "supervision_reminder"
    SUPERVISION_TO_PLAN = "supervision_to_plan"
    SUPERVISION_OVERDUE = "supervision_overdue"
    SUPERVISION_OVERDUE_MANAGER = "supervision_overdue_manager"
    SUPERVISION_HELD = "supervision_held"
    ANNUAL_REVIEW_BEGIN = "annual_review_begin"
    ANNUAL_REVIEW_VIEWS = "annual_review_views"
    ANNUAL_REVIEW_CHILD = "annual_review_child"
    ANNUAL_REVIEW_NO_DATE = "annual_review_no_date"
    ANNUAL_REVIEW_REMINDER = "annual_review_reminder"
    ANNUAL_REVIEW_OVERDUE = "annual_review_overdue"
    ANNUAL_REVIEW_HELD = "annual_review_held"
    ADVOCACY_CONTACT_LATE = "advocacy_contact_late"
    ADVOCACY_APPOINT_LATE = "advocacy_appoint_late"
    START_ASK = "start_ask"
    MEETING_DUE = "meeting_due"
    MEETING_OVERDUE = "meeting_overdue"
    HOME_CHECK = "home_check"


SUPERVISION_RULES = frozenset(
    {
        Rule.SUPERVISION_REMINDER,
        Rule.SUPERVISION_TO_PLAN,
        Rule.SUPERVISION_OVERDUE,
        Rule.SUPERVISION_OVERDUE_MANAGER,
    }
)
"""What is told about a supervision, as the rule of a ReminderTold."""

CHASED = frozenset(
    {Rule.TAKE_OVERDUE, Rule.ANSWER_DUE, Rule.ANSWER_OVERDUE, Rule.ANSWER_OVERDUE_AGAIN}
)
"""What is told about a promised answer, as the rule of an AnswerChased."""
LATE = CHASED - {Rule.ANSWER_DUE}
"""Of these a manager hears as well."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something that fell due at an aware UTC instant; told once per rule, subject, occurrence.

    `subject` is the id of the request or draft, or of the carer whose supervision or annual
    review it is.
    """

    rule: Rule
    subject: UUID
    occurrence: str
    at: datetime
