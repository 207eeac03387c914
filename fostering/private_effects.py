"""What the switch for a private process, its own or its household's, does to a request."""

from dataclasses import replace

from fostering.events import PrivateMatterEnded, PrivateMatterStarted, RequestDrawnIn
from fostering.handover_effects import without_offer
from fostering.request_states import Request, RequestState

PrivateEvent = PrivateMatterStarted | PrivateMatterEnded | RequestDrawnIn


def after_private(request: Request, event: PrivateEvent) -> Request:
    """The request as it stands after the event; whoever pressed the switch has and owns it."""
    match event:
        case PrivateMatterStarted():
            held = _held_by(request, event)
            return replace(held, private_since=event.at, private_by=event.actor)
        case RequestDrawnIn():
            return _held_by(request, event)
        case _:
            return replace(request, private_since=None, private_by=None)


def _held_by(request: Request, event: PrivateMatterStarted | RequestDrawnIn) -> Request:
    waits = request.state is RequestState.RAISED
    return replace(
        without_offer(request),
        state=RequestState.ACKNOWLEDGED if waits else request.state,
        owner=event.actor,
        acknowledged_by=event.actor,
        acknowledged_at=event.at,
        ring_by=None,
    )
