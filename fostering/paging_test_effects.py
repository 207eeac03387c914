"""The last paging test of a worker, and what events do to it."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from fostering.events import (
    PagingTestAnswered,
    PagingTestMissed,
    PagingTestSent,
    PagingTestSkipped,
)


@dataclass(frozen=True, kw_only=True)
class PagingTest:
    """The test of the shift that began at `shift`, or that was asked for then (aware UTC, all).

    `asked` was sent it and has until `answer_by`; None: nobody was. `missed`: that time has passed,
    and a manager was told; it may be answered later still.
    """

    shift: datetime
    asked: UUID | None = None
    answer_by: datetime | None = None
    answered_at: datetime | None = None
    missed: bool = False

    @property
    def waits(self) -> bool:
        """Whether the button can still be pressed."""
        return self.asked is not None and self.answered_at is None


PagingTestEvent = PagingTestSent | PagingTestSkipped | PagingTestAnswered | PagingTestMissed


def after_paging_test(test: PagingTest | None, event: PagingTestEvent) -> PagingTest | None:
    """The last test after the event."""
    match event:
        case PagingTestSent():
            return PagingTest(shift=event.shift, asked=event.to, answer_by=event.answer_by)
        case PagingTestSkipped():
            return PagingTest(shift=event.shift)
        case PagingTestMissed():
            return PagingTest(shift=event.shift, asked=event.to, missed=True)
        case _ if test is not None:
            return replace(test, answered_at=event.at, answer_by=None)
        case _:
            return None
