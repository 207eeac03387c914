"""Failing: due matters that fail again and again, counted for the auditor and for nobody else."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from storage.due import DueSubject

OFTEN = 3
"""So many failures in a row are no accident."""
FORGOTTEN_AFTER = timedelta(minutes=10)
"""A matter that failed longer ago was taken up by another worker, or is no more."""


@dataclass(kw_only=True)
class Failing:
    """How often each failed in a row, and when it did last (real time, aware UTC)."""

    _times: dict[DueSubject, tuple[int, datetime]] = field(default_factory=dict)

    def failed(self, subject: DueSubject, at: datetime) -> None:
        """It failed once more."""
        times, _ = self._times.get(subject, (0, at))
        self._times[subject] = (times + 1, at)

    def went_well(self, subject: DueSubject) -> None:
        """It was done, or nothing was due after all."""
        self._times.pop(subject, None)

    def count(self, at: datetime) -> int:
        """How many have failed often, and lately."""
        for subject, (_, last) in list(self._times.items()):
            if at - last > FORGOTTEN_AFTER:
                del self._times[subject]
        return sum(times >= OFTEN for times, _ in self._times.values())
