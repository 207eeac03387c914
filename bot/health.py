"""Health: what the running tasks last managed, for the page that a watcher asks."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

DEAF_SECONDS = 90.0
"""After so long without a good answer to getUpdates we count as deaf."""


@dataclass(kw_only=True)
class Health:
    """Counts and monotonic instants (seconds); nothing in it is personal."""

    now: Callable[[], float] = monotonic
    counts: Counter[str] = field(default_factory=Counter)
    heard_at: float | None = None
    trouble: str = ""
    name_known: bool = False

    def heard(self) -> None:
        """Telegram answered, or called us."""
        self.heard_at = self.now()
        self.trouble = ""

    def troubled(self, what: str) -> None:
        """Something did not work; `what` is a code without personal words."""
        self.trouble = what
        self.count(what)

    def count(self, what: str, times: int = 1) -> None:
        """Count something."""
        self.counts[what] += times

    @property
    def deaf(self) -> bool:
        """Whether nothing has been heard for too long."""
        return self.heard_at is None or self.now() - self.heard_at > DEAF_SECONDS
