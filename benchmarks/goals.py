"""The goals, each printed as met or missed with its numbers; nothing is asserted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.contenders import ON_POSTGRESQL, OURS, PLAIN, TWO_WORKERS
from benchmarks.measuring import Figures
from benchmarks.table import by_name


@dataclass(frozen=True, kw_only=True)
class Goal:
    """One goal: in words, what was measured, and the least or the most it should be."""

    words: str
    found: float
    least: float | None = None
    most: float | None = None
    unit: str = "times"

    @property
    def met(self) -> bool:
        """Whether it is reached."""
        enough = self.least is None or self.found >= self.least
        return enough and (self.most is None or self.found <= self.most)

    def line(self) -> str:
        """As it is printed."""
        wanted = f"at least {self.least:g}" if self.least is not None else f"at most {self.most:g}"
        said = "met   " if self.met else "MISSED"
        return f"{said} {self.words}: {self.found:.2f} {self.unit} ({wanted})"


def of_speed(measured: Sequence[Figures]) -> Iterator[Goal]:
    """The goals that follow from the table."""
    plain, ours = by_name(measured, PLAIN), by_name(measured, OURS)
    rows, two = by_name(measured, ON_POSTGRESQL), by_name(measured, TWO_WORKERS)
    for round_trip, least in ((0.04, 25.0), (0.0, 2.0)):
        case = (50, round_trip)
        if case in plain and case in ours:
            yield Goal(
                words=f"updates/s beside the plain bot, 50 people, {round_trip * 1000:.0f} ms",
                found=ours[case].per_second / plain[case].per_second,
                least=least,
            )
    for name, found, most in ((OURS, ours, 3.0), (ON_POSTGRESQL, rows, 4.0)):
        case = (1, 0.0)
        if case in plain and case in found:
            yield Goal(
                words=f"one person alone, {name}: median reply beside the plain bot's",
                found=found[case].wait(0.5) / plain[case].wait(0.5),
                most=most,
            )
    for case in rows.keys() & two.keys():
        if case[0] > 1:
            yield Goal(
                words=f"two workers beside one, {case[0]} people, {case[1] * 1000:.0f} ms",
                found=two[case].per_second / rows[case].per_second,
                least=1.2,
            )
