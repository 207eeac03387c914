"""Events of filing: what is dealt with here belongs into the service's own case file."""

from dataclasses import dataclass

from fostering.events.event import Event


@dataclass(frozen=True, kw_only=True)
class RequestFiled(Event):
    """A worker said that it is in the case file; `whole`: with its whole chronology."""

    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class FilingReminded(Event):
    """Nobody had said that a closed request is in the case file; who closed it was reminded."""
