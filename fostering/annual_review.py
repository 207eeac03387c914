"""The annual review of a carer's approval: within a year of approval, then of the last review."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar

from fostering import meeting
from fostering.events import (
    AnnualReviewConfirmed,
    AnnualReviewDisputed,
    AnnualReviewHeld,
    AnnualReviewPlanned,
    AnnualReviewSaidHeld,
    AnnualReviewTimeAsked,
    AnnualReviewTold,
    AnnualReviewViewsSent,
    AnnualReviewWordsSent,
    Event,
)
from fostering.meeting import Happenings, Meeting, MeetingState
from fostering.people import Person
from fostering.policy import Policy
from fostering.refusals import NotYours


@dataclass(frozen=True, kw_only=True)
class AnnualReview(Meeting):
    """The annual review of one carer, also of one with whom no child was placed this year.

    `approved` is the local day of approval. `views_at` is when the carer said how the year was;
    None while they have not, and again once the review is held. Source: Fostering Services
    Regulations 2011, reg 28; SWK-13.
    """

    approved: date | None = None
    views_at: datetime | None = None

    events: ClassVar[Happenings] = Happenings(
        planned=AnnualReviewPlanned,
        confirmed=AnnualReviewConfirmed,
        time_asked=AnnualReviewTimeAsked,
        said_held=AnnualReviewSaidHeld,
        held=AnnualReviewHeld,
        disputed=AnnualReviewDisputed,
    )

    def due_day(self, policy: Policy) -> date | None:
        """The local day by which it is held; None while neither approval nor a review is known."""
        del policy
        counted = max(filter(None, (self.approved, self.last_held)), default=None)
        return review_by(counted) if counted is not None else None

    def days_to_dispute(self, policy: Policy) -> int:
        """In how many working days the carer may say that it was not held."""
        return policy.annual_review_dispute_working_days


def review_by(last: date) -> date:
    """The local day by which the next review is held, a year after approval or the last one.

    Source: Fostering Services Regulations 2011, reg 28; SWK-13. After 29 February it is the 28th.
    """
    leap_day = (last.month, last.day) == (2, 29)
    return last.replace(year=last.year + 1, day=28 if leap_day else last.day)


def is_near(review: AnnualReview, policy: Policy, days: int, today: date) -> bool:
    """Whether at most so many days are left until it is due, and nobody says it was held."""
    day = review.due_day(policy)
    if day is None or review.state is MeetingState.SAID_HELD:
        return False
    return today >= day - timedelta(days=days)


def wants_views(review: AnnualReview, policy: Policy, today: date) -> bool:
    """Whether the carer can say now how the year was; once said, or held, no more till next year.

    `today` is the service's local day; the days before it is due are the policy's.
    """
    unsaid = review.views_at is None
    return unsaid and is_near(review, policy, policy.annual_review_views_days, today)


def children_are_asked(review: AnnualReview, policy: Policy, today: date) -> bool:
    """Whether the children placed there are to be asked now, by their own social workers."""
    return is_near(review, policy, policy.annual_review_child_days, today)


def send_views(review: AnnualReview, carer: Person, at: datetime) -> tuple[Event, ...]:
    """The carer has said how the year was; their words stand in the request that they sent."""
    if review.carer != carer.id:
        raise NotYours
    return (AnnualReviewViewsSent(at=at, subject=review.carer, actor=carer.id),)


def say_how_they_do(
    review: AnnualReview, worker: Person, words: str, at: datetime
) -> tuple[Event, ...]:
    """A worker tells the carer honestly how they are doing (SOU-17, DMR-34); "" tells nothing."""
    if not words.strip():
        return ()
    return (AnnualReviewWordsSent(at=at, subject=review.carer, actor=worker.id, words=words),)


def as_held(review: AnnualReview, day: date) -> AnnualReview:
    """The annual review once it counts as held on that local day; next year is asked anew."""
    held = meeting.as_held(review, day)
    return held if held.last_held == review.last_held else replace(held, views_at=None)


def after(review: AnnualReview, event: Event) -> AnnualReview:
    """The annual review as it stands after the event; the only place that says so."""
    match event:
        case AnnualReviewTold():
            return replace(review, told_until=event.at)
        case AnnualReviewViewsSent():
            return replace(review, views_at=event.at)
        case AnnualReviewHeld():
            return as_held(review, event.held_on)
        case _:
            return meeting.after(review, event)
