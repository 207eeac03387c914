"""Wishes: what answers ask of the request: which child, and for which day."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from conversations.forms.decision import event_of
from conversations.readers import NOBODY as NOBODY
from fostering.decision_requests import Soon, wanted_on
from fostering.drafts import Answer
from fostering.people import Household

Answers = Mapping[str, Answer]


def child_of(household: Household | None, answers: Answers) -> UUID | None:
    """The young person that the answer names by their placement; None: all, or none."""
    if household is None:
        return None
    chosen = answers.get("child")
    return next((p.young_person for p in household.placements if p.id.hex == chosen), None)


def wanted_for(answers: Answers, today: date) -> date | None:
    """The local day for which an answer is wanted; None where there is none, or not yet.

    A decision may be needed sooner than the day before its event.
    """
    event = event_of(answers)
    if event is None or "soon" not in answers:
        return event
    return wanted_on(event, Soon(str(answers["soon"])), today)
