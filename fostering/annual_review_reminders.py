"""Reminders of the annual review: who is told what, how many days before it is due."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from fostering.annual_review import AnnualReview
from fostering.matters import Due, Rule
from fostering.meeting import TO_PLAN, MeetingState
from fostering.policy import Policy
from fostering.quiet_hours import morning
from fostering.reminders import about, ahead, before_it, newest, not_told

OVERTAKES = (
    (Rule.ANNUAL_REVIEW_NO_DATE, (Rule.ANNUAL_REVIEW_BEGIN,)),
    (Rule.ANNUAL_REVIEW_OVERDUE, (Rule.ANNUAL_REVIEW_BEGIN, Rule.ANNUAL_REVIEW_NO_DATE)),
)
"""The worker hears the newest alone; the carer and the child's social worker are asked still."""


def annual_review_due(review: AnnualReview, policy: Policy, at: datetime) -> tuple[Due, ...]:
    """What is due about it now and not told yet; after an outage the newest alone for each.

    All of it is told in one unit: telling any of it settles what was due till then.
    """
    return newest(_untold(review, policy), at, OVERTAKES)


def annual_review_next_due_at(review: AnnualReview, policy: Policy) -> datetime | None:
    """When the next of it falls due (aware UTC); in the past if it waits to be told."""
    return min((matter.at for matter in _untold(review, policy)), default=None)


def _untold(review: AnnualReview, policy: Policy) -> Iterator[Due]:
    return not_told(review, _matters(review, policy), Rule.ANNUAL_REVIEW_HELD, policy)


def _matters(review: AnnualReview, policy: Policy) -> Iterator[Due]:
    days = policy.annual_review_remind_days
    yield from before_it(review, Rule.ANNUAL_REVIEW_REMINDER, days, policy)
    day = review.due_day(policy)
    if day is None or review.state is MeetingState.SAID_HELD:
        return
    begin, no_date = policy.annual_review_begin_days, policy.annual_review_no_date_days
    yield ahead(review, Rule.ANNUAL_REVIEW_BEGIN, day, begin, policy)
    if review.views_at is None:
        views = policy.annual_review_views_days
        yield ahead(review, Rule.ANNUAL_REVIEW_VIEWS, day, views, policy)
    child = policy.annual_review_child_days
    yield ahead(review, Rule.ANNUAL_REVIEW_CHILD, day, child, policy)
    if review.state in TO_PLAN:
        yield ahead(review, Rule.ANNUAL_REVIEW_NO_DATE, day, no_date, policy)
    overdue = morning(day + timedelta(days=1), policy)
    yield about(review, Rule.ANNUAL_REVIEW_OVERDUE, f"{day}", overdue)
