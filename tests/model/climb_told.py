"""How one request climbs, told once more from practice 5 to 7 and 12; see `request_told`."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tests.model import london
from tests.model.staff_told import OFFICE, Looking, Staff

Step = tuple[tuple[str, ...], int]
"""Whom it pages, and for how many minutes it waits."""
BY_DAY: tuple[Step, ...] = ((("supervising", "duty"), 10), (("team manager",), 15))
BY_NIGHT: tuple[Step, ...] = (
    (("first",), 5),
    (("second",), 10),
    (("night manager", "service manager"), 15),
)
LADDERS: dict[str, tuple[tuple[Step, ...], tuple[Step, ...]]] = {
    "help": (BY_DAY, BY_NIGHT),
    "not_safe": (
        ((("duty", "team manager"), 10), BY_DAY[1]),
        ((("first", "night manager"), 5), *BY_NIGHT[1:]),
    ),
}
"""By what was pressed: the ladder of the office and that of the night."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """Where the next page goes."""

    by_day: bool
    step: int
    round: int
    workers: tuple[str, ...]


@dataclass(kw_only=True)
class ClimbTold:
    """What is so after all that was told so far."""

    staff: Staff = field(default_factory=lambda: dict(OFFICE))
    pressed: str = ""
    raised_at: datetime | None = None
    open: bool = False
    priority: int = 3
    never: frozenset[str] = frozenset()
    has_it: str | None = None
    had_it: str | None = None
    spoken: bool = False
    mistaken: bool = False
    climbs: bool = False
    by_day: bool = False
    step: int = 0
    round: int = 1
    next_page: datetime | None = None
    holds_page: frozenset[str] = frozenset()
    owner: str | None = None
    ring_by: datetime | None = None
    asked: str | None = None
    asked_until: datetime | None = None
    take_by: datetime | None = None
    chased_at: datetime | None = None
    closed_at: datetime | None = None
    file_on: date | None = None

    @property
    def urgent(self) -> bool:
        """P0 and P1 are urgent."""
        return self.priority <= 1

    def ladder(self) -> tuple[Step, ...]:
        """The one that it climbs now."""
        return LADDERS[self.pressed][0 if self.by_day else 1]

    def _begin(self, at: datetime) -> None:
        """The first page goes out at once, to the first step that somebody fills."""
        self.climbs, self.by_day = True, london.office_is_open(at)
        self.holds_page = frozenset()
        self._page(self._find(at, self.by_day, 0, 1), at)

    def _climb(self, at: datetime) -> None:
        """The next page; who has come on duty since, on a step that is over, hears of it too."""
        found = self._find_next(at)
        looking = self._looking(at)
        late: list[str] = []
        for parts, _ in LADDERS[self.pressed][0 if found.by_day else 1][: found.step]:
            for name in looking.paged_by(parts):
                watches = self.staff[name].watches
                began = [w.starts for w in watches if w.starts <= at < w.ends]
                if began and self.raised_at and began[0] > self.raised_at:
                    late.append(name)
        self._page(Found(**{**found.__dict__, "workers": (*found.workers, *late)}), at)

    def _find_next(self, at: datetime, passer: str | None = None) -> Found:
        """The step after the last; the other hours' ladder begins at its foot, in a new round."""
        by_day = london.office_is_open(at)
        if by_day is not self.by_day:
            return self._find(at, by_day, 0, self.round + 1, passer)
        if self.step + 1 < len(self.ladder()):
            return self._find(at, by_day, self.step + 1, self.round, passer)
        return self._find(at, by_day, 0, self.round + 1, passer)

    def _find(
        self, at: datetime, by_day: bool, step: int, round_: int, passer: str | None = None
    ) -> Found:
        """From here once round: the first step that pages anybody but who passed it on."""
        ladder = LADDERS[self.pressed][0 if by_day else 1]
        looking = self._looking(at)
        for ahead in range(len(ladder)):
            place, turns = (step + ahead) % len(ladder), (step + ahead) // len(ladder)
            paged = [name for name in looking.paged_by(ladder[place][0]) if name != passer]
            if paged:
                return Found(by_day=by_day, step=place, round=round_ + turns, workers=tuple(paged))
        return Found(by_day=by_day, step=step, round=round_, workers=())

    def _page(self, found: Found, at: datetime) -> None:
        """These are paged: it is anybody's again, and the next wait begins now."""
        self.by_day, self.step, self.round = found.by_day, found.step, found.round
        self.next_page = at + timedelta(minutes=self.ladder()[found.step][1])
        self.holds_page |= set(found.workers)
        self.has_it = self.ring_by = None
        self._nobody_asked()

    def _looking(self, at: datetime) -> Looking:
        return Looking(staff=self.staff, at=at, never=self.never)

    def _who_owns_it(self, at: datetime) -> str | None:
        """Who answers for it by day: the family's worker; of "I'm not safe" a manager."""
        parts = ["duty", "team manager", "service manager"]
        parts = parts[1:] + parts if self.pressed == "not_safe" else ["supervising", *parts]
        found = (self._looking(at).paged_by((part,)) for part in parts)
        return next((names[0] for names in found if names), None)

    def _nobody_asked(self) -> None:
        self.asked = self.asked_until = None
