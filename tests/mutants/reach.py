"""Reach: which tests come by which line, recorded once and asked for each mutant."""

import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coverage import CoverageData

from tests.house.sources import HOUSE
from tests.mutants.mutant import Mutant
from tests.turns import DEAREST

KEPT = HOUSE / ".mutants"
ASKED_OF_COVERAGE = "[run]\nconcurrency = greenlet,thread\n"


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the house that is tried: its files, and the tests that must notice.

    `stories`: each costs about a second, so only some are asked for a mutant. `databases` says in
    pytest's words on which databases they are played.
    """

    name: str
    files: tuple[str, ...]
    tests: tuple[str, ...]
    stories: bool = False
    databases: str = "not postgresql"

    def places(self) -> list[str]:
        """Its files, without what only makes a package."""
        found = [path for files in self.files for path in sorted(HOUSE.glob(files))]
        return [path.relative_to(HOUSE).as_posix() for path in found]


PARTS = (
    Part(name="rules", files=("fostering/**/*.py",), tests=("tests/rules",)),
    Part(
        name="desk",
        files=("desk/*.py",),
        tests=("tests/desk", "tests/stories"),
        stories=True,
    ),
    Part(
        name="outbox",
        files=("storage/outbox*.py", "bot/deliveries.py", "bot/delivery.py", "bot/pacing.py"),
        tests=(
            "tests/bot",
            "tests/storage/test_outbox.py",
            "tests/storage/test_outbox_claims.py",
            "tests/storage/test_writing.py",
            "tests/stories/test_a_reminder_in_doubt.py",
            "tests/stories/test_each_unit_whole_or_not_at_all.py",
            "tests/stories/test_hide_this.py",
            "tests/stories/test_telegram_does_not_do_its_part.py",
            "tests/stories/test_workers_side_by_side.py",
        ),
        stories=True,
        databases="not postgresql or workers_side_by_side or two_carriers or within_a_lane",
    ),
)
"""What a mutant breaks, it breaks on either database; only several workers need PostgreSQL."""
IN_THIS_PROCESS = "not long"
"""A process of its own never meets the mutant."""


class Reach:
    """Who comes by what, in one part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._file = KEPT / f"reach.{part.name}"

    def record(self) -> None:
        """Play the part's tests once under coverage, if that has not been done."""
        if self._file.exists():
            return
        KEPT.mkdir(exist_ok=True)
        settings = KEPT / "coverage.ini"
        settings.write_text(ASKED_OF_COVERAGE)
        rows = sorted({files.split("/")[0] for files in self.part.files})
        asked = [sys.executable, "-m", "pytest", *self.part.tests]
        asked += ["-k", self.part.databases, "-m", IN_THIS_PROCESS]
        asked += [f"--cov={row}" for row in rows]
        asked += ["--cov-context=test", "--cov-report=", f"--cov-config={settings}"]
        subprocess.run(
            [*asked, "-p", "no:cacheprovider"],
            cwd=HOUSE,
            env={**os.environ, "COVERAGE_FILE": str(self._file)},
            check=False,
        )

    @cached_property
    def _known(self) -> CoverageData:
        known = CoverageData(basename=str(self._file))
        known.read()
        return known

    def tests_of(self, mutant: Mutant, seed: int) -> list[str]:
        """The tests that come by a mutant, the nearest first: they see most of its module.

        Before them those that bear its name; before all stories what is none, and the dearest last.

        What is read in at the start of a module has no test of its own: all who come by anything
        in that module, or everything where nothing in it is ever called.
        """
        file = str(HOUSE / mutant.place)
        by_line = self._known.contexts_by_lineno(file)
        at_start = {line for line, who in by_line.items() if who == [""]}
        later = mutant.in_a_function and at_start.isdisjoint(mutant.lines)
        lines = mutant.lines if later else by_line
        found = {
            context.split("|")[0] for line in lines for context in by_line.get(line, []) if context
        }
        if not found and not later and not self.part.stories:
            return [*self.part.tests]
        near = Counter(context.split("|")[0] for who in by_line.values() for context in who)
        dice = random.Random(f"{seed} {mutant.name}")
        shuffled = dice.sample(sorted(found), len(found))
        own = Path(mutant.place).stem
        return sorted(
            shuffled,
            key=lambda test: (_cost_of(test), own not in test.split("::")[0], -near[test]),
        )


def asked(tests: Sequence[str], stories: int | None) -> list[str]:
    """All of these that are no story, and at most so many of those that are; None: all."""
    told = [test for test in tests if _cost_of(test)]
    return [test for test in tests if not _cost_of(test)] + told[:stories]


def _cost_of(test: str) -> int:
    """What is no story costs least; the dearest come last."""
    file = test.split("::")[0]
    return 2 if file in DEAREST else int(file.startswith("tests/stories/"))
