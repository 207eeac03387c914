"""What an event does to the offer of a request to a colleague, which lives on the request."""

from dataclasses import replace

from fostering.events import (
    HandoverAccepted,
    HandoverLapsed,
    HandoverOffered,
    HandoverRecalled,
    HandoverRefused,
)
from fostering.request_states import Request

OfferEvent = (
    HandoverOffered | HandoverAccepted | HandoverRefused | HandoverRecalled | HandoverLapsed
)


def after_offer(request: Request, event: OfferEvent) -> Request:
    """The request as it stands after the event; only acceptance changes who has it."""
    match event:
        case HandoverOffered():
            return replace(request, offered_to=event.to, offer_ends_at=event.ends_at)
        case HandoverAccepted():
            return without_offer(
                replace(
                    request,
                    acknowledged_by=event.actor,
                    acknowledged_at=event.at,
                    written_at=None,
                    heard_at=None,
                    ring_by=None,
                )
            )
        case _:
            return without_offer(request)


def without_offer(request: Request) -> Request:
    """The offer is over: it was answered, or the request itself has gone on."""
    return replace(request, offered_to=None, offer_ends_at=None)
