"""Events of paging tests: whether a page reaches who is on call."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fostering.events.event import Event


@dataclass(frozen=True, kw_only=True)
class PagingTestSent(Event):
    """The test page of the shift of `subject` that began at `shift` was sent to `to`.

    Where no shift began then, whoever runs the service asked for it.
    """

    to: UUID
    shift: datetime
    answer_by: datetime


@dataclass(frozen=True, kw_only=True)
class PagingTestSkipped(Event):
    """The shift had begun too long ago, as after an outage: no test is sent for it."""

    shift: datetime


@dataclass(frozen=True, kw_only=True)
class PagingTestAnswered(Event):
    """Who was tested (`actor`) pressed that they got it."""


@dataclass(frozen=True, kw_only=True)
class PagingTestMissed(Event):
    """Nobody pressed in time, or nobody could be sent it; these managers were told, and the group.

    `to` is who was sent it; None: nobody could be.
    """

    shift: datetime
    to: UUID | None = None
    managers: tuple[UUID, ...] = ()
