"""Health: what the running tasks last managed, for the page that a watcher asks."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

from fostering.audit import LIMITS, NEVER, TOO_OLD, Finding, Signs, is_well
from storage.audits import Carried


@dataclass(frozen=True, kw_only=True)
class Pass:
    """One completed look: when (monotonic seconds), what the auditor saw and what it found."""

    at: float
    signs: Signs
    carried: tuple[Carried, ...]
    findings: tuple[Finding, ...]


@dataclass(kw_only=True)
class Health:
    """Counts and monotonic instants (seconds); nothing in it is personal.

    `heard_at` is when Telegram answered last, or when we began; `ticked_at` when a tick came to
    its end, or when we began; `late` is the worst lateness of the loop since the last look.
    """

    now: Callable[[], float] = monotonic
    counts: Counter[str] = field(default_factory=Counter)
    began_at: float = 0.0
    heard_at: float = 0.0
    ticked_at: float = 0.0
    late: float = 0.0
    trouble: str = ""
    name_known: bool = False
    last: Pass | None = None

    def __post_init__(self) -> None:
        self.began_at = self.heard_at = self.ticked_at = self.now()

    def heard(self) -> None:
        """Telegram answered, or called us."""
        self.heard_at = self.now()
        self.trouble = ""

    def ticked(self) -> None:
        """A tick came to its end."""
        self.ticked_at = self.now()

    def troubled(self, what: str) -> None:
        """Something did not work; `what` is a code without personal words."""
        self.trouble = what
        self.count(what)

    def count(self, what: str, times: int = 1) -> None:
        """Count something."""
        self.counts[what] += times

    def looked(self, last: Pass) -> None:
        """The auditor has completed a look."""
        self.last = last

    @property
    def unheard(self) -> timedelta:
        """For how long nothing has been heard of Telegram."""
        return timedelta(seconds=max(self.now() - self.heard_at, 0.0))

    @property
    def standing(self) -> timedelta:
        """For how long no tick has come to its end."""
        return timedelta(seconds=max(self.now() - self.ticked_at, 0.0))

    @property
    def deaf(self) -> bool:
        """Whether nothing has been heard for too long."""
        return self.unheard > LIMITS[Finding.DEAF]

    @property
    def age(self) -> timedelta | None:
        """How old the last completed look is; None before the first."""
        if self.last is None:
            return None
        return max(timedelta(seconds=self.now() - self.last.at), NEVER)

    @property
    def sound(self) -> bool:
        """Whether a look was completed lately and found nothing of the program's own."""
        age = self.age
        if self.last is None or age is None or age > TOO_OLD:
            return False
        return is_well(self.last.findings)
