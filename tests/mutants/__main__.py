"""`python -m tests.mutants`: change the house in one place at a time; the tests must notice."""

import argparse
import random
import sys
from dataclasses import dataclass

from tests.mutants.mutant import equivalent, mutants_of
from tests.mutants.reach import PARTS, Part, Reach, asked
from tests.mutants.trying import survives, warm

ENOUGH = 85


@dataclass(frozen=True, kw_only=True)
class Count:
    """How a part came out: its mutants, those tried, those that do the same, those noticed."""

    part: str
    mutants: int
    tried: int
    same: int
    noticed: int

    @property
    def percent(self) -> float:
        """Of those that could be noticed, how many in a hundred were."""
        return 100 * self.noticed / max(1, self.tried - self.same)


def main() -> int:
    """Try a sample of each part and print the table; 1 where a part has less than 85 in 100."""
    options = argparse.ArgumentParser(prog="python -m tests.mutants")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--of", type=int, default=150, help="mutants of each part; 0 is all")
    options.add_argument("--stories", type=int, default=20, help="stories for each; 0 is all")
    options.add_argument("--part", choices=[part.name for part in PARTS])
    options.add_argument("--like", default="", help="only mutants whose name holds this")
    said = options.parse_args()
    warm()
    chosen = [part for part in PARTS if said.part in (None, part.name)]
    counts = [_try(part, said) for part in chosen]
    print("\n| | mutants | tried | the same | noticed | of 100 |")
    print("|---|---:|---:|---:|---:|---:|")
    for one in counts:
        numbers = f"{one.mutants} | {one.tried} | {one.same} | {one.noticed} | {one.percent:.0f}"
        print(f"| {one.part} | {numbers} |")
    return int(any(one.percent < ENOUGH for one in counts))


def _try(part: Part, said: argparse.Namespace) -> Count:
    reach = Reach(part)
    reach.record()
    known = equivalent()
    there = [*mutants_of(part.places())]
    chosen = [one for one in there if said.like in one.name]
    if said.of and said.of < len(chosen):
        chosen = random.Random(said.seed).sample(chosen, said.of)
    right = [test for one in chosen[:10] for test in reach.tests_of(one, said.seed)[:1]]
    if not right or not survives(None, right):
        raise SystemExit(f"Without any mutant the tests of the {part.name} are not green.")
    same = noticed = 0
    for mutant in chosen:
        if mutant.name in known:
            same += 1
            continue
        tests = reach.tests_of(mutant, said.seed)
        most = said.stories or None
        alive = survives(mutant, asked(tests, most))
        noticed += not alive
        begins = f"{'SURVIVED' if alive else 'noticed '} {len(tests):4} tests"
        print(f"{begins}  {mutant.lines.start:4}  {mutant.name}", flush=True)
    return Count(part=part.name, mutants=len(there), tried=len(chosen), same=same, noticed=noticed)


if __name__ == "__main__":
    sys.exit(main())
