"""What an event does to the filing of a request in the service's own case file."""

from dataclasses import replace

from fostering.events import FilingReminded, RequestFiled
from fostering.request_states import Request

FilingEvent = RequestFiled | FilingReminded


def after_filing(request: Request, event: FilingEvent) -> Request:
    """The request as it stands after the event."""
    match event:
        case RequestFiled():
            return replace(
                request, filed_by=event.actor, filed_at=event.at, filed_whole=event.whole
            )
        case _:
            return replace(request, filing_reminded_at=event.at)
