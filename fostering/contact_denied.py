"""Contact denied: the person says that nobody has spoken with them, whatever a worker has noted."""

from datetime import datetime

from fostering.escalation import page_next
from fostering.events import ContactDenied, Event
from fostering.holding import check_open
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.refusals import NotYours
from fostering.requests import Request
from fostering.routing import Roster


def deny_contact(
    request: Request,
    person: Person,
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """ "Nobody has spoken with me": a slip ends no alarm, so what is urgent climbs at once.

    The next step is paged now; who noted the call keeps the page and is told (practice 1, 7).
    """
    if request.author != person.id:
        raise NotYours
    check_open(request)
    if request.spoken_at is None or request.private:
        return ()
    denied = ContactDenied(at=at, subject=request.author, actor=person.id, request=request.id)
    if request.escalation is None or not request.priority.urgent:
        return (denied,)
    return (denied, *page_next(request, request.escalation, roster, household, policy, at))
