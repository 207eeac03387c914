"""Private matters: a manager's switch, by which a request goes out of sight (practice 13 to 16).

Nothing changes before it is pressed. From then on only managers and whoever pressed it see the
request; it is on no list and in no count, and nothing of it falls due.
"""

from datetime import datetime

from fostering.events import Event, PrivateMatterEnded, PrivateMatterStarted
from fostering.holding import check_open
from fostering.people import Person, Standing
from fostering.policy import Policy
from fostering.refusals import ContactMissing, NotYours
from fostering.request_states import Request

REASONS = ("over", "not_needed", "by_mistake")
"""Why a private process ends, as codes: nothing about the matter itself is written down."""


def may_turn(worker: Person, policy: Policy) -> bool:
    """Whether this worker may press the switch: by the roles that the policy names."""
    roles = {role.value for role in worker.roles}
    staff = worker.standing is Standing.STAFF and worker.active
    return staff and not roles.isdisjoint(policy.private_roles)


def start_private(
    request: Request, worker: Person, author: Person, policy: Policy, at: datetime
) -> tuple[Event, ...]:
    """Make it a private process; `()` where it is one already.

    Only what a carer asked, and not while it climbs: no alarm may go out of sight before somebody
    has spoken with them. That the worker may see it at all is `permission`'s matter.
    """
    check_open(request)
    if not may_turn(worker, policy) or author.standing is not Standing.CARER:
        raise NotYours
    if request.is_concern:
        # Whoever answers a complaint must not stop its clocks; one manager reads it as it is.
        raise NotYours
    if request.private:
        return ()
    if request.still_climbs:
        raise ContactMissing
    return (
        PrivateMatterStarted(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            former=request.acknowledged_by,
        ),
    )


def end_private(
    request: Request, worker: Person, reason: str, policy: Policy, at: datetime
) -> tuple[Event, ...]:
    """End it with a reason; raises ValueError for one that is none of REASONS."""
    if reason not in REASONS:
        raise ValueError(reason)
    if not may_turn(worker, policy):
        raise NotYours
    if not request.private:
        return ()
    return (
        PrivateMatterEnded(
            at=at, subject=request.author, actor=worker.id, request=request.id, reason=reason
        ),
    )
