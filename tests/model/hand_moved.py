"""A wall clock and a counter that are moved by hand, under the product's own clock."""

from datetime import UTC, datetime, timedelta

from storage.clock import Clock


class HandMoved:
    """What the machine shows (`wall`) and counts (`counted`), and the service's clock over both."""

    def __init__(self, start: datetime) -> None:
        self.wall = start.timestamp()
        self.counted = 0.0
        self.clock = self._begun()

    @property
    def now(self) -> datetime:
        """The instant that the rules are given."""
        return self.clock.now()

    def passes(self, span: timedelta) -> None:
        """Time goes by."""
        self.wall += span.total_seconds()
        self.counted += span.total_seconds()

    def sleeps(self, span: timedelta) -> None:
        """The machine sleeps: its counter stands still meanwhile."""
        self.wall += span.total_seconds()

    def is_set(self, span: timedelta) -> None:
        """Somebody sets the wall clock, forward or back."""
        self.wall += span.total_seconds()

    def restarts(self) -> None:
        """The service is started again, and believes the wall."""
        self.clock = self._begun()

    def _begun(self) -> Clock:
        return Clock(wall=lambda: self.wall, monotonic=lambda: self.counted)


def aware(seconds: float) -> datetime:
    """The instant of these seconds, aware UTC."""
    return datetime.fromtimestamp(seconds, UTC)
