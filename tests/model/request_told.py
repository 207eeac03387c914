"""One request as people in the office would tell it: all that happened, from the beginning.

A second, naive telling of practice 1 to 7 and 12. It knows nothing of the product: `tell` reads the
list of happenings anew each time and says what must be so now.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.model import london
from tests.model.climb_told import ClimbTold
from tests.model.staff_told import Staff

DEALS = {"duty", "nights", "night manager", "team manager", "service manager"}
MANAGES = {"team manager", "service manager"}
CONTACT, LONGEST_RING, HANDOVER = (timedelta(minutes=minutes) for minutes in (30, 60, 10))
HANDOVER_BY_DAY = timedelta(hours=4)

NOTHING, DONE = "nothing", "done"

Happening = tuple[str, datetime, tuple[object, ...]]
"""What happened, when, and with whom."""


@dataclass(kw_only=True)
class RequestTold(ClimbTold):
    """What is so after all that was told so far, and what everybody may press."""

    @property
    def nobody_spoke(self) -> bool:
        """Urgent, and nobody has spoken with the person yet."""
        return self.open and self.urgent and self.climbs and not self.spoken

    def matters(self) -> dict[str, datetime]:
        """What the clock must bring, and when."""
        found: dict[str, datetime] = {}
        if self.open and self.next_page is not None:
            found["climb"] = self.next_page
        if self.has_it and self.ring_by is not None:
            found["ring_passed"] = self.ring_by
        if self.asked_until is not None:
            found["handover_lapsed"] = self.asked_until
        if self.take_by is not None and self._nobody_cares():
            found["take_overdue"] = self.take_by
        if self.closed_at is not None and self.file_on is not None:
            found["filing_reminder"] = london.nine_on(self.file_on)
        return found

    def _nobody_cares(self) -> bool:
        """It does not climb, nobody has it, and nobody heard that it is late."""
        heard = self.chased_at is not None and self.take_by and self.take_by <= self.chased_at
        return self.open and self.has_it is None and not heard and not (self.climbs and self.urgent)

    def raise_it(self, at: datetime, pressed: str, priority: int, never: frozenset[str]) -> str:
        """Somebody asks for help."""
        left_out = never | ({"Sam"} if pressed == "not_safe" else set())
        self.pressed, self.raised_at, self.open = pressed, at, True
        self.priority, self.never = priority, left_out
        self.owner = self._who_owns_it(at)
        if self.urgent:
            self._begin(at)
        else:
            day = london.working_day_after(london.on_the_wall(at).date(), 1)
            self.take_by = london.five_on(day)
        return DONE

    def tick(self, at: datetime) -> str:
        """The clock looks; the oldest matter comes first."""
        due = sorted((when, what) for what, when in self.matters().items() if when <= at)
        for _, what in due:
            if what == "climb" and self.next_page is not None and self.next_page <= at:
                self._climb(at)
            elif what == "ring_passed" and self.ring_by is not None and self.ring_by <= at:
                self.ring_by = None
            elif what == "handover_lapsed":
                self._nobody_asked()
            elif what == "take_overdue" and not london.sleeps(at):
                self.chased_at = at
            elif what == "filing_reminder" and not london.sleeps(at):
                self._file_from(london.working_day_after(london.on_the_wall(at).date(), 1))
        return DONE

    def take(self, at: datetime, who: str) -> str:
        """ "I've got it"."""
        if not self.open:
            return "AlreadyClosed"
        if self.has_it:
            return NOTHING if self.has_it == who else "AlreadyTaken"
        self._now_has(who)
        self.next_page = at + CONTACT if self.climbs and self.urgent and not self.spoken else None
        return DONE

    def pass_on(self, at: datetime, who: str) -> str:
        """ "I can't, next person"."""
        if not self.open:
            return "AlreadyClosed"
        if self.has_it and (self.has_it != who or self.spoken):
            return "AlreadyTaken"
        if not self.climbs:
            return "NobodyElse"
        if not self.has_it and who not in self.holds_page:
            return NOTHING
        found = self._find_next(at, passer=who)
        if not found.workers:
            return "NobodyElse"
        self.holds_page -= {who}
        self._page(found, at)
        return DONE

    def speak(self, at: datetime, who: str) -> str:
        """ "Spoke by phone"."""
        refused = self._may_not_speak_for_it(who)
        if refused:
            return refused
        if self.has_it is None and self.had_it != who:
            self.had_it = who
        self.has_it, self.spoken, self.next_page, self.ring_by = self.had_it, True, None, None
        return DONE

    def promise(self, at: datetime, who: str, minutes: int) -> str:
        """ "I ring in … minutes"."""
        refused = self._has_it_not(who)
        if refused:
            return refused
        longest = CONTACT if self.nobody_spoke else LONGEST_RING
        if timedelta(minutes=minutes) > longest:
            return "OutOfDate"
        self.ring_by = at + timedelta(minutes=minutes)
        return DONE

    def take_over(self, at: datetime, who: str) -> str:
        """A colleague takes what another has."""
        if not self.open:
            return "AlreadyClosed"
        if self.has_it is None:
            return "NotTaken"
        if self.has_it == who:
            return NOTHING
        if not self.staff[who].does & DEALS and who != self.owner:
            return "NotYours"
        self._now_has(who)
        return DONE

    def offer(self, at: datetime, who: str, to: str) -> str:
        """Who has it asks a colleague."""
        refused = self._has_it_not(who)
        if refused:
            return refused
        today = london.on_the_wall(at).date()
        other = self.staff[to]
        away = any(leave.first <= today <= leave.last for leave in other.away)
        if (
            to == who
            or not other.reachable
            or away
            or to in self.never
            or not self._sees(to, who, today)
        ):
            return "NotYours"
        if self.asked == to:
            return NOTHING
        ends = at + HANDOVER if self.urgent else london.awake(at + HANDOVER_BY_DAY)
        self.asked, self.asked_until = to, ends
        return DONE

    def answer(self, at: datetime, who: str, yes: bool) -> str:
        """The colleague says yes or no."""
        if not self.open:
            return "AlreadyClosed"
        if self.asked != who:
            return "NotOffered"
        if yes:
            self._now_has(who)
        self._nobody_asked()
        return DONE

    def lower(self, at: datetime, who: str, priority: int) -> str:
        """A named worker says that it is less urgent."""
        refused = self._may_not_speak_for_it(who)
        if refused:
            return refused
        if priority <= self.priority:
            return NOTHING
        self.priority = priority
        if not self.urgent:
            self.next_page = None
            if self.has_it is None:
                self._now_has(who)
        return DONE

    def say_mistake(self, at: datetime) -> str:
        """ "I pressed this by mistake": nothing stops."""
        if not self.open:
            return "AlreadyClosed"
        before, self.mistaken = self.mistaken, True
        return NOTHING if before else DONE

    def deny(self, at: datetime) -> str:
        """ "Nobody has spoken with me"."""
        if not self.open:
            return "AlreadyClosed"
        if not self.spoken:
            return NOTHING
        self.spoken, self.ring_by = False, None
        if self.climbs and self.urgent:
            self._climb(at)
        return DONE

    def add(self, at: datetime, priority: int, never: frozenset[str]) -> str:
        """The person tells more: worse, or that somebody must not know."""
        if not self.open:
            return "AlreadyClosed"
        self.never |= never
        was_urgent, first_time = self.urgent, not self.climbs
        self.priority = min(self.priority, priority)
        lost = self.has_it in self.never
        if lost:
            self.has_it = self.had_it = self.ring_by = None
            self._nobody_asked()
        if self.asked in self.never:
            self._nobody_asked()
        self.owner = self._who_owns_it(at)
        if self.urgent and first_time:
            self._begin(at)
            return DONE
        if not self.climbs:
            return DONE
        alone = bool(self.holds_page) and not self.holds_page - self.never and not self.has_it
        self.holds_page -= self.never
        if lost or alone or (self.urgent and not was_urgent):
            self.next_page = at
        return DONE

    def close(self, at: datetime, who: str, mistake: bool) -> str:
        """It is dealt with, or it was pressed by mistake."""
        refused = "" if self.open else "AlreadyClosed"
        if not refused and (self.has_it or self.urgent):
            refused = self._may_not_speak_for_it(who)
        if not refused and self.nobody_spoke:
            refused = "ContactMissing"
        if not refused and mistake and not self.mistaken:
            refused = "NotSaidMistake"
        if refused:
            return refused
        self.open, self.closed_at, self.has_it = False, at, None
        self.next_page = self.ring_by = None
        self._nobody_asked()
        self._file_from(london.on_the_wall(at).date())
        return DONE

    def staff_changes(self, at: datetime, staff: Staff) -> str:
        """Somebody goes away, comes back, is put on the rota, loses their phone."""
        self.staff = staff
        return DONE

    def _file_from(self, day: date) -> None:
        """From that day, but not before the second working day after it was closed."""
        if self.closed_at is not None:
            closed = london.on_the_wall(self.closed_at).date()
            self.file_on = max(day, london.working_day_after(closed, 2))

    def _now_has(self, who: str) -> None:
        self.has_it = self.had_it = who
        self.ring_by = None
        self._nobody_asked()

    def _has_it_not(self, who: str) -> str:
        """Why this worker does not have it."""
        if not self.open:
            return "AlreadyClosed"
        if self.has_it is None:
            return "NotTaken"
        return "" if self.has_it == who else "AlreadyTaken"

    def _may_not_speak_for_it(self, who: str) -> str:
        """Why not; where it climbed from who had it, whoever holds the page may."""
        refused = self._has_it_not(who)
        anybody = self.had_it is not None and who in self.holds_page
        return "" if refused == "NotTaken" and anybody else refused

    def _sees(self, who: str, holder: str, today: date) -> bool:
        """Whether this worker may know of it anyway, or covers for who has it."""
        covers = {away.cover for away in self.staff[holder].away if today <= away.last}
        parts = {who} & {"Sam", self.owner, self.had_it, self.asked, *self.holds_page, *covers}
        does = self.staff[who].does
        return bool(parts or does & MANAGES or (self.urgent and does & DEALS))


def tell(happened: list[Happening]) -> tuple[RequestTold, str]:
    """All of it, from the beginning; and how the last of it ended."""
    told, ended = RequestTold(), NOTHING
    for what, at, more in happened:
        ended = getattr(told, what)(at, *more)
    return told, ended
