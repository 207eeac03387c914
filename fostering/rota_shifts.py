"""Shifts of the rota: who is on call from one instant until another, and in which place."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Place(StrEnum):
    """A place on the rota; each is one step of the ladder of the night."""

    FIRST = "first"
    SECOND = "second"
    MANAGER = "manager"


@dataclass(frozen=True, kw_only=True)
class Shift:
    """One shift of one worker (aware UTC); at its end somebody else has the place already."""

    place: Place
    starts: datetime
    ends: datetime

    def runs(self, at: datetime) -> bool:
        """Whether it runs at this instant."""
        return self.starts <= at < self.ends

    def clashes(self, other: "Shift") -> bool:
        """Whether both run at some instant; one that begins when the other ends does not."""
        return self.starts < other.ends and other.starts < self.ends
