"""Events of a check-in: answered, judged, taken back. It is raised like any request."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fostering.events.event import Event, personal


@dataclass(frozen=True, kw_only=True)
class CheckInAnswered(Event):
    """A young person was answered in three parts: what they said, what was done, what cannot be.

    `said` is empty where their own words stand as they sent them. `done_by` is the local day by
    which it will be done (None: it is done). `why_not` is empty where nothing was refused.
    """

    done_by: date | None = None
    said: str = personal()
    done: str = personal()
    why_not: str = personal()


@dataclass(frozen=True, kw_only=True)
class AnswerJudged(Event):
    """ "Does this answer make sense?": yes ends it; no opens it again with new clocks.

    `manager` is who was told of a no, if anybody was there.
    """

    makes_sense: bool
    manager: UUID | None = None
    take_by: datetime | None = None
    answer_by: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class CheckInTakenBack(Event):
    """The young person took it back before anybody had opened it: no worker ever reads it.

    `readers` had been chosen for it: what stands in their chats is taken away.
    """

    readers: frozenset[UUID]
