"""`python -m tests.seeded [slip …]`: make each slip in a copy of the house; its tests must fail."""

import sys
import tempfile
from pathlib import Path

from tests.seeded.seeding import GREEN, copied_to, made, run, unnoticed
from tests.seeded.slip import Slip, slips


def main(names: list[str]) -> int:
    """Say of each slip whether the tests noticed; 1 where one went unnoticed."""
    chosen = [slip for slip in slips() if not names or slip.name in names]
    if not chosen:
        print("No slip has that name.")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        return _try_all(chosen, copied_to(Path(folder)))


def _try_all(chosen: list[Slip], house: Path) -> int:
    named = sorted({test for slip in chosen for test in slip.must_turn_red})
    right = run(named, house)
    if right.code != GREEN:
        print(f"Without any slip the tests are not green:\n{right.said}")
        return 1
    gaps = 0
    for slip in chosen:
        with made(slip, house):
            ran = run(slip.must_turn_red, house)
        missed = unnoticed(slip, ran)
        gaps += bool(missed)
        print(f"{'GAP    ' if missed else 'noticed'}  {slip.name}: {slip.breaks}", flush=True)
        for test in sorted(missed):
            print(f"           did not fail: {test}\n{ran.said}", flush=True)
    print(f"{len(chosen) - gaps} of {len(chosen)} slips turned their tests red.")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
