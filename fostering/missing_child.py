"""A missing child: what the service owes once the child is back."""

from datetime import datetime, timedelta

from fostering.policy import Policy
from fostering.requests import Request


def return_talk_by(request: Request, policy: Policy) -> datetime | None:
    """By when a talk with someone independent should be offered (aware UTC); None: not back yet.

    The clock starts at *Back safe* and runs through nights and weekends: 72 hours of being found,
    after every time a child was missing (statutory guidance on children who run away or go missing
    from home or care, DfE, January 2014).
    """
    if request.back_safe_at is None:
        return None
    return request.back_safe_at + timedelta(hours=policy.return_talk_within_hours)
