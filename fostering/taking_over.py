"""Taking over: what somebody has passes to a colleague, so that it never goes home with them."""

from datetime import datetime

from fostering.events import Event, RequestTakenOver
from fostering.holding import check_open
from fostering.people import Person
from fostering.permission import DEALS_WITH_URGENT
from fostering.refusals import NotTaken, NotYours
from fostering.requests import Request


def may_take_over(request: Request, worker: Person) -> bool:
    """Whether this worker may take it from who has it: duty, on call, managers, and its owner.

    That they may see and deal with it at all is `permission`'s matter.
    """
    others = request.open and request.taken and request.acknowledged_by != worker.id
    return others and (bool(worker.roles & DEALS_WITH_URGENT) or request.owner == worker.id)


def take_over(request: Request, worker: Person, at: datetime) -> tuple[Event, ...]:
    """Take it from who has it, who is told; the wait for contact goes on as it was (practice 7)."""
    check_open(request)
    if not request.taken:
        raise NotTaken
    if request.acknowledged_by == worker.id:
        return ()
    if not may_take_over(request, worker):
        raise NotYours
    return (
        RequestTakenOver(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            former=request.acknowledged_by,
        ),
    )
