"""The supervision of one carer as people in the office would tell it, from the beginning.

A second, naive telling of practice 21 and 23 and of `reliability` R12: at least every six weeks,
reminders by day only, each told once, after an outage one of each and not a burst.
"""

from dataclasses import dataclass
from datetime import date, datetime

from tests.model import london
from tests.model.request_told import DONE, NOTHING, Happening

EVERY, TO_PLAN, BEFORE, MANAGER, DISPUTE = 42, (14, 7), (7, 1), 7, 5
"""Days: how often; how long before it is due; before the meeting; late; working days to dispute."""

Matter = tuple[str, str, datetime]
"""What falls due, which occurrence of it, and when."""


@dataclass(kw_only=True)
class MeetingTold:
    """What is so after all that was told so far."""

    last_held: date | None = None
    stands: str = "due"
    planned_for: datetime | None = None
    uid: str = ""
    moves: int = 0
    said_by: str = ""
    said_day: date | None = None
    said_at: datetime | None = None
    settled: datetime | None = None
    another_time: bool = False

    def begin(self, at: datetime, last_held: date | None) -> str:
        """The service took its lists in."""
        self.last_held = last_held
        return DONE

    def plan(self, at: datetime, planned_for: datetime, uid: str) -> str:
        """Staff plan it, or move it; what was due until then need not be told any more."""
        if planned_for <= at:
            return "OutOfDate"
        if planned_for == self.planned_for:
            return NOTHING
        moving = self.planned_for is not None
        self.uid, self.moves = (self.uid, self.moves + 1) if moving else (uid, 0)
        self._nobody_said()
        self.stands, self.planned_for = "planned", planned_for
        self.settled = max(at, self.settled or at)
        return DONE

    def confirm(self, at: datetime) -> str:
        """The carer will be there."""
        if self.stands == "confirmed":
            return NOTHING
        if self.stands != "planned":
            return "OutOfDate"
        self.stands, self.another_time = "confirmed", False
        return DONE

    def ask_another_time(self, at: datetime) -> str:
        """The carer can't make it."""
        if self.stands not in ("planned", "confirmed") or not self.planned_for:
            return "OutOfDate"
        if self.planned_for <= at:
            return "OutOfDate"
        if self.another_time:
            return NOTHING
        self.stands, self.another_time = "planned", True
        return DONE

    def say_held(self, at: datetime, by: str, day: date) -> str:
        """One side says that it was held; it counts when both do."""
        if day > london.on_the_wall(at).date():
            return "OutOfDate"
        if not self.said_by:
            self._nobody_said()
            self.stands, self.said_by, self.said_day, self.said_at = "said_held", by, day, at
            return DONE
        if self.said_by == by:
            return NOTHING
        self._is_held()
        return DONE

    def dispute(self, at: datetime) -> str:
        """ "It did not happen"."""
        passed = self.planned_for is not None and self.planned_for <= at
        if self.stands != "said_held" and not passed:
            return "OutOfDate"
        self._nobody_said()
        self.stands, self.planned_for, self.uid, self.moves = "disputed", None, "", 0
        return DONE

    def tick(self, at: datetime) -> str:
        """The clock looks; by night nobody is told."""
        if london.sleeps(at):
            return DONE
        for what, _, _ in self.now_due(at):
            if what == "supervision_held":
                self._is_held()
            else:
                self.settled = at
        return DONE

    def now_due(self, at: datetime) -> list[Matter]:
        """The newest of each; nobody is asked to plan in time what is late already."""
        newest = {matter[0]: matter for matter in self.matters() if matter[2] <= at}
        if "supervision_overdue" in newest:
            newest.pop("supervision_to_plan", None)
        return sorted(newest.values(), key=lambda matter: matter[2])

    def matters(self) -> list[Matter]:
        """All that will be or has been due and was not told, the oldest first."""
        found = [m for m in self._all() if self.settled is None or m[2] > self.settled]
        if self.stands == "said_held" and self.said_at is not None:
            said = london.on_the_wall(self.said_at).date()
            ends = london.nine_on(london.working_day_after(said, DISPUTE) + london.DAY)
            found.append(("supervision_held", f"{self.said_day}", ends))
        return sorted(found, key=lambda matter: matter[2])

    def _all(self) -> list[Matter]:
        found: list[Matter] = []
        if self.stands in ("planned", "confirmed") and self.planned_for is not None:
            shown = london.on_the_wall(self.planned_for)
            for days in BEFORE:
                at = london.awake(london.instant_of(shown - days * london.DAY))
                if at < self.planned_for:
                    which = f"{self.uid}:{self.moves}:{days}"
                    found.append(("supervision_reminder", which, at))
        if self.last_held is None or self.stands == "said_held":
            return found
        day = self.last_held + EVERY * london.DAY
        if self.stands in ("due", "disputed"):
            for days in TO_PLAN:
                at = london.nine_on(day - days * london.DAY)
                found.append(("supervision_to_plan", f"{day}:{days}", at))
        found.append(("supervision_overdue", f"{day}", london.nine_on(day + london.DAY)))
        late = london.nine_on(day + (1 + MANAGER) * london.DAY)
        return [*found, ("supervision_overdue_manager", f"{day}", late)]

    def _is_held(self) -> None:
        """It counts, and the next is counted from it; an older day than the last moves nothing."""
        day = self.said_day
        if day is not None and (self.last_held is None or day > self.last_held):
            self.last_held, self.settled = day, None
        self._nobody_said()
        self.stands, self.planned_for, self.uid, self.moves = "due", None, "", 0

    def _nobody_said(self) -> None:
        self.said_by, self.said_day, self.said_at, self.another_time = "", None, None, False


def tell(happened: list[Happening]) -> tuple[MeetingTold, str]:
    """All of it, from the beginning; and how the last of it ended."""
    told, ended = MeetingTold(), NOTHING
    for what, at, more in happened:
        ended = getattr(told, what)(at, *more)
    return told, ended
