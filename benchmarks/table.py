"""The one table that `make bench` prints, and what it says in a sentence."""

from collections.abc import Sequence

from benchmarks.measuring import Figures

HEADINGS = ("bot", "round trip", "updates/s", "reply p50", "reply p99", "CPU/update")
UNPACED = "Hearthline's own pace of 28 messages a second is switched off for this."
WIDTHS = (26, 11, 10, 11, 11, 11)


def row(words: Sequence[str]) -> str:
    """One line: the first column to the left, the others to the right."""
    first, *others = zip(words, WIDTHS, strict=True)
    return first[0].ljust(first[1]) + "".join(word.rjust(width) for word, width in others)


def figures_row(figures: Figures) -> str:
    """One bot at one round trip."""
    return row(
        (
            figures.name,
            f"{figures.round_trip * 1000:.0f} ms",
            f"{figures.per_second:.0f}",
            f"{figures.wait(0.5) * 1000:.0f} ms",
            f"{figures.wait(0.99) * 1000:.0f} ms",
            f"{figures.cpu_per_update * 1000:.2f} ms",
        )
    )


def table(measured: Sequence[Figures], people: int, plain: str) -> str:
    """Every row, and how each bot compares with the plain one at the same round trip."""
    lines = [f"{people} people, each takes the next step as soon as an answer is there.", ""]
    lines += [row(HEADINGS), "-" * sum(WIDTHS)]
    lines += [figures_row(figures) for figures in measured]
    lines += ["", UNPACED]
    beside = {figures.round_trip: figures for figures in measured if figures.name == plain}
    for figures in measured:
        other = beside.get(figures.round_trip)
        if other is None or figures is other:
            continue
        lines.append(
            f"At {figures.round_trip * 1000:.0f} ms {figures.name} answers "
            f"{figures.per_second / other.per_second:.1f} times as many updates as the plain bot, "
            f"and its median reply takes {figures.wait(0.5) / other.wait(0.5):.2f} of the time."
        )
    return "\n".join(lines)
