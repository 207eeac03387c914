"""Failing: due matters that fail again and again, counted for the auditor and for nobody else."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from storage.due import DueSubject

OFTEN = 3
"""So many failures in a row are no accident."""
FORGOTTEN_SECONDS = 600.0
"""A matter that failed longer ago was taken up by another worker, or is no more."""


@dataclass(kw_only=True)
class Failing:
    """How often each failed in a row, and when it did last (monotonic seconds)."""

    now: Callable[[], float] = monotonic
    _times: dict[DueSubject, tuple[int, float]] = field(default_factory=dict)

    def failed(self, subject: DueSubject) -> None:
        """It failed once more."""
        times, _ = self._times.get(subject, (0, 0.0))
        self._times[subject] = (times + 1, self.now())

    def went_well(self, subject: DueSubject) -> None:
        """It was done, or nothing was due after all."""
        self._times.pop(subject, None)

    def count(self, at: float) -> int:
        """How many have failed often, and lately."""
        for subject, (_, last) in list(self._times.items()):
            if at - last > FORGOTTEN_SECONDS:
                del self._times[subject]
        return sum(times >= OFTEN for times, _ in self._times.values())
