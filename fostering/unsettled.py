"""It is not settled: what was closed is raised anew by the person who asked, as it was told."""

from datetime import datetime
from uuid import UUID

from fostering.events import Event
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.raising import raise_request
from fostering.refusals import NotClosed, NotYours, OutOfDate
from fostering.requests import Request
from fostering.routing import Roster

NOT_SAFE = "not_safe"


def raise_unsettled(
    before: Request,
    person: Person,
    *,
    request: UUID,
    reference: str,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
    answers: str,
    child: UUID | None = None,
) -> tuple[Event, ...]:
    """A fresh request of the same form and kind that names the one before it.

    It is paged if that was urgent to the end. `answers` and `child` are as they were told before;
    who must not see it is left out again. What has chosen readers is not raised by this way: they
    would not be asked.
    """
    if before.author != person.id:
        raise NotYours
    if before.readers:
        raise OutOfDate
    if before.open:
        raise NotClosed
    if before.is_concern:
        # A second stage is asked for instead: raised anew like this it would lose its readers.
        raise OutOfDate
    return raise_request(
        request=request,
        reference=reference,
        form=before.form,
        author=person,
        household=household,
        roster=roster,
        policy=policy,
        at=at,
        priority=before.priority,
        kind=policy.kinds.get(before.kind),
        code=before.kind,
        answers=answers,
        child=child,
        not_safe=before.form == NOT_SAFE,
        excluded=before.excluded,
        earlier=before.reference,
    )
