"""Planning: the forms by which a worker plans a meeting with a carer, or says that it was held."""

from desk.annual_reviews import ANNUAL_REVIEWS
from desk.drafts import open_form
from desk.meetings import Meetings, planned_day
from desk.supervisions import SUPERVISIONS
from desk.unit import Unit
from fostering.meeting import M


def plan_supervision(unit: Unit, key: str) -> None:
    """*Plan it*, *Move it*: the day and the time, for a carer of this worker."""
    _open(unit, SUPERVISIONS, key, "plan_supervision")


def plan_review(unit: Unit, key: str) -> None:
    """*Plan it*, *Move it*, for an annual review: the day and the time."""
    _open(unit, ANNUAL_REVIEWS, key, "plan_review")


def review_held(unit: Unit, key: str) -> None:
    """*It was held on another day*: which, and what the carer is told."""
    _open(unit, ANNUAL_REVIEWS, key, "review_held")


def review_held_as_planned(unit: Unit, key: str) -> None:
    """*It was held*: on the day it was fixed for; what the carer is told is asked."""
    found = ANNUAL_REVIEWS.of_worker(unit, key)
    if found is None:
        ANNUAL_REVIEWS.show_list(unit)
        return
    day = planned_day(unit, found[1])
    open_form(unit, "review_held", answers={"family": key, "day": day.isoformat()}, anew=True)


def _open(unit: Unit, meetings: Meetings[M], key: str, form: str) -> None:
    if meetings.of_worker(unit, key) is None:
        meetings.show_list(unit)
        return
    open_form(unit, form, answers={"family": key})
