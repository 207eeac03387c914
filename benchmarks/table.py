"""The table that `make bench` prints, and what it says in a sentence."""

from collections.abc import Mapping, Sequence

from benchmarks.contenders import OURS, PLAIN
from benchmarks.measuring import Figures

HEADINGS = (
    "bot",
    "people",
    "round trip",
    "conv./s",
    "updates/s",
    "reply p50",
    "reply p99",
    "CPU/update",
    "memory",
)
WIDTHS = (26, 7, 11, 8, 10, 11, 11, 11, 9)
UNPACED = "Hearthline's own pace of 28 messages a second is switched off for this."

Case = tuple[int, float]
"""How many people, and the round trip in seconds."""


def row(words: Sequence[str]) -> str:
    """One line: the first column to the left, the others to the right."""
    first, *others = zip(words, WIDTHS, strict=True)
    return first[0].ljust(first[1]) + "".join(word.rjust(width) for word, width in others)


def figures_row(figures: Figures) -> str:
    """One bot in one case."""
    return row(
        (
            figures.name,
            str(figures.people),
            f"{figures.round_trip * 1000:.0f} ms",
            f"{figures.conversations_per_second:.1f}",
            f"{figures.per_second:.0f}",
            f"{figures.wait(0.5) * 1000:.1f} ms",
            f"{figures.wait(0.99) * 1000:.0f} ms",
            f"{figures.cpu_per_update * 1000:.2f} ms",
            f"{figures.memory / 1e6:.0f} MB",
        )
    )


def table(measured: Sequence[Figures]) -> str:
    """Every row, and how each bot compares with the plain one in the same case."""
    lines = ["Each person takes the next step as soon as an answer is there.", ""]
    lines += [row(HEADINGS), "-" * sum(WIDTHS)]
    lines += [figures_row(figures) for figures in measured]
    lines += ["", UNPACED, "", "Beside the plain bot (updates/s, median reply):"]
    beside = by_name(measured, PLAIN)
    for figures in measured:
        other = beside.get((figures.people, figures.round_trip))
        if other is not None and figures is not other:
            lines.append(
                f"  {figures.name}, {figures.people} people, {figures.round_trip * 1000:.0f} ms: "
                f"{figures.per_second / other.per_second:.2f} times as many, "
                f"{figures.wait(0.5) / other.wait(0.5):.2f} of the wait"
            )
    return "\n".join(lines)


def by_name(measured: Sequence[Figures], name: str) -> Mapping[Case, Figures]:
    """What came out for this bot, by case."""
    return {(f.people, f.round_trip): f for f in measured if f.name == name}


def ours(measured: Sequence[Figures]) -> Mapping[Case, Figures]:
    """What came out for Hearthline on SQLite."""
    return by_name(measured, OURS)
